"""What the terminal shows: colours and links."""

from __future__ import annotations

import os
import sys
from typing import Literal, TextIO

Choice = Literal["auto", "always", "never"]

_WITH_LINKS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby", "mintty"})
_TERMS_WITH_LINKS = ("xterm-kitty", "alacritty", "foot", "contour", "wezterm", "xterm-ghostty")
_VARIABLES_WITH_LINKS = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM")
_LEAST_VTE = 5000
"""The first VTE (of GNOME's terminal and others) that shows links: 0.50."""


def shows_colour(choice: Choice, stream: TextIO | None = None) -> bool:
    """Whether to write colours to a stream, by default standard output.

    NO_COLOR (https://no-color.org) wins over FORCE_COLOR, an option over both.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"


def shows_links(choice: Choice) -> bool:
    """Whether to write links (OSC 8): where the terminal is known to show them, or FORCE_HYPERLINK asks for them."""
    forced = os.environ.get("FORCE_HYPERLINK", "")
    if choice == "never" or forced == "0":
        return False
    if forced:
        return True
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        return False
    version = os.environ.get("VTE_VERSION", "")
    return (
        os.environ.get("TERM_PROGRAM") in _WITH_LINKS
        or os.environ.get("TERM", "").startswith(_TERMS_WITH_LINKS)
        or any(os.environ.get(name) for name in _VARIABLES_WITH_LINKS)
        or (version.isdecimal() and int(version) >= _LEAST_VTE)
    )
