"""The findings of a file, and the form that filters them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from jlint.engine.result import FileResult, Place, ReportedFinding
from jlint.finding import Language, Severity, Text
from jlint.report.first_things import first_thing
from jlint.report.html_shell import prose, shown
from jlint.report.words import held_back_by, shown_excerpt

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
NAMES = {
    Severity.ERROR: Text("エラー", "errors"),
    Severity.WARNING: Text("警告", "warnings"),
    Severity.INFO: Text("情報", "notes"),
}
_ONE = {Severity.ERROR: "エラー", Severity.WARNING: "警告", Severity.INFO: "情報"}


class Anchors:
    """The ids of the first findings of the rules on a page, to which their names link."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def of(self, rule: str) -> str:
        """The attribute of the next finding of the rule: an id for the first one."""
        if rule in self._seen:
            return ""
        self._seen.add(rule)
        return f' id="{anchor(rule)}"'


def anchor(rule: str) -> str:
    """The id of the first finding of a rule on a page."""
    return f"f-{shown(rule)}"


def counts_of(findings: Iterable[ReportedFinding], language: Language) -> str:
    """How many errors, warnings and notes there are."""
    counts = Counter(finding.severity for finding in findings)
    return " ".join(
        f'<span class="{severity.label}">{NAMES[severity].to(language)} {counts[severity]}</span>'
        for severity in SEVERITIES
        if counts[severity]
    )


def post(file: FileResult, language: Language, anchors: Anchors, *, opened: bool) -> Iterator[str]:
    """The file with its findings."""
    start = "<details open" if opened else "<details"
    yield f'{start} class="post" data-path="{shown(file.path)}">'
    yield f"<summary>{shown(file.path)} — {counts_of(file.findings, language)}</summary>\n<ol>"
    first = first_thing(file, language)
    if first:
        yield f'<li class="first">{prose(first)}</li>'
    held_back = held_back_by(file.held_back)
    for finding in file.findings:
        unit = f' class="unit" data-rule="{shown(finding.rule)}" data-severity="{finding.severity.label}"'
        yield _item(finding, language, held_back.get(finding, ()), unit + anchors.of(finding.rule))
    yield "</ol>\n</details>"


def filter_form(findings: Iterable[ReportedFinding], language: Language) -> Iterator[str]:
    """The form; the page's script shows it."""
    counts = Counter(finding.rule for finding in findings)
    yield '<form id="filter" hidden>'
    yield f"<label>{Text('ルール', 'Rule').to(language)} <select name=rule>"
    yield f'<option value="">{Text("すべて", "all").to(language)}</option>'
    for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f'<option value="{shown(rule)}">{shown(rule)} ({count})</option>'
    yield "</select></label>"
    yield f"<label>{Text('ファイル', 'File').to(language)} <input name=path type=search autocomplete=off></label>"
    yield "<span class=boxes>"
    for severity in SEVERITIES:
        name, label = Text(_ONE[severity], severity.label).to(language), severity.label
        yield f'<label class="{label}"><input type=checkbox name=severity value={label} checked> {name}</label>'
    yield "</span>"
    yield f"<button type=reset>{Text('すべて示す', 'Show all').to(language)}</button> <output></output></form>"


def _item(
    finding: ReportedFinding, language: Language, held_back: Sequence[ReportedFinding] = (), attributes: str = ""
) -> str:
    severity = finding.severity.label
    badge = Text(_ONE[finding.severity], severity).to(language)
    before, marked, after = map(shown, shown_excerpt(finding.excerpt))
    parts = [
        f'<li{attributes}><div class="place"><span class="badge {severity}">{badge}</span> '
        f'{_where(finding.place, language)} · <a href="#r-{shown(finding.rule)}"><code>{shown(finding.rule)}</code></a>'
        "</div>",
        f'<div class="message">{prose(finding.message)}</div>',
        f'<div class="excerpt">{before}<mark class="{severity}">{marked}</mark>{after}</div>',
    ]
    if finding.fix:
        parts.append(f"<div>{Text('直し方', 'Fix').to(language)}: {prose(finding.fix.title)}</div>")
    elif finding.fix_note:
        parts.append(f"<div>{prose(finding.fix_note)}</div>")
    for related in finding.related:
        path = "" if related.path == finding.path else f"{shown(related.path)} "
        where = f"{path}{_where(related.place, language)}"
        parts.append(f'<div class="place">→ {where}: {prose(related.message)}</div>')
    if held_back:
        parts.append(
            f"<details>\n<summary>{Text('これにまとめた指摘', 'Told with it').to(language)}: {len(held_back)}</summary>"
        )
        parts += ["<ol>", *(_item(each, language) for each in held_back), "</ol></details>"]
    return "\n".join(parts) + "</li>"


def _where(place: Place, language: Language) -> str:
    return Text(f"{place.line}行目 {place.column}桁目", f"line {place.line}, column {place.column}").to(language)
