"""Lines and sentences that several reports share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from jlint.engine.result import Excerpt, Failure, HeldBack, ReportedFinding, Totals
from jlint.finding import Language, Text
from jlint.printable import printable_line, shown
from jlint.report import Style
from jlint.report.rule_words import address_of


def finding_line(finding: ReportedFinding, style: Style | None = None) -> str:
    """`path:line:column: severity message [rule-id]`; with a style the rule is a link where it says so."""
    place = finding.place
    start = printable_line(f"{finding.path}:{place.line}:{place.column}: {finding.severity.label} {finding.message} ")
    return start + (linked_rule(finding.rule, style) if style else printable_line(f"[{finding.rule}]"))


def linked_rule(rule: str, style: Style) -> str:
    """`[rule-id]`, in a terminal that shows links one to the page about the rule."""
    shown = printable_line(f"[{rule}]")
    address = address_of(rule, style.docs_url) if style.links else ""
    return f"\x1b]8;;{address}\x1b\\{shown}\x1b]8;;\x1b\\" if address else shown


def held_back_by(held_back: Iterable[HeldBack]) -> dict[ReportedFinding, list[ReportedFinding]]:
    """The findings that are told with another one, by that one."""
    found: dict[ReportedFinding, list[ReportedFinding]] = defaultdict(list)
    for each in held_back:
        found[each.by].append(each.finding)
    return found


def failure_line(failure: Failure, language: Language) -> str:
    """The failure with its path and, if a rule failed, that rule."""
    if not failure.rule:  # its message is a sentence of its own
        return printable_line(f"{failure.path}: {failure.message}")
    word = Text("失敗", "failure").to(language)
    return printable_line(f"{failure.path}: {word}: {failure.message} [{failure.rule}]")


def shown_excerpt(excerpt: Excerpt) -> Excerpt:
    """The excerpt made printable, with blanks in the place of tabs."""
    pieces = shown("".join(excerpt).replace("\t", " "))
    start = len(excerpt.before)
    end = start + len(excerpt.marked)
    return Excerpt("".join(pieces[:start]), "".join(pieces[start:end]), "".join(pieces[end:]))


def summary(totals: Totals, language: Language) -> str:
    """What the run found, as one sentence."""
    counts = [totals.errors, totals.warnings, totals.infos]
    files = totals.files - totals.unread
    if language == "en":
        return _english(files, counts, totals.unread, totals.stopped)
    errors, warnings, infos = counts
    found = (
        f"{sum(counts)}件の指摘（エラー{errors}、警告{warnings}、情報{infos}）" if any(counts) else "指摘はありません"
    )
    others = "ほかに" if files else ""
    troubles = [f"{others}{totals.unread}ファイルは調べられませんでした"] * bool(totals.unread)
    troubles += [f"失敗{totals.stopped}件"] * bool(totals.stopped)
    checked = [f"{files}ファイルを調べました: {found}"] * bool(files or not troubles)
    return "。".join([*checked, *troubles])


def more_of(totals: Totals, language: Language) -> Iterator[str]:
    """What else is said of the counts, a sentence a line: how many findings there are with those that others stand for,
    how many can be repaired, how many are not told.
    """
    if totals.behind:
        every = totals.errors + totals.warnings + totals.infos + totals.behind
        yield Text(
            f"まとめて示した指摘を一つずつ数えると{every}件です（--all で示します）",
            f"{every} findings, counting each that is told with another (--all shows them)",
        ).to(language)
    if totals.fixable:
        more = Text(
            f"（--unsafe-fixes も付けると、ほかに{totals.unsafely_fixable}件）",
            f", {totals.unsafely_fixable} more with --unsafe-fixes",
        )
        text = Text(f"--fix で{totals.fixable}件を直せます", f"--fix repairs {totals.fixable} of them")
        yield text.to(language) + more.to(language) * bool(totals.unsafely_fixable)
    elif totals.unsafely_fixable:
        yield Text(
            f"--fix --unsafe-fixes で{totals.unsafely_fixable}件を直せます",
            f"--fix --unsafe-fixes repairs {totals.unsafely_fixable} of them",
        ).to(language)
    if totals.accepted:
        yield Text(
            f"ベースラインに記録した{totals.accepted}件は示していません",
            f"{_plural(totals.accepted, 'finding')} recorded in the baseline "
            f"{'is' if totals.accepted == 1 else 'are'} not shown",
        ).to(language)


def _english(files: int, counts: list[int], unread: int, stopped: int) -> str:
    parts = ", ".join(_plural(n, word) for n, word in zip(counts, ("error", "warning", "info"), strict=True))
    found = f"{_plural(sum(counts), 'finding')} ({parts})" if any(counts) else "nothing found"
    troubles = [f"{_plural(unread, 'more file' if files else 'file')} could not be checked"] * bool(unread)
    troubles += [_plural(stopped, "failure")] * bool(stopped)
    checked = [f"{_plural(files, 'file')} checked: {found}"] * bool(files or not troubles)
    return "; ".join([*checked, *troubles])


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
