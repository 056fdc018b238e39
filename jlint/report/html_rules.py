"""The rules that have findings: how many, where, why they matter, with examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from jlint.engine.result import ReportedFinding
from jlint.finding import Language, Text
from jlint.printable import printable_text
from jlint.report import Style
from jlint.report.html_findings import anchor
from jlint.report.html_shell import prose, shown
from jlint.report.rule_words import address_of, words_of
from jlint.rules.contract.example import Bad, unmark

_MOST_EXAMPLES = 3


def rules(findings: Iterable[ReportedFinding], style: Style, pages: Mapping[str, str] | None = None) -> Iterator[str]:
    """The rules with the numbers of their findings; each links to these.

    The page's script makes the links filter the page; without it they lead to the first of the findings. `pages` are
    the addresses of the pages of files, where there are any.
    """
    language = style.language
    listed = list(findings)
    counts = Counter((finding.rule, finding.severity) for finding in listed)
    if not counts:
        return
    most = max(counts.values())
    in_files = Counter((finding.rule, finding.path) for finding in listed)
    told: set[str] = set()
    yield f'<h2>{Text("ルールごとの数", "By rule").to(language)}</h2>\n<ul class="chart">'
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], -item[0][1], item[0][0])):
        words = words_of(rule, language)
        link = f'<a class="to-rule" data-rule="{shown(rule)}" href="#{anchor(rule)}">'
        name = f"{link}<code>{shown(rule)}</code></a>"
        own = f' id="r-{shown(rule)}"' if rule not in told else ""
        yield f"<li{own}><div>{name}"
        if rule not in told:
            told.add(rule)
            yield f'<div class="summary">{prose(words.summary)}</div>' if words else ""
            yield from _why(rule, style)
            yield from _files(rule, in_files, pages or {}, language)
        yield (
            f'</div><span class="number">{count}</span>'
            f'<div class="bar {severity.label}"><span style="width:{count / most * 100:.1f}%"></span></div></li>'
        )
    yield "</ul>"


def _why(rule: str, style: Style) -> Iterator[str]:
    language = style.language
    words, address = words_of(rule, language), address_of(rule, style.docs_url)
    link = (
        f'<p class="summary"><a href="{shown(address)}">{Text("くわしい説明", "More about it").to(language)}</a></p>'
        if address
        else ""
    )
    if words is None:
        yield link
        return
    yield f'<details class="why"><summary>{Text("なぜ、例", "Why, examples").to(language)}</summary>'
    yield from (f"<p>{prose(part)}</p>" for part in words.why.split("\n\n") if part)
    for wanted, title in ((True, Text("悪い例", "Bad")), (False, Text("良い例", "Good"))):
        examples = [each for each in words.examples if isinstance(each, Bad) is wanted][:_MOST_EXAMPLES]
        for example in examples:
            yield f"<div>{title.to(language)}</div><pre>{_marked(example.text)}</pre>"
            if isinstance(example, Bad) and example.fixed is not None:
                yield f"<div>{Text('直すと', 'Fixed').to(language)}</div><pre>{_lines(example.fixed.rstrip())}</pre>"
    yield f"{link}</details>"


def _marked(text: str) -> str:
    """An example with what is found in it marked."""
    bare, spans, _ = unmark(text)
    parts, done = [], 0
    for start, end in spans:
        if start < done:
            continue
        parts.append(f"{_lines(bare[done:start])}<mark>{_lines(bare[start:end])}</mark>")
        done = end
    return "".join(parts) + _lines(bare[done:].rstrip())


def _lines(text: str) -> str:
    return escape(printable_text(text))


def _files(
    rule: str, in_files: Mapping[tuple[str, str], int], pages: Mapping[str, str], language: Language
) -> Iterator[str]:
    found = sorted(((count, path) for (each, path), count in in_files.items() if each == rule), reverse=True)
    if not pages or not found:
        return
    yield f'<details class="why"><summary>{Text("ファイル", "Files").to(language)}: {len(found)}</summary><ul>'
    for count, path in found:
        yield f'<li><a href="{shown(pages[path])}#{anchor(rule)}">{shown(path)}</a> {count}</li>'
    yield "</ul></details>"
