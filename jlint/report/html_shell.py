"""The frame of a page: what every page of the HTML report begins and ends with.

A page is self-contained: no font, nothing from the network. The one script that may run is the page's own, known by
its digest, so nothing that a draft says can run even if it weren't escaped.
"""

from __future__ import annotations

import os
import re
import time
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape as html_escape
from pathlib import Path

from jlint import __version__
from jlint.finding import Language, Text
from jlint.printable import printable

GENERATOR = '<meta name="generator" content="jlint'
"""What tells a page that jlint has written from any other."""


def page(title: str, body: Iterable[str], language: Language) -> Iterator[str]:
    """The whole page around its body, which is HTML; the title is text."""
    css, script = (Path(__file__).with_name(f"html_page.{kind}").read_text("utf-8") for kind in ("css", "js"))
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'{GENERATOR} {__version__}">'
    yield f"<title>{shown(title)}</title>\n<style>\n{css}</style>\n</head>\n<body>\n<h1>{shown(title)}</h1>"
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(int(given) if given.isdecimal() else time.time()))
    said = Text(f"{when}、jlint {__version__}", f"{when}, jlint {__version__}").to(language)
    yield f'<p class="stamp">{said}</p>'
    yield from body
    yield f"<script>{script}</script>\n</body>\n</html>"


def prose(text: str) -> str:
    """The text, with what is between backquotes as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", shown(text))


def shown(text: str) -> str:
    """The text as HTML, in an attribute too."""
    return html_escape(printable(text))
