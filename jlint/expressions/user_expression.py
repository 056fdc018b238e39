"""Compiles and runs every regular expression that a user writes, so that none hangs or exhausts memory.

Users write them in rules.yaml and in dictionaries. What becomes too large isn't compiled (see `expressions.size`), and
on one file all of them together have a time limit (see `expressions.time`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from time import thread_time
from typing import Any, NoReturn, TypeVar

from jlint.expressions.error import ExpressionError, reason
from jlint.expressions.size import why_too_large
from jlint.expressions.time import ExpressionTime, current_time
from jlint.finding import Text
from jlint.user_error import RuleError

_FEW_CHOICES, _SHORT = 4, 100
_SHOWN = 60
_MOST_OF_IT = 0.9
"""The share of its time after which a search that is stopped has had it: the two clocks differ a little."""
_GROUP_OPENING = re.compile(r"\(\?(?:<?[=!]|[:>|])")
_REPEATS = re.compile(r"[*+{]|\(\?")

_Result = TypeVar("_Result")


class UserExpression:
    """A user's expression, compiled on first use. `called` is how messages name it and what it belongs to.

    `plain` ones are compiled by Python's own `re`, which is quicker at that, if they are simple enough to need no
    timeout; all others by the module `regex`.

    Its searches raise RuleError where the time on the file is up or memory runs out.
    """

    def __init__(
        self, pattern: str, called: Text, *, ignore_case: bool = False, multiline: bool = False, plain: bool = False
    ) -> None:
        self.pattern = pattern
        self._called = called
        self._flags = re.IGNORECASE * ignore_case | re.MULTILINE * multiline
        self._is_quick = is_quick(pattern)
        self._is_plain = plain and _is_simple(pattern)

    def check(self) -> None:
        """Raises ExpressionError if it can't be used."""
        why = why_too_large(self.pattern)
        if why:
            raise ExpressionError(why)
        try:
            _ = self._compiled
        except RecursionError:
            words = "brackets stand inside one another too deep"
            raise ExpressionError(Text("括弧の入れ子が深すぎます", words)) from None
        except Exception as error:
            # besides its own error the module lets others through, such as ValueError for flags
            raise ExpressionError(reason(_words(error)), self._place_of(error)) from None

    def _place_of(self, error: Exception) -> int | None:
        place: int | None = getattr(error, "pos", None)
        if place is not None and "escape" in _words(error):
            place = max(self.pattern.rfind("\\", 0, place), 0)
        return place

    def check_template(self, template: str) -> None:
        """Raises ExpressionError if the replacement refers to groups that the expression doesn't have."""
        import regex

        try:
            # with an empty alternative there is always a match to expand the template with
            found = regex.compile(f"|{self.pattern}").match("")
            if found:
                found.expand(template)
        except Exception as error:
            raise ExpressionError(reason(_words(error))) from None

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names and numbers of its groups."""
        return frozenset([*map(str, range(1, self._compiled.groups + 1)), *self._compiled.groupindex])

    def matches(self, text: str) -> list[re.Match[str]]:
        """All places in the text, in order."""
        return self._run(lambda clock: list(self._compiled.finditer(text, **clock)))

    @property
    def finder(self) -> Callable[[str], Iterable[re.Match[str]]]:
        """What finds all places in a text, in order: for many short texts, as it does without what needs no timeout."""
        if self._is_quick or isinstance(self._compiled, re.Pattern):
            finditer: Callable[[str], Iterable[re.Match[str]]] = self._compiled.finditer
            return finditer
        return self.matches

    def spans(self, text: str) -> list[tuple[int, int]]:
        """The starts and ends of all matches. Cached: on one file a text is searched only once."""
        time = current_time()
        known: Any = time.known(self, text)
        if known is None:
            known = [match.span() for match in self.matches(text)]
            time.keep(self, text, known)
        return list(known)

    def is_in(self, text: str) -> bool:
        """Whether it matches anywhere in the text."""
        return self._run(lambda clock: self._compiled.search(text, **clock) is not None)

    def fits(self, text: str) -> bool:
        """Whether it matches the text as a whole."""
        return self._run(lambda clock: self._compiled.fullmatch(text, **clock) is not None)

    @cached_property
    def _compiled(self) -> Any:
        if self._is_plain:
            try:
                return re.compile(self.pattern, self._flags)
            except re.error:
                pass
        import regex

        ours_to_theirs = ((re.IGNORECASE, regex.IGNORECASE), (re.MULTILINE, regex.MULTILINE))
        return regex.compile(self.pattern, sum(theirs for ours, theirs in ours_to_theirs if self._flags & ours))

    def _run(self, search: Callable[[dict[str, float]], _Result]) -> _Result:
        """The result of the search, which has the time that is left.

        The timeout of the module `regex` counts CPU time too, except on Windows, where it is wall-clock time; but that
        of all threads. So a search that is stopped is tried again, with more time, until this thread has had its own.
        """
        if self._is_quick or isinstance(self._compiled, re.Pattern):
            return search({})
        time = current_time()
        if time.left <= 0:
            self._stop(time)
        started = thread_time()
        timeout = time.left
        try:
            while True:
                try:
                    return search({"timeout": timeout})
                except TimeoutError:
                    if thread_time() - started >= _MOST_OF_IT * time.left:
                        break
                    timeout *= 2
            time.spend(self, time.left)
            self._stop(time)
        except MemoryError:
            raise RuleError(
                ja=f"{self._called.ja}がメモリーを使い切ったので止めました。"
                "(?R) のように、自分自身を呼び続けるところがないか確かめてください",
                en=f"{self._called.en} was stopped: it used up the memory. "
                "Look for a place where it calls itself without end, such as (?R)",
            ) from None
        finally:
            time.spend(self, thread_time() - started)

    def _stop(self, time: ExpressionTime) -> NoReturn:
        if time.is_slowest(self):
            raise RuleError(
                ja=f"{self._called.ja}を、{time.seconds:g} 秒で終わらないので止めました。"
                "(a+)+ のように、くり返しの中にくり返しがないか確かめてください。"
                "rules.yaml の max-expression-time で上限を変えられます",
                en=f"{self._called.en} was stopped after {time.seconds:g} s. "
                "Look for a repetition inside a repetition, such as (a+)+. "
                "max-expression-time in rules.yaml sets the limit",
            ) from None
        raise RuleError(
            ja=f"{self._called.ja}は試していません。"
            f"1 ファイルに使える {time.seconds:g} 秒（max-expression-time）を、ほかの正規表現が使い切りました",
            en=f"{self._called.en} was not tried: other expressions used up the {time.seconds:g} s "
            "that there are for a file (max-expression-time)",
        )


def _words(error: Exception) -> str:
    return str(getattr(error, "msg", error))


def is_quick(pattern: str) -> bool:
    """Whether it is so short and has so few choices that it needs no timeout, which would cost more than the search."""
    return len(pattern) <= _SHORT and _is_simple(pattern)


def _is_simple(pattern: str) -> bool:
    bare = _GROUP_OPENING.sub("(", pattern)
    return not _REPEATS.search(bare) and sum(map(bare.count, "?|")) <= _FEW_CHOICES


def shown(pattern: str) -> str:
    """The expression, cut to a length that fits a message."""
    return pattern if len(pattern) <= _SHOWN else pattern[:_SHOWN] + "…"
