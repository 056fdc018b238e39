"""Rules of plugins as they run: an error of theirs is told as theirs, and what they yield is looked at first.

The engine relies on findings of its own rules, and a wrong span would make it stop somewhere else, as a fault of jlint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from jlint.finding import Edit, Finding, Fix, Related, Text
from jlint.internal_error import lack_of
from jlint.plugins.contract import said
from jlint.rules.contract.base import Rule, RuleOptions
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.span import Span
from jlint.user_error import RuleError

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.rules.contract.directive_use import DirectiveUse


class BrokenContractError(Exception):
    """The rule yields what no rule may yield; the text says what."""


class _Guarded(Rule):
    plugin = ""

    def __init__(self, options: RuleOptions | None = None) -> None:
        try:
            super().__init__(options)
        except (TypeError, ValueError):  # told at the place of the options
            raise
        except Exception as error:
            raise _blamed(self, error) from error

    @property
    def state(self) -> str:
        with _blame(self):
            return super().state

    def beside(self, others: Sequence[Rule]) -> Rule:
        with _blame(self):
            return super().beside(others)

    def check(self, document: Document) -> Iterator[Finding]:
        with _blame(self):
            return iter([_sound(each, self, len(document.text)) for each in super().check(document)])

    def review(self, directive_use: DirectiveUse) -> Iterable[Finding]:
        with _blame(self):
            return [_sound(each, self, None) for each in super().review(directive_use)]


class _GuardedAcross(_Guarded, CrossRule):
    def collect(self, document: Document) -> Iterable[Fact]:
        with _blame(self):
            return [_sound_fact(each, len(document.text)) for each in super().collect(document)]

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        with _blame(self):
            return iter([_sound_conclusion(each, facts) for each in super().conclude(facts)])


def guarded(rule: type[Rule], plugin: str) -> type[Rule]:
    """The class of a rule that does what this one does, for which `plugin` answers."""
    base = _GuardedAcross if issubclass(rule, CrossRule) else _Guarded
    names = {"__doc__": rule.__doc__, "__module__": rule.__module__, "__qualname__": rule.__qualname__}
    return type(rule.__name__, (base, rule), {**names, "plugin": plugin})


@contextmanager
def _blame(rule: _Guarded) -> Iterator[None]:
    try:
        yield
    except (Exception, SystemExit) as error:
        if isinstance(error, RuleError) or lack_of(error):
            raise
        raise _blamed(rule, error) from error


def _blamed(rule: _Guarded, error: BaseException) -> RuleError:
    if isinstance(error, RuleError):
        return error
    what = str(error) if isinstance(error, BrokenContractError) else said(error)
    return RuleError(
        ja=f"プラグイン {rule.plugin} のルール {rule.id} が途中で止まりました（{what}）。"
        "プラグインの作者に知らせてください",
        en=f"The rule {rule.id} of the plugin {rule.plugin} stopped halfway ({what}); tell the plugin's author",
    )


def _sound(found: Any, rule: Rule, length: int | None) -> Finding:
    """The finding, if it can be reported in a text of `length` code points, None for one that isn't at hand."""
    if not isinstance(found, Finding):
        raise BrokenContractError(f"{type(found).__name__} is no Finding")
    if found.rule != rule.id:
        raise BrokenContractError(f"a finding of {found.rule!r}")
    _check_span(found.span, length)
    _check_text(found.message)
    for related in found.related:
        if not isinstance(related, Related):
            raise BrokenContractError(f"{type(related).__name__} is no Related")
        _check_span(related.span, length)
        _check_text(related.message)
    if found.fix is not None:
        _check_fix(found.fix, length)
    if not isinstance(found.group, str) or not isinstance(found.problem, str):
        raise BrokenContractError("group and problem are texts")
    return found._replace(related=tuple(found.related))


def _check_fix(fix: Any, length: int | None) -> None:
    if not isinstance(fix, Fix) or not isinstance(fix.edits, tuple) or not fix.edits:
        raise BrokenContractError("a fix is a Fix with a tuple of edits")
    _check_text(fix.title)
    end = 0
    for edit in sorted(fix.edits):
        if not isinstance(edit, Edit) or not isinstance(edit.text, str):
            raise BrokenContractError("an edit is an Edit with a text")
        _check_span(edit.span, length)
        if edit.span.start < end:
            raise BrokenContractError("edits of a fix overlap")
        end = edit.span.end


def _check_span(span: Any, length: int | None) -> None:
    if not isinstance(span, Span) or not all(type(each) is int for each in span):
        raise BrokenContractError(f"{span!r} is no Span")
    if not 0 <= span.start <= span.end or (length is not None and span.end > length):
        raise BrokenContractError(f"{span.start} to {span.end} is outside the document of {length} characters")


def _check_text(text: Any) -> None:
    if not isinstance(text, Text) or not all(isinstance(each, str) and each for each in text):
        raise BrokenContractError(f"{text!r} is no Text in both languages")


def _sound_fact(fact: Any, length: int) -> Fact:
    if not isinstance(fact, Fact) or not isinstance(fact.key, str):
        raise BrokenContractError(f"{fact!r} is no Fact with a text as its key")
    _check_span(fact.span, length)
    return fact


def _sound_conclusion(found: Any, facts: Sequence[SharedFact]) -> Conclusion:
    if not isinstance(found, Conclusion):
        raise BrokenContractError(f"{type(found).__name__} is no Conclusion")
    _check_text(found.message)
    for fact in (found.at, *(fact for fact, _ in found.related)):
        number = getattr(fact, "number", -1)
        if not isinstance(number, int) or not 0 <= number < len(facts) or facts[number] != fact:
            raise BrokenContractError("a conclusion about a fact that wasn't there")
    for _, message in found.related:
        _check_text(message)
    return found
