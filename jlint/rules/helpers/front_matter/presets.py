"""The front matter that well-known site generators and services require."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from jlint.rules.helpers.front_matter.fields import FieldOptions, FieldType

Preset = Literal["none", "jekyll", "hugo", "zenn", "qiita"]

_NAMES: tuple[FieldType, ...] = ("list", "text")


def _of_type(kind: FieldType | tuple[FieldType, ...], *names: str) -> dict[str, FieldOptions]:
    return dict.fromkeys(names, FieldOptions(type=kind))


_Fields = Mapping[str, FieldOptions]

# https://jekyllrb.com/docs/front-matter/: every variable is optional; lists of names may be texts separated by spaces
_JEKYLL: _Fields = {
    **_of_type("text", "layout", "permalink", "title", "category"),
    **_of_type("boolean", "published"),
    **_of_type("date", "date"),
    **_of_type(_NAMES, "categories", "tags"),
}

# https://gohugo.io/content-management/front-matter/: no field is required
_HUGO: _Fields = {
    **_of_type("text", "title", "linkTitle", "description", "summary", "slug", "url", "layout", "type", "markup"),
    **_of_type("date", "date", "lastmod", "publishDate", "expiryDate"),
    **_of_type("boolean", "draft", "headless", "isCJKLanguage"),
    **_of_type("integer", "weight"),
    **_of_type(_NAMES, "aliases", "keywords", "categories", "tags"),
}

# https://zenn.dev/zenn/articles/zenn-cli-guide and the checks in zenn-model of https://github.com/zenn-dev/zenn-editor
_ZENN: _Fields = {
    "title": FieldOptions(required=True, type="text", max_characters=70),
    "emoji": FieldOptions(required=True, type="text"),
    "type": FieldOptions(required=True, allowed=("tech", "idea")),
    "topics": FieldOptions(required=True, type="list", min_items=1, max_items=5, max_characters=18),
    "published": FieldOptions(required=True, type="boolean"),
    "published_at": FieldOptions(pattern=r"\d{4}-\d{2}-\d{2}(?:\s\d{2}:\d{2})?"),
    "publication_name": FieldOptions(type="text", pattern="[0-9a-z_]{2,15}"),
}

# https://github.com/increments/qiita-cli: its check of types accepts null for some fields, but not their absence
_QIITA: _Fields = {
    "title": FieldOptions(required=True, type="text"),
    "tags": FieldOptions(required=True, type="list", min_items=1, max_items=5, min_characters=1),
    "private": FieldOptions(required=True, type="boolean"),
    **dict.fromkeys(
        ("updated_at", "id", "organization_url_name"), FieldOptions(required=True, may_be_empty=True, type="text")
    ),
    "slide": FieldOptions(required=True, type="boolean"),
    "ignorePublish": FieldOptions(type="boolean"),
}

PRESETS: Mapping[Preset, _Fields] = {"none": {}, "jekyll": _JEKYLL, "hugo": _HUGO, "zenn": _ZENN, "qiita": _QIITA}
