"""The engines that a folder shows, by the files that they have in a site's folder.

Two engines hold for some sub-folders only: Zenn for `articles/` and `books/`, Qiita CLI for `public/`. Of the others,
in one folder, the one counts that takes pages from the sub-folder that the file is in; else the first in the order in
which they stand here: those with a file that no other tool has come first.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from jlint.config.dialect.evidence import Evidence
from jlint.config.dialect.folder import Folder
from jlint.config.dialect.own import LONGEST, keys_in
from jlint.finding import Text

_SCRIPTS = (".js", ".ts", ".mjs", ".cjs", ".mts", ".cts")


class Sign(Struct, frozen=True):
    """What a folder shows: an engine's dialect, and for which of the files below the folder.

    `only`: it holds for these sub-folders alone. `pages`: the sub-folders that the engine takes its pages from; a
    README outside them belongs to the repository and not to the site. Without any, every file is a page.
    """

    evidence: Evidence
    only: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


def _named(*stems: str, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem + suffix for stem in stems for suffix in suffixes)


_DOCUSAURUS = _named("docusaurus.config", suffixes=_SCRIPTS)
_HUGO = _named("hugo", suffixes=(".toml", ".yaml", ".yml", ".json"))
_HUGO_OLD = ("config.toml", "config.yaml", "config.yml")
_UNDERSCORE_CONFIG = ("_config.yml", "_config.yaml")
_MKDOCS = ("mkdocs.yml", "mkdocs.yaml")
_OTHERS = (
    *_named("astro.config", "next.config", "nuxt.config", "gatsby-config", "eleventy.config", suffixes=_SCRIPTS),
    ".eleventy.js",
    ".vuepress",
)
"""Engines that no dialect stands for. In their folders a `layout` says nothing about Jekyll."""
_JEKYLL_FOLDERS = ("_posts", "_drafts", "_layouts", "_includes")
_HONKIT_KEYS = ("gitbook", "honkit", "plugins", "pluginsConfig", "structure")

ASKED = frozenset(
    {
        *("qiita.config.json", "articles", "books", "package.json", ".vitepress", *_DOCUSAURUS, *_HUGO, *_HUGO_OLD),
        *("config", "content", *_UNDERSCORE_CONFIG, "source", "scaffolds", *_JEKYLL_FOLDERS, "Gemfile", *_MKDOCS),
        *("book.toml", "book.json", "book.js", "SUMMARY.md", *_OTHERS),
    }
)
"""Every name that an engine is found by."""


def signs_in(folder: Folder, shown: str) -> tuple[Sign, ...]:
    """What the folder shows. `shown` is the folder's path in the repository, with a `/` at its end, for reasons."""
    if not folder.names:
        return ()
    return tuple(sign for look in _LOOKS if (sign := look(folder, shown)))


def _there_is(dialect: str, name: str, shown: str) -> Evidence:
    return Evidence(dialect, Text(f"{shown}{name} がある", f"there is {shown}{name}"))


def _zenn(folder: Folder, shown: str) -> Sign | None:
    evidence = None
    if "articles" in folder.names and any(
        {"emoji", "topics"} <= (keys_in(text) or {}).keys() for text in folder.texts_in("articles", ".md", LONGEST)
    ):
        place = f"{shown}articles/"
        evidence = Evidence(
            "zenn", Text(f"{place} の記事に emoji と topics がある", f"posts in {place} have emoji and topics")
        )
    elif "books" in folder.names and any(map(_is_of_book, folder.texts_below("books", "config.yaml", LONGEST))):
        evidence = _there_is("zenn", "books/*/config.yaml", shown)
    elif folder.first("articles", "books") and '"zenn-cli"' in _package(folder):
        evidence = Evidence("zenn", _names_package(f"{shown}package.json", "zenn-cli"))
    return Sign(evidence, only=("articles", "books")) if evidence else None


def _is_of_book(config: str) -> bool:
    """Whether it is the config.yaml of a book on Zenn."""
    keys = {line.partition(":")[0] for line in config.splitlines() if ":" in line}
    return "topics" in keys and not keys.isdisjoint({"price", "chapters", "toc_depth", "published"})


def _qiita(folder: Folder, shown: str) -> Sign | None:
    if "qiita.config.json" not in folder.names:
        return None
    return Sign(_there_is("qiita", "qiita.config.json", shown), only=("public",))


