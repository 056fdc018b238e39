"""What a rule of a plugin must be, as far as that can be told without running it on a text."""

from __future__ import annotations

import inspect
import re
from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from jlint.finding import Severity, Text
from jlint.rules.contract.base import CATEGORIES, Bad, Good, Rule, RuleOptions
from jlint.rules.contract.cross_file import CrossRule
from jlint.rules.contract.documentation import fields_of

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_OTHERS = ("supersedes", "supersedes_at_related", "holds_back", "leads_to", "told_with", "heeds")
"""Fields that name other rules."""


def is_rule(found: object) -> bool:
    """Whether an entry point's object is the class of a rule."""
    return isinstance(found, type) and issubclass(found, Rule)


def problems_of(rule: type[Rule], id: str, known: Collection[str]) -> list[Text]:
    """What is wrong with a rule's class, whose entry point has the name `id`; `known` are the ids it may refer to."""
    problems = [*_of_name(rule, id), *_of_kind(rule), *_of_texts(rule), *_of_needs(rule), *_of_others(rule, known)]
    problems += _of_options(rule)
    return problems or [*_of_object(rule)]


def _of_name(rule: type[Rule], id: str) -> Iterator[Text]:
    if not ID.fullmatch(id):
        yield Text(
            "名前は、小文字の英数字をハイフンでつないで書きます",
            "The name has to be of small letters and digits joined by hyphens",
        )
    own = getattr(rule, "id", None)
    if own != id:
        yield Text(f"id が {own!r} で、entry point の名前と違います", f"id is {own!r}, unlike the entry point's name")


def _of_kind(rule: type[Rule]) -> Iterator[Text]:
    category = getattr(rule, "category", None)
    if category not in CATEGORIES:
        names = ", ".join(CATEGORIES)
        yield Text(f"category は次のどれかです: {names}", f"category has to be one of: {names}")
    severity: Any = getattr(rule, "severity", "")
    if severity is not None and not isinstance(severity, Severity):
        yield Text("severity は Severity か None です", "severity has to be a Severity or None")
    across = issubclass(rule, CrossRule)
    if rule.across is not across:
        yield Text("across は、CrossRule を継ぐクラスだけが True です", "across is True for what derives CrossRule")
    if across:
        missing = [name for name in ("collect", "conclude") if _is_inherited(rule, name, CrossRule)]
    else:
        missing = ["check"] if _is_inherited(rule, "check", Rule) and _is_inherited(rule, "review", Rule) else []
    if missing:
        names = ", ".join(missing)
        yield Text(f"{names} がありません", f"{names} is missing")
    if rule.reviews is not (not _is_inherited(rule, "review", Rule)):
        yield Text("reviews は、review があるときだけ True です", "reviews is True where there is a review, else False")


def _is_inherited(rule: type[Rule], name: str, base: type[Rule]) -> bool:
    return getattr(rule, name) is getattr(base, name)


def _of_texts(rule: type[Rule]) -> Iterator[Text]:
    if not (rule.__doc__ or "").strip():
        yield Text("日本語の説明（docstring）がありません", "The docstring, its documentation in Japanese, is missing")
    if not _is_text(getattr(rule, "english", None)):
        yield Text("英語の説明（english）がありません", "english, its documentation in English, is missing")
    examples = getattr(rule, "examples", None)
    if not isinstance(examples, tuple) or not all(isinstance(each, Bad | Good) for each in examples):
        yield Text("examples は Bad と Good のタプルです", "examples has to be a tuple of Bad and Good")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _of_needs(rule: type[Rule]) -> Iterator[Text]:
    for name in ("needs", "needs_in_front_matter"):
        if not isinstance(getattr(rule, name), str | None):
            yield Text(f"{name} は文字列か None です", f"{name} has to be a text or None")
    if not isinstance(rule.needs_unprintable, bool):
        yield Text("needs_unprintable は True か False です", "needs_unprintable has to be True or False")


def _of_others(rule: type[Rule], known: Collection[str]) -> Iterator[Text]:
    for field in _OTHERS:
        others = getattr(rule, field)
        if not isinstance(others, tuple):
            yield Text(f"{field} はルール名のタプルです", f"{field} has to be a tuple of ids")
            continue
        for other in others:
            if other not in known or other == getattr(rule, "id", None):
                yield Text(f"{field} の {other} というルールはありません", f"{field} names {other}, which is no rule")
    if bool(rule.heeds) is _is_inherited(rule, "beside", Rule):
        yield Text("heeds と beside は、両方を書くか、どちらも書きません", "heeds and beside go together")


def _of_options(rule: type[Rule]) -> Iterator[Text]:
    options: Any = getattr(rule, "Options", None)
    if not isinstance(options, type) or not issubclass(options, RuleOptions):
        yield Text("Options は RuleOptions を継ぐクラスです", "Options has to be a class that derives RuleOptions")
        return
    try:
        fields = list(fields_of(options))
    except Exception as error:  # annotations that can't be evaluated
        yield Text(f"Options を読めません（{error}）", f"Options can't be read ({error})")
        return
    for field in fields:
        if field.name == "severity":
            yield Text("severity という名前の設定は作れません", "An option can't be called severity")
        if field.default is msgspec.NODEFAULT:
            yield Text(f"設定 {field.name} に既定の値がありません", f"The option {field.name} has no default")
        if not all(field.meaning):
            yield Text(
                f"設定 {field.name} の説明（doc）がありません", f"The option {field.name} isn't explained by doc(…)"
            )


def _of_object(rule: type[Rule]) -> Iterator[Text]:
    """What goes wrong when it is made with its default options, as it is where nothing is configured."""
    try:
        state = rule().state
    except Exception as error:
        what = said(error)
        yield Text(f"既定の設定で作れません（{what}）", f"It can't be made with its default options ({what})")
        return
    if not isinstance(state, str):
        yield Text("state は文字列です", "state has to be a text")


def said(error: BaseException) -> str:
    """The error in a line, as messages quote it."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def documentation_problems(rule: type[Rule]) -> Iterator[Text]:
    """What `jlint explain` would lack: a first line, a reason, the language that it is to be in, examples."""
    for text, language in ((inspect.getdoc(rule) or "", "ja"), (inspect.cleandoc(rule.english), "en")):
        name = Text("日本語の説明" if language == "ja" else "英語の説明", f"The documentation ({language})")
        summary, blank, why = text.partition("\n\n")
        if "\n" in summary or not blank or not why:
            yield Text(
                f"{name.ja}は、一行目に何が悪いのか、一行空けて、なぜ悪くてどう直すのかを書きます",
                f"{name.en} has to name the defect in its first line and, after a blank one, say why and what to do",
            )
        if (language == "ja") != bool(re.search("[ぁ-んァ-ン]", re.sub("[「『].*?[」』]|`.*?`", "", text))):
            yield Text(f"{name.ja}が別の言語です", f"{name.en} is in another language")
    if not any(isinstance(each, Bad) for each in rule.examples):
        yield Text("悪い例（Bad）がありません", "There is no bad example")
    if sum(isinstance(each, Good) for each in rule.examples) < 2:
        yield Text("良い例（Good）が二つ要ります", "There have to be two good examples")
