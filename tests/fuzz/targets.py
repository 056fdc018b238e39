"""What must hold for every input: linting, fixing and configuring fail in reported ways only.

Each target makes its input from a random number generator and raises BrokenPromiseError if something doesn't hold.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import msgspec

from jlint.config import Config
from jlint.document import Document, Span
from jlint.document.document import BOM
from jlint.engine.corpus import conclude
from jlint.engine.fix import fix_under
from jlint.engine.fix_file import FixMode, fix_file
from jlint.engine.lint import check_document, lint
from jlint.engine.result import FileResult, RunResult
from jlint.engine.write import replace_file
from jlint.finding import Fix, Severity, Text
from jlint.report import FORMATS, Style, writer
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule
from jlint.rules.contract.cross_file import CrossRule
from jlint.rules.table import RULES
from jlint.user_error import RuleError
from tests.fuzz.documents import MOST, PATHS, dialect, document

Target = Callable[[Random, Sequence[str]], int]
_MOST_REPORTED = 300
"""Findings of a file that are written: formats differ in the kinds of findings, not in their number."""
_XML = ("checkstyle", "junit")
_LINE_END = re.compile(r"\r\n|\r|\n")
_KNOWN = frozenset(name for rule in RULES for name in (rule.id, rule.category))


class BrokenPromiseError(AssertionError):
    """Something that must hold of every input doesn't hold of this one."""


def expect(condition: object, *what: object) -> None:
    """Raises BrokenPromiseError if the condition is false; `what` describes the problem."""
    if not condition:
        raise BrokenPromiseError(" ".join(str(part) for part in what)[:2000])


@cache
def _every_rule() -> tuple[Rule, ...]:
    return tuple(rule() for rule in RULES)


def _active(random: Random, rules: Iterable[Rule]) -> list[ActiveRule]:
    return [ActiveRule(rule, random.choice(tuple(Severity))) for rule in rules]


def check(random: Random, posts: Sequence[str] = (), most: int = MOST) -> int:
    """Lints a document with every rule and writes every report. Returns the document's size."""
    text, chosen, path = document(random, posts, most), dialect(random), random.choice(PATHS)
    check_text(text, chosen, path, _active(random, _every_rule()))
    return len(text)


def check_text(text: str, dialect: str, path: str = "a.md", active: Sequence[ActiveRule] = ()) -> None:
    """Asserts that linting this text breaks no promise."""
    active = active or _active(Random(0), _every_rule())
    document = Document(text, path, dialect)
    checked = check_document(document, active, known=_KNOWN)
    _expect_no_failure(checked.failures, document, active)
    for finding in checked.findings:
        _expect_in(finding.span, document, finding.rule)
        _expect_both_languages(finding.message, finding.rule)
        for related in finding.related:
            _expect_in(related.span, document, finding.rule)
            _expect_both_languages(related.message, finding.rule)
        if finding.fix:
            _expect_fix(finding.fix, document, finding.rule)
    results = [lint(document, active, known=_KNOWN, language=language) for language in ("ja", "en")]
    places = [[(f.rule, f.place, f.fingerprint) for f in result.findings] for result in results]
    if places[0] != places[1]:
        expect(False, "the second run over the same text finds something else", set(places[0]) ^ set(places[1]))
    if "\r" not in text:
        other = lint(Document(text.replace("\n", "\r\n"), path, dialect), active, known=_KNOWN)
        here, there = ({(f.rule, f.place) for f in result.findings} for result in (results[0], other))
        expect(here == there, "other line ends bring other findings:", sorted(here ^ there)[:4])
    for result in results:
        _expect_survives_packing(result)
    _expect_reports(results)


def _expect_no_failure(failures: Iterable[object], document: Document, active: Iterable[ActiveRule]) -> None:
    """Runs a rule that failed again by itself, so that its traceback is shown."""
    failed = {getattr(failure, "rule", None) for failure in failures}
    for rule, _ in active:
        if rule.id in failed:
            try:
                list(rule.check(document))
                if isinstance(rule, CrossRule):
                    list(rule.collect(document))
            except RuleError:
                pass
            else:
                expect(False, rule.id, "failed, but not a second time")


def _expect_in(span: Span, document: Document, rule: str) -> None:
    expect(0 <= span.start <= span.end <= len(document.text), rule, span, "is outside a text of", len(document.text))


def _expect_both_languages(message: Text, rule: str) -> None:
    expect(message.ja.strip() and message.en.strip(), rule, "says nothing in one of the languages", message)
    expect(message.ja != message.en, rule, "says the same in both languages", message)


