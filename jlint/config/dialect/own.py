"""What a file itself shows about its dialect: its name and the first lines of its front matter.

Called for each file of a run, so nothing here parses YAML: a line that begins with `key:` has that key.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from jlint.compiled import lazy_pattern
from jlint.config.dialect.evidence import Evidence
from jlint.finding import Text

LONGEST = 4096
"""Characters of a file in which its front matter is looked for."""

_BOM = "\ufeff"
_ZENN = frozenset({"emoji", "type", "topics"})
_QIITA = frozenset({"title", "tags", "private"})
_ONLY_QIITA = frozenset({"organization_url_name", "slide", "ignorePublish"})
"""Qiita CLI writes all of `title`, `tags`, `private`, `updated_at`, `id` and these; older files lack some."""
_VITEPRESS = frozenset({"hero", "features"})
_NOT_OF_JEKYLL = frozenset({"doc", "false"})
_DATE = (4, 2, 2)
_SHORTCODE = lazy_pattern(r"(?:^|[\r\n])[ \t]*\{\{[<%][ \t]*/?[ \t]*[A-Za-z][\w./-]*(?:[ \t][^{}\r\n]*)?[>%]\}\}")


def keys_in(text: str) -> Mapping[str, str] | None:
    """The outermost keys of the text's YAML front matter, with what follows each on its line; None without any.

    Only the first `LONGEST` characters are looked at.
    """
    head = text[: LONGEST + 1].removeprefix(_BOM)
    if not head.startswith("---"):
        return None
    opening, *lines = head.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if opening.rstrip(" \t") != "---":
        return None
    keys: dict[str, str] = {}
    for line in lines:
        if line.rstrip(" \t") in ("---", "..."):
            break
        key, colon, value = line.partition(":")
        if colon and key[:1] not in " \t#-":  # a blank key is in it too
            keys[key.rstrip().strip("\"'")] = value
    return keys


def shown_by_file(path: str, text: str, keys: Mapping[str, str] | None) -> Evidence | None:
    """What the file shows for certain, whatever is around it. `keys` are those of `keys_in`."""
    if path.lower().endswith(".mdx"):
        return Evidence("mdx", Text("名前が .mdx で終わる", "the name ends in .mdx"))
    if keys is None:
        return _of_toml(text)
    if keys.keys() >= _ZENN:
        names = "emoji, type, topics"
        return Evidence("zenn", Text(f"front matter に {names} がある", f"the front matter has {names}"))
    if keys.keys() >= _QIITA and not _ONLY_QIITA.isdisjoint(keys):
        names = ", ".join(key for key in ("private", *sorted(_ONLY_QIITA)) if key in keys)
        return Evidence("qiita", Text(f"front matter に {names} がある", f"the front matter has {names}"))
    return None


def _of_toml(text: str) -> Evidence | None:
    head = text[: LONGEST + 1].removeprefix(_BOM)
    if not head.startswith("+++") or head[3:].lstrip(" \t")[:1] not in ("\r", "\n"):
        return None
    return Evidence("hugo", Text("+++ で始まる front matter がある", "the front matter begins with +++"))


def suggested_by_file(path: str, text: str, keys: Mapping[str, str] | None) -> Evidence | None:
    """What the file suggests, which counts only where nothing else is found.

    A line that begins with a shortcode suggests Hugo; a `layout` or a name with a date suggests Jekyll, though
    VitePress, Hexo, Hugo, Astro and Eleventy have a `layout` too, and dates in names are common.
    """
    if keys is None:
        return None
    if ("{{<" in text or "{{%" in text) and _SHORTCODE.search(text):
        return Evidence("hugo", Text("ショートコードで始まる行がある（Hugo）", "a line begins with a shortcode: Hugo"))
    if "layout" in keys and _is_of_jekyll(keys):
        return Evidence(
            "kramdown", Text("front matter に layout がある（Jekyll）", "the front matter has layout: Jekyll")
        )
    if _has_date(os.path.basename(path)):
        return Evidence(
            "kramdown",
            Text(
                "名前が日付で始まり、front matter がある（Jekyll）",
                "the name begins with a date and there is front matter: Jekyll",
            ),
        )
    return None


def _is_of_jekyll(keys: Mapping[str, str]) -> bool:
    """Whether the layout is a plain name, as Jekyll's are: no file with an ending, and none of VitePress's."""
    name = keys["layout"].partition(" #")[0].strip().strip("\"'")
    is_plain = bool(name) and name.replace("-", "").replace("_", "").replace("/", "").isalnum()
    return is_plain and name not in _NOT_OF_JEKYLL and _VITEPRESS.isdisjoint(keys)


def _has_date(name: str) -> bool:
    """Whether the name is `YYYY-MM-DD-title.md`."""
    *date, _ = parts = name.split("-", 3)
    return len(parts) == 4 and all(
        len(part) == length and part.isascii() and part.isdigit() for part, length in zip(date, _DATE, strict=True)
    )
