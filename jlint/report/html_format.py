"""One page for an editor: totals, the number of findings of each rule, and each post with its findings.

The page is self-contained: no script, no font, no network.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape as html_escape
from pathlib import Path
from typing import TextIO

from jlint.engine.result import FileResult, Place, ReportedFinding, RunResult
from jlint.finding import Language, Severity, Text
from jlint.printable import printable
from jlint.report import Style
from jlint.report.first_things import first_thing
from jlint.report.rule_words import summary_of
from jlint.report.words import held_back_by, shown_excerpt

_WEIGHTS = {Severity.ERROR: 100, Severity.WARNING: 10, Severity.INFO: 1}
_NAMES = {
    Severity.ERROR: Text("エラー", "errors"),
    Severity.WARNING: Text("警告", "warnings"),
    Severity.INFO: Text("情報", "notes"),
}
_ONE = {Severity.ERROR: "エラー", Severity.WARNING: "警告", Severity.INFO: "情報"}
_OPEN_UP_TO = 3
"""How many of the posts with the heaviest findings are open at first. In print all are."""


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes the page, in the language of the run."""
    for part in _page(result, style.language):
        out.write(part + "\n")


def _page(result: RunResult, language: Language) -> Iterator[str]:
    title = Text("jlint の校正結果", "What jlint found").to(language)
    css = Path(__file__).with_name("html_page.css").read_text("utf-8")
    yield f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>\n{css}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    yield from _totals(result, language)
    yield from _failures(result, language)
    yield from _rules(result, language)
    yield from _posts(result, language)
    yield "</body>\n</html>"


def _totals(result: RunResult, language: Language) -> Iterator[str]:
    yield '<ul class="totals">'
    yield f"<li><b>{len(result.files)}</b>{Text('ファイル', 'files').to(language)}</li>"
    clean = sum(not file.findings and not file.failures for file in result.files)
    yield f"<li><b>{clean}</b>{Text('指摘のないファイル', 'without a finding').to(language)}</li>"
    for severity, name in _NAMES.items():
        yield f'<li class="{severity.label}"><b>{result.count(severity)}</b>{name.to(language)}</li>'
    yield "</ul>"


def _rules(result: RunResult, language: Language) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in result.findings)
    if not counts:
        return
    most = max(counts.values())
    yield f'<h2>{Text("ルールごとの数", "By rule").to(language)}</h2>\n<ul class="chart">'
    by_weight = sorted(counts.items(), key=lambda item: (-item[1], -item[0][1], item[0][0]))
    for (rule, severity), count in by_weight:
        yield (
            f'<li><div><code>{_shown(rule)}</code><div class="summary">{_prose(summary_of(rule, language))}</div></div>'
            f'<span class="number">{count}</span>'
            f'<div class="bar {severity.label}"><span style="width:{count / most * 100:.1f}%"></span></div></li>'
        )
    yield "</ul>"


def _failures(result: RunResult, language: Language) -> Iterator[str]:
    if not result.failures:
        return
    yield f"<h2>{Text('調べられなかったもの', 'What could not be checked').to(language)}</h2>\n<ul>"
    for failure in result.failures:
        yield f'<li class="error">{_shown(failure.path)}: {_shown(failure.message)}</li>'
    yield "</ul>"


def _posts(result: RunResult, language: Language) -> Iterator[str]:
    posts = sorted((file for file in result.files if file.findings), key=lambda file: (-_weight(file), file.path))
    if not posts:
        yield f"<p>{Text('指摘はありません。', 'Nothing found.').to(language)}</p>"
        return
    yield f"<h2>{Text('ファイルごとの指摘（重いものから）', 'By file, the heaviest first').to(language)}</h2>"
    for number, file in enumerate(posts):
        opened = " open" if number < _OPEN_UP_TO else ""
        yield f"<details{opened}>\n<summary>{_shown(file.path)} — {_counts(file.findings, language)}</summary>\n<ol>"
        first = first_thing(file, language)
        if first:
            yield f'<li class="first">{_prose(first)}</li>'
        held_back = held_back_by(file.held_back)
        for finding in file.findings:
            yield _item(finding, language, held_back.get(finding, ()))
        yield "</ol>\n</details>"


def _weight(file: FileResult) -> int:
    return sum(_WEIGHTS[finding.severity] for finding in file.findings)


def _counts(findings: Iterable[ReportedFinding], language: Language) -> str:
    counts = Counter(finding.severity for finding in findings)
    return " ".join(
        f'<span class="{severity.label}">{name.to(language)} {counts[severity]}</span>'
        for severity, name in _NAMES.items()
        if counts[severity]
    )


def _item(finding: ReportedFinding, language: Language, held_back: Sequence[ReportedFinding] = ()) -> str:
    severity = finding.severity.label
    badge = Text(_ONE[finding.severity], severity).to(language)
    before, marked, after = map(_shown, shown_excerpt(finding.excerpt))
    parts = [
        f'<li><div class="place"><span class="badge {severity}">{badge}</span> '
        f"{_where(finding.place, language)} · <code>{_shown(finding.rule)}</code></div>",
        f'<div class="message">{_prose(finding.message)}</div>',
        f'<div class="excerpt">{before}<mark class="{severity}">{marked}</mark>{after}</div>',
    ]
    if finding.fix:
        parts.append(f"<div>{Text('直し方', 'Fix').to(language)}: {_prose(finding.fix.title)}</div>")
    for related in finding.related:
        path = "" if related.path == finding.path else f"{_shown(related.path)} "
        where = f"{path}{_where(related.place, language)}"
        parts.append(f'<div class="place">→ {where}: {_prose(related.message)}</div>')
    if held_back:
        parts.append(
            f"<details>\n<summary>{Text('これにまとめた指摘', 'Told with it').to(language)}: {len(held_back)}</summary>"
        )
        parts += ["<ol>", *(_item(each, language) for each in held_back), "</ol></details>"]
    return "\n".join(parts) + "</li>"


def _where(place: Place, language: Language) -> str:
    return Text(f"{place.line}行目 {place.column}桁目", f"line {place.line}, column {place.column}").to(language)


def _prose(text: str) -> str:
    """The text, with what is between backquotes as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", _shown(text))


def _shown(text: str) -> str:
    return html_escape(printable(text))
