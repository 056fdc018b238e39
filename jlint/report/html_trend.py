"""How the numbers of findings have changed since earlier runs: a small chart of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jlint.engine.result import Totals
from jlint.finding import Severity, Text
from jlint.report import Style
from jlint.report.earlier import EarlierRun
from jlint.report.html_findings import NAMES, SEVERITIES
from jlint.report.html_shell import shown

_WIDTH, _HEIGHT = 600, 120
"""Of the chart, which is stretched to the width of the page."""


def trend(totals: Totals, style: Style) -> Iterator[str]:
    """The chart and the numbers as a table; nothing without earlier runs."""
    if not style.earlier:
        return
    language = style.language
    now = EarlierRun(Text("今回", "now").to(language), totals.errors, totals.warnings, totals.infos)
    runs = [*style.earlier, now]
    most = max(1, *(max(run.counts.values()) for run in runs))
    title = Text("これまでの推移", "How it has changed").to(language)
    yield f"<h2>{title}</h2>"
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" preserveAspectRatio="none"'
    yield f'<svg class="trend" {size} role="img" aria-label="{title}">'
    for severity in SEVERITIES:
        points = " ".join(_points(runs, severity, most))
        yield f'<polyline class="{severity.label}" points="{points}"/>'
    yield "</svg>"
    keys = " ".join(
        f'<span class="{each.label}">━ {NAMES[each].to(language)} {now.counts[each]}</span>' for each in SEVERITIES
    )
    first, last = shown(runs[0].label), shown(now.label)
    yield f'<div class="axis"><span>{first}</span><span>{last}</span></div><div class="axis">{keys}</div>'
    yield f"<details class=why><summary>{Text('数字', 'Numbers').to(language)}</summary><table><tr><th></th>"
    yield from (f"<th>{NAMES[each].to(language)}</th>" for each in SEVERITIES)
    yield "</tr>"
    for run in runs:
        cells = "".join(f"<td>{run.counts[each]}</td>" for each in SEVERITIES)
        yield f"<tr><th>{shown(run.label)}</th>{cells}</tr>"
    yield "</table></details>"


def _points(runs: Sequence[EarlierRun], severity: Severity, most: int) -> Iterator[str]:
    for number, run in enumerate(runs):
        x = _WIDTH * number / (len(runs) - 1)
        yield f"{x:.1f},{(_HEIGHT - 4) * (1 - run.counts[severity] / most) + 2:.1f}"