def _vitepress(folder: Folder, shown: str) -> Sign | None:
    if ".vitepress" not in folder.names or not folder.is_folder(".vitepress"):
        return None
    return Sign(_there_is("vitepress", ".vitepress/", shown))


def _docusaurus(folder: Folder, shown: str) -> Sign | None:
    name = folder.first(*_DOCUSAURUS)
    pages = ("docs", "blog", "src", "i18n", "versioned_docs")
    return Sign(_there_is("docusaurus", name, shown), pages=pages) if name else None


def _hugo(folder: Folder, shown: str) -> Sign | None:
    name = folder.first(*_HUGO)
    if name is None and "content" in folder.names:
        name = folder.first(*_HUGO_OLD)
        if name is None and "config" in folder.names and folder.exists("config", "_default"):
            name = "config/_default/"
    return Sign(_there_is("hugo", name, shown), pages=("content",)) if name else None


def _hexo(folder: Folder, shown: str) -> Sign | None:
    name = folder.first(*_UNDERSCORE_CONFIG)
    if name is None or "source" not in folder.names:
        return None
    pages = ("source", "scaffolds")
    if "scaffolds" in folder.names:
        reason = Text(f"{shown}{name} と scaffolds/ がある（Hexo）", f"there are {shown}{name} and scaffolds/: Hexo")
        return Sign(Evidence("hexo", reason), pages=pages)
    if '"hexo"' in _package(folder):
        return Sign(Evidence("hexo", _names_package(f"{shown}package.json", "hexo")), pages=pages)
    return None


def _jekyll(folder: Folder, shown: str) -> Sign | None:
    name = folder.first(*_UNDERSCORE_CONFIG)
    if name is None:
        return None
    beside = folder.first(*_JEKYLL_FOLDERS)
    if beside:
        reason = Text(f"{shown}{name} と {beside}/ がある（Jekyll）", f"there are {shown}{name} and {beside}/: Jekyll")
        return Sign(Evidence("kramdown", reason))
    gems = folder.start_of("Gemfile") if "Gemfile" in folder.names else ""
    gem = next((gem for gem in ("jekyll", "github-pages") if gem in gems), None)
    return Sign(Evidence("kramdown", _names_package(f"{shown}Gemfile", gem))) if gem else None


def _mkdocs(folder: Folder, shown: str) -> Sign | None:
    name = folder.first(*_MKDOCS)
    return Sign(_there_is("mkdocs", name, shown), pages=("docs",)) if name else None


def _mdbook(folder: Folder, shown: str) -> Sign | None:
    if "book.toml" not in folder.names:
        return None
    pages = () if "SUMMARY.md" in folder.names else ("src",)
    return Sign(_there_is("mdbook", "book.toml", shown), pages=pages)


def _honkit(folder: Folder, shown: str) -> Sign | None:
    name = folder.first("book.json", "book.js")
    if name is None:
        return None
    if "SUMMARY.md" not in folder.names and not _is_of_honkit(name, folder.start_of(name)):
        return None
    return Sign(_there_is("honkit", name, shown))


def _is_of_honkit(name: str, text: str) -> bool:
    """Whether the configuration has a key of HonKit's: other tools have a book.json too."""
    if name == "book.json":
        return text.lstrip("\ufeff \t\r\n").startswith("{") and any(f'"{key}"' in text for key in _HONKIT_KEYS)
    return ("module.exports" in text or "export default" in text) and any(key in text for key in _HONKIT_KEYS)


def _other(folder: Folder, shown: str) -> Sign | None:
    name = folder.first(*_OTHERS)
    if name is None:
        return None
    reason = Text(
        f"{shown}{name} がある（jlint の知らない方言なので CommonMark として読む）",
        f"there is {shown}{name}, whose dialect jlint doesn't know: read as CommonMark",
    )
    return Sign(Evidence("commonmark", reason, is_guess=True))


_LOOKS: tuple[Callable[[Folder, str], Sign | None], ...] = (
    *(_zenn, _qiita),
    *(_vitepress, _docusaurus, _hugo, _hexo, _jekyll, _mkdocs, _mdbook, _honkit, _other),
)


def _package(folder: Folder) -> str:
    return folder.start_of("package.json") if "package.json" in folder.names else ""


def _names_package(file: str, package: str) -> Text:
    return Text(f"{file} に {package} がある", f"{file} names {package}")
