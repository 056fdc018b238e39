"""Imports the rules of plugins. To be called only where the user has allowed it: this runs their code."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from typing import Any

from jlint.distributions import trusted_path
from jlint.finding import Text
from jlint.plugins.contract import is_rule, problems_of, said
from jlint.plugins.error import PluginError
from jlint.plugins.guard import guarded
from jlint.plugins.offered import Offered
from jlint.rules.contract.base import CATEGORIES, Rule
from jlint.rules.contract.deferred import Listed


class PluginRule(Listed):
    """The line of the table for a rule of a plugin, whose class has been imported."""

    offered: Offered
    rule: type[Rule]

    def load(self) -> type[Rule]:
        """The rule's class."""
        return self.rule


def load(entries: Sequence[Offered], own: Collection[str]) -> tuple[PluginRule, ...]:
    """The rules, imported and checked; `own` are the ids of jlint's rules. Raises PluginError with all problems."""
    problems = [*_clashes(entries, own)]
    loaded: list[tuple[Offered, type[Rule]]] = []
    if not problems:
        with _as_installed():
            for each in entries:
                found = _imported(each)
                if isinstance(found, Text):
                    problems.append(_of(each, found))
                else:
                    loaded.append((each, found))
            known = {*own, *(each.id for each in entries)}
            problems += [_of(each, problem) for each, rule in loaded for problem in problems_of(rule, each.id, known)]
    if problems:
        raise PluginError(problems)
    return tuple(_line(each, rule) for each, rule in loaded)


def _clashes(entries: Sequence[Offered], own: Collection[str]) -> Iterator[Text]:
    first: dict[str, Offered] = {}
    for each in entries:
        other = first.setdefault(each.id, each)
        if each.id in own:
            yield _of(each, Text("同じ名前のルールが jlint にあります", "jlint has a rule of that name"))
        elif each.id in CATEGORIES:
            yield _of(each, Text("分類と同じ名前です", "That is the name of a category"))
        elif other is not each:
            yield _of(
                each,
                Text(f"同じ名前のルールが {other.plugin} にもあります", f"{other.plugin} has a rule of that name too"),
            )


def _of(each: Offered, problem: Text) -> Text:
    return Text(
        f"プラグイン {each.plugin} のルール {each.id} を使えません: {problem.ja}",
        f"The rule {each.id} of the plugin {each.plugin} can't be used: {problem.en}",
    )


def _imported(each: Offered) -> type[Rule] | Text:
    try:
        found: Any = each.entry_point.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        what = said(error)
        return Text(f"{each.value} を読み込めません（{what}）", f"{each.value} can't be imported ({what})")
    if not is_rule(found):
        return Text(f"{each.value} は Rule を継ぐクラスではありません", f"{each.value} is no class that derives Rule")
    rule: type[Rule] = found
    return rule


@contextmanager
def _as_installed() -> Iterator[None]:
    """Lets modules be found only where installed ones are, and has what they print not end up in a report."""
    before = sys.path[:]
    sys.path[:] = trusted_path()
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        sys.path[:] = before


def _line(each: Offered, rule: type[Rule]) -> PluginRule:
    fields = {name: getattr(rule, name) for name in Listed._fields if hasattr(rule, name)}
    listed = PluginRule(**{**fields, "varies": rule.state is not Rule.state})
    listed.offered = each
    listed.rule = guarded(rule, each.plugin)
    return listed
