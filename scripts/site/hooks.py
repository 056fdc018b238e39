"""What the site of the documentation does beside MkDocs: hooks named in mkdocs.yml.

The site is laid out as the repository is, with the files of `extra.beside` next to docs/, so that links between them
are the same here and on GitHub. README.ja.md is the start page, README.md stands beside it. The theme's search is
replaced by one that finds Japanese (search.js).
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_START = {"README.ja.md": "index.html", "README.md": "README.html"}
_HERE = Path(__file__).resolve().parent
_LESS = "\ue000"
"""Stands for a less-than sign while Markdown is read."""
_FOLDER_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)\s]+/\)")
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """All files, by their paths in the repository."""
    docs = Path(config.docs_dir)
    root = docs.parent
    names = [f"{docs.name}/{file.src_uri}" for file in files if file.src_dir == config.docs_dir]
    names += config.extra["beside"]
    theme = [file for file in files if file.src_dir != config.docs_dir]
    style = File("site.css", str(_HERE), config.site_dir, use_directory_urls=False)
    return Files([*theme, style, *(_file(name, root, config) for name in names)])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hides what Python-Markdown takes for a declaration, even in code, as in the expression `(?<![0-9])`.

    Folders have no page here as they have on GitHub: of links to them the text is left.
    """
    return _FOLDER_LINK.sub(r"\1", markdown.replace("<![", f"{_LESS}!["))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Joins lines that were broken between Japanese characters, where browsers would show a blank."""
    parts = _PREFORMATTED.split(html.replace(_LESS, "&lt;"))
    return "".join(part if number % 2 else _joined(part) for number, part in enumerate(parts))


def on_post_build(config: MkDocsConfig) -> None:
    """Puts our search in the place of the theme's worker."""
    (worker,) = Path(config.site_dir, "assets", "javascripts", "workers").glob("search.*.js")
    shutil.copyfile(_HERE / "search.js", worker)


def _file(name: str, root: Path, config: MkDocsConfig) -> File:
    file = File(name, str(root), config.site_dir, config.use_directory_urls)
    if name in _START:
        file.dest_uri = _START[name]
    return file


def _joined(html: str) -> str:
    return re.sub(r"(.)\n(?=(.))", lambda m: m[1] if _is_wide(m[1]) and _is_wide(m[2]) else m[0], html)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
