"""Whether what follows a paragraph without a full stop takes its sentence up, as authors mean it to."""

from __future__ import annotations

from jlint.compiled import lazy_pattern
from jlint.rules.helpers.artifact.flow import Step

_SPEECH = frozenset('「『“〝"（(')
_BULLET = lazy_pattern(r"[・●○■□◆◇▼▶►➡→※★☆①-⑳]|[-*+] |[（(]?[0-9０-９]+[.．)）]")
_LAST_WORDS = lazy_pattern(r"(?:[、，・]|て|で|と|に|は|が|も|へ|ば|し|り|から|ので|のに|けど|ながら|つつ)\Z")
_CHATTY_END = lazy_pattern(
    r"(?:けど|けれど|けれども|かも|から|ので|のに|し|って|っす|っけ|わ|ぜ|ぞ|な|なあ|なぁ|w+|ｗ+)\Z"
)
_LINES_WITH_COMMAS = lazy_pattern(r"[、，][ \t]*(?:<br ?/?>)?\r?\n[^\n]*[、，][ \t]*(?:<br ?/?>)?\r?\n")
_ALOUD = 20
"""A line of up to so many characters that ends in a comma is a pause."""


def is_received(sentence: str, source: str, step: Step, before: Step | None, after: Step | None) -> bool:
    """Whether the author may have broken the sentence there: before speech, before a list, or for a pause.

    `sentence` is the last one of the step `step`, which is `source` with its markup and line ends; `before` and
    `after` are the steps around it.
    """
    if _LAST_WORDS.search(sentence) and after is not None and after.is_prose and after.text[0] in _SPEECH:
        return True
    if after is not None and after.is_prose and _BULLET.match(after.text):
        return True
    if _BULLET.match(step.text):
        return True
    if sentence[-1] in "、，":
        if _LINES_WITH_COMMAS.search(source) or (after is not None and _closes_speech(step.text, after.text)):
            return True
        is_pause = sentence == step.text and len(sentence) <= _ALOUD and after is not None and after.is_prose
        around = [other.text for other in (before, after) if other is not None and other.is_prose]
        return is_pause or any(text[-1] in "、，" for text in around)
    return after is None and _CHATTY_END.search(sentence) is not None


def _closes_speech(text: str, following: str) -> bool:
    """Whether speech that is open at the end of a paragraph goes on in the next one."""
    is_open = text.rfind("「") > text.rfind("」")
    return is_open and "」" in following and following.find("」") < (following + "「").find("「")
