"""Sentences that authors wrap around lines of their own: 「結果は」, some names, 「でした！」."""

from __future__ import annotations

from collections.abc import Sequence

from jlint.compiled import lazy_pattern
from jlint.rules.helpers.artifact.flow import Step

_LEADS_IN = lazy_pattern("[はがもをにへと、，]\\Z")
_TAKES_UP = lazy_pattern(
    "です|でした|でしょう|だった|だ[。！!]|で(?:ある|あっ|あり|構成|決ま|終わ)|と(?:なり|なる|なっ|いう|いっ|言|呼|思|書|求|答|する|し[てま])"
    "|に(?:なり|なる|なっ|決ま|分か|わか)|が(?:得|求|成|必|あ[りる]|決ま|示|選)|を(?:得|使|求|満|示|考|選|含|組)|の(?:順|[0-9０-９一-九]+)"
)
_SENTENCE_END = lazy_pattern(r"[。．！？]|[.!?](?:\s|\Z)")
_LONGEST_LINE, _MOST_STEPS = 40, 8


def wrapped_at(steps: Sequence[Step], index: int) -> int | None:
    """Which step takes up the sentence that the step `index` leaves open, None if none does.

    Between the two there are nothing but short lines without an end of a sentence, at least one.
    """
    if not _LEADS_IN.search(steps[index].text):
        return None
    for number in range(index + 1, min(index + _MOST_STEPS + 2, len(steps))):
        step = steps[number]
        if number > index + 1 and step.kind == "paragraph" and _TAKES_UP.match(step.text):
            return number
        if step.kind != "aside" and not (step.is_prose and _is_in_short_lines(step.text)):
            return None
    return None


def _is_in_short_lines(text: str) -> bool:
    return not _SENTENCE_END.search(text) and all(len(line) <= _LONGEST_LINE for line in text.split("\n"))