def _expect_fix(fix: Fix, document: Document, rule: str) -> None:
    _expect_both_languages(fix.title, rule)
    expect(fix.edits, rule, "has a fix without edits")
    done = 0
    for edit in sorted(fix.edits):
        _expect_in(edit.span, document, rule)
        expect(edit.span.start >= done, rule, "has a fix whose edits overlap", fix.edits)
        done = edit.span.end


def _expect_survives_packing(result: FileResult) -> None:
    """Asserts that a result is the same after the cache and after another process."""
    packed = msgspec.msgpack.encode(result)
    expect(msgspec.msgpack.decode(packed, type=FileResult) == result, "a result is another after the cache")
    expect(pickle.loads(pickle.dumps(result)) == result, "a result is another in another process")


def _expect_reports(results: Sequence[FileResult]) -> None:
    rules = [rule for rule in _every_rule() if isinstance(rule, CrossRule)]
    some = [
        result._replace(path=f"{number}/{result.path}", findings=result.findings[:_MOST_REPORTED])
        for number, result in enumerate(results)
    ]
    run = RunResult(conclude(some, rules, "ja"))
    expect(not run.failures, "a rule across files failed:", run.failures[:1])
    for name in FORMATS:
        data = io.BytesIO()
        out = io.TextIOWrapper(data, "utf-8", newline="\n")
        writer(name)(run, out, Style("ja", colour=name == "text"))
        out.flush()
        _expect_readable(name, data.getvalue())


def _expect_readable(name: str, report: bytes) -> None:
    if name in _XML:
        ElementTree.fromstring(report)
    elif name in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(report)
    elif name == "jsonl":
        for line in report.decode().split("\n"):
            expect(not line or json.loads(line), "an empty line of JSON")


def fixing(random: Random, posts: Sequence[str] = (), most: int = MOST) -> int:
    """Fixes a file with the rules that are on by default and a few more. Returns the document's size."""
    text, chosen = document(random, posts, most), dialect(random)
    on, off = ([rule for rule in _every_rule() if (rule.severity is None) is is_off] for is_off in (False, True))
    more = random.sample(off, random.choice((0, 0, 1)))
    fix_text(text, chosen, [*on, *more], unsafe=random.random() < 0.6)
    return len(text)


def fix_text(text: str, dialect: str, rules: Sequence[Rule] = (), *, unsafe: bool = True) -> None:
    """Asserts that fixing this text breaks no promise."""
    rules = rules or [rule for rule in _every_rule() if rule.severity is not None]
    active = tuple(ActiveRule(rule, Severity.ERROR) for rule in rules)
    document = Document(text, "a.md", dialect)
    settings = Config(isolated=True).in_spite_of_exclude("a.md")._replace(active=active)
    nowhere = partial(replace_file, os.devnull)
    diff = fix_file(document, settings, FixMode(unsafe=unsafe, write=False), nowhere).diff
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.md")
        path.write_bytes(text.encode())
        fixed = fix_file(
            Document(text, str(path), dialect),
            settings,
            FixMode(unsafe=unsafe, write=True),
            partial(replace_file, str(path)),
        )
        written = path.read_bytes()
        expect(os.listdir(folder) == ["a.md"], "files are left over:", os.listdir(folder))
    expect(fixed.problem is None, "the file could not be written:", fixed.problem)
    _expect_fixed(document, Document(written.decode(), "a.md", dialect), diff)
    if "\r" not in text:
        other = fix_under(settings, Document(text.replace("\n", "\r\n"), "a.md", dialect), unsafe=unsafe).text
        here, there = written.decode().removeprefix(BOM), other.replace("\r\n", "\n")
        expect(here == there, "other line ends bring other fixes:", _change(here, there))
    again = fix_under(settings, Document(written.decode(), "a.md", dialect), unsafe=unsafe)
    expect(again.fixes == 0, "fixing again changes:", _change(written.decode(), again.text))


def _expect_fixed(before: Document, after: Document, diff: str) -> None:
    expect(bool(diff) == (before.text != after.text), "the diff and the file disagree")
    expect(before.has_bom == after.has_bom, "the BOM has come or gone")
    ends = [set(_LINE_END.findall(document.text)) for document in (before, after)]
    expect(ends[1] <= (ends[0] or {"\n"}), "line ends have come that were not there:", ends)
    final = [document.text.endswith(("\n", "\r")) for document in (before, after)]
    expect(final[1] or not final[0] or not after.text, "the final line end has gone")


def _change(before: str, after: str) -> str:
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), 0)
    near = slice(max(0, same - 30), same + 50)
    return f"{before[near]!r} -> {after[near]!r}"
