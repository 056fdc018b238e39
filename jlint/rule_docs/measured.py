"""How often findings of a rule were right, where that was measured.

`measured.json` holds figures of docs/precision.md and docs/typos.md; `scripts.measured_figures` collects them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jlint.finding import Text
from jlint.rules.contract.base import Rule

_LOTS = {
    "generated": Text("生成された記事", "generated posts"),
    "people": Text("人の書いた文章", "texts by people"),
    "met-before": Text("ルールを作るときにも見たリポジトリ", "repositories that served to make rules"),
}


class Measured(Struct, frozen=True):
    """What a strict reader said of a rule's findings in one lot of text.

    `read` findings were judged, `right` were right, `trivial` true but not worth a change (None where that was not told
    apart from wrong). `document` is the page of docs/ that tells more, `since` what was changed after the reading.
    """

    text: Text
    read: int
    right: int
    trivial: int | None
    document: str
    since: Text


class _Reading(msgspec.Struct, frozen=True):
    document: str
    ja: str
    en: str
    since_ja: str
    since_en: str


class _Figure(msgspec.Struct, frozen=True):
    reading: str
    text: str
    read: int
    right: int
    trivial: int | None


class _File(msgspec.Struct, frozen=True):
    readings: dict[str, _Reading]
    figures: dict[str, list[_Figure]]


def measured(rule: type[Rule] | Rule) -> tuple[Measured, ...]:
    """The figures for a rule, none where nothing was measured."""
    content = _content()
    return tuple(_measured(content.readings[figure.reading], figure) for figure in content.figures.get(rule.id, ()))


def _measured(reading: _Reading, figure: _Figure) -> Measured:
    lot = _LOTS[figure.text]
    return Measured(
        Text(f"{lot.ja}: {reading.ja}", f"{lot.en}: {reading.en}"),
        figure.read,
        figure.right,
        figure.trivial,
        reading.document,
        Text(reading.since_ja, reading.since_en),
    )


@cache
def _content() -> _File:
    text = files("jlint.rule_docs").joinpath("measured.json").read_bytes()
    return msgspec.json.decode(text, type=_File)
