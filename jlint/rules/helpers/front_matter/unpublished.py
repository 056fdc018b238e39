"""Whether a post is still a draft that no reader sees."""

from __future__ import annotations

from jlint.document.front_matter import FrontMatter

_SAYS = {
    "draft": (True, "true", "yes"),  # Hugo, Astro, Docusaurus, Hatena Blog
    "published": (False, "false", "no"),  # Jekyll, Zenn, Hexo
    "ignorepublish": (True, "true", "yes"),  # Qiita
    "status": ("draft",),
}


def is_unpublished(front_matter: FrontMatter) -> bool:
    """Whether the front matter says that the post isn't published: `draft: true`, `published: false` and the like."""
    return any(_said(field.value) in _SAYS.get(field.key.lower(), ()) for field in front_matter.fields.values())


def _said(value: object) -> object:
    if isinstance(value, str):
        return value.strip().lower()
    return value if isinstance(value, bool) else None
