"""A page for an editor: totals, how they came about, the rules with their reasons, and each post with its findings.

Where there are very many findings, each post has a page of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TextIO
from urllib.parse import quote

from jlint.engine.result import FileResult, RunResult
from jlint.finding import Severity, Text
from jlint.report import Style
from jlint.report.html_findings import NAMES, Anchors, anchor, counts_of, filter_form, post
from jlint.report.html_rules import rules
from jlint.report.html_shell import page, shown
from jlint.report.html_trend import trend

MOST_ON_A_PAGE = 3_000
"""With more findings a page takes a browser seconds to show."""
_WEIGHTS = {Severity.ERROR: 100, Severity.WARNING: 10, Severity.INFO: 1}
_OPEN_UP_TO = 3
"""How many of the posts with the heaviest findings are open at first. In print all are."""
_TITLE = Text("jlint の校正結果", "What jlint found")


def write(result: RunResult, out: TextIO, style: Style) -> None:
    """Writes one page, in the language of the run, however many findings there are."""
    out.write(_text(page(_TITLE.to(style.language), _whole(result, style), style.language)))


def pages(result: RunResult, index: str, style: Style) -> Iterator[tuple[str, str]]:
    """The pages of a report that is too large for one: path and text of each, `index` the first.

    That is the name of the page that leads to the others, which lie beside it in the folder that `folder_of` names.
    """
    language, folder = style.language, folder_of(index)
    posts = _by_weight(result)
    names = {file.path: f"{number:04d}.html" for number, file in enumerate(posts, 1)}
    addresses = {path: f"{quote(folder)}/{name}" for path, name in names.items()}
    yield index, _text(page(_TITLE.to(language), _overview(result, style, addresses), language))
    for file in posts:
        yield f"{folder}/{names[file.path]}", _text(page(file.path, _of_post(file, index, style), language))


def folder_of(index: str) -> str:
    """The name of the folder for the pages of files, beside a page."""
    return f"{index.removesuffix('.html')}_files"


def _text(parts: Iterator[str]) -> str:
    return "".join(f"{part}\n" for part in parts)


def _whole(result: RunResult, style: Style) -> Iterator[str]:
    yield from _head(result, style)
    yield from rules(result.findings, style)
    posts = _by_weight(result)
    if not posts:
        yield f"<p>{Text('指摘はありません。', 'Nothing found.').to(style.language)}</p>"
        return
    yield _heading(style)
    yield from filter_form(result.findings, style.language)
    anchors = Anchors()
    for number, file in enumerate(posts):
        yield from post(file, style.language, anchors, opened=number < _OPEN_UP_TO)


def _overview(result: RunResult, style: Style, addresses: dict[str, str]) -> Iterator[str]:
    """Totals, rules, and the posts with links to their pages."""
    language = style.language
    yield from _head(result, style)
    yield from rules(result.findings, style, addresses)
    yield _heading(style)
    yield from filter_form(result.findings, language)
    yield '<ul class="posts">'
    for file in _by_weight(result):
        address = shown(addresses[file.path])
        yield f'<li class="post" data-path="{shown(file.path)}"><a href="{address}">{shown(file.path)}</a> — '
        yield counts_of(file.findings, language) + "<div>"
        units = Counter((finding.rule, finding.severity) for finding in file.findings)
        for (rule, severity), count in sorted(units.items(), key=lambda item: (-item[0][1], -item[1], item[0][0])):
            yield (
                f'<a class="unit {severity.label}" data-rule="{shown(rule)}" data-severity="{severity.label}"'
                f' data-count="{count}" href="{address}#{anchor(rule)}">{shown(rule)} {count}</a>'
            )
        yield "</div></li>"
    yield "</ul>"


def _of_post(file: FileResult, index: str, style: Style) -> Iterator[str]:
    back = Text("一覧へ", "All posts").to(style.language)
    yield f'<p class="back"><a href="../{shown(quote(index))}">{back}</a></p>'
    yield from rules(file.findings, style)
    yield from filter_form(file.findings, style.language)
    yield from post(file, style.language, Anchors(), opened=True)


def _head(result: RunResult, style: Style) -> Iterator[str]:
    language = style.language
    yield '<ul class="totals">'
    yield f"<li><b>{len(result.files)}</b>{Text('ファイル', 'files').to(language)}</li>"
    clean = sum(not file.findings and not file.failures for file in result.files)
    yield f"<li><b>{clean}</b>{Text('指摘のないファイル', 'without a finding').to(language)}</li>"
    for severity, name in NAMES.items():
        yield f'<li class="{severity.label}"><b>{result.count(severity)}</b>{name.to(language)}</li>'
    yield "</ul>"
    yield from trend(result.totals, style)
    if result.failures:
        yield f"<h2>{Text('調べられなかったもの', 'What could not be checked').to(language)}</h2>\n<ul>"
        for failure in result.failures:
            yield f'<li class="error">{shown(failure.path)}: {shown(failure.message)}</li>'
        yield "</ul>"


def _heading(style: Style) -> str:
    text = Text("ファイルごとの指摘（重いものから）", "By file, the heaviest first")
    return f"<h2>{text.to(style.language)}</h2>"


def _by_weight(result: RunResult) -> Sequence[FileResult]:
    posts = (file for file in result.files if file.findings)
    return sorted(posts, key=lambda file: (-sum(_WEIGHTS[each.severity] for each in file.findings), file.path))
