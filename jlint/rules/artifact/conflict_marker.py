"""What git leaves in a file where a merge needs a decision."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity
from jlint.rules.helpers.artifact.leftover_lines import Leftover, leftover_lines


class ConflictMarker(Rule):
    """git の競合の印（<<<<<<< や >>>>>>>）が残っている。

    二つの版の文章が両方とも載っている。どちらかを選び、印の行を消す。一つの競合につき指摘は一つで、
    残りの印は関連する場所として示す。
    """

    id = "conflict-marker"
    category = "artifact"
    severity = Severity.ERROR
    needs = "<<<<<<< >>>>>>>"
    english = """Marks of a git conflict, such as <<<<<<< or >>>>>>>, were left in.

    Both versions of a passage stand in the text. Choose one and remove the lines of the marks. A conflict is one
    finding; its other marks are given as related places.
    """
    examples = (
        Bad(
            "⟦<<<<<<< HEAD⟧\n開店は九時です。\n⟨=======⟩\n開店は十時です。\n⟨>>>>>>> opening-hours⟩\n\n"
            "ご来店をお待ちしています。\n"
        ),
        Bad("開店は十時です。\n⟦>>>>>>> 4c1d2e9⟧\n"),
        Good("開店時間\n=======\n\n平日は九時に開けます。\n"),
        Good("```\n<<<<<<< HEAD\n古い行\n=======\n新しい行\n>>>>>>> topic\n```\n"),
        Good(">>>>>>> 七重の引用です。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if "<<<<<<< " not in document.text and ">>>>>>> " not in document.text:
            return
        for opening, *others in _conflicts(document):
            yield self.finding(
                opening.span,
                ja="git の競合の印が残っています。どちらの版を載せるかを決め、印の行を消してください",
                en="Marks of a git conflict were left in. Choose a version and remove the marks",
                related=[
                    Related(other.span, Text("同じ競合の印です", "A mark of the same conflict")) for other in others
                ],
            )


def _conflicts(document: Document) -> Iterator[list[Leftover]]:
    """The marks of each conflict together, from <<<<<<< to >>>>>>>."""
    marks: list[Leftover] = []
    for mark in leftover_lines(document):
        if mark.kind != "conflict":
            continue
        text = mark.span.of(document.text)
        if marks and text.startswith("<"):
            yield marks
            marks = []
        if marks or text.startswith(("<", ">")):
            marks.append(mark)
        if text.startswith(">"):
            yield marks
            marks = []
    if marks:
        yield marks
