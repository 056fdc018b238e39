"""Rules as SARIF describes them: what a dashboard shows beside a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from jlint.finding import Language, Severity, Text
from jlint.printable import printable_text
from jlint.report.rule_words import RuleWords, address_of, words_of

if TYPE_CHECKING:
    from jlint.rules.contract.example import Bad, Good

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISIONS = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}
"""How often a finding is right, by the rule's own severity: that is what a rule's severity is chosen by."""
_OF_THE_HOUSE = Text(
    "設定ファイルの patterns で決めたルールです。", "A rule of your own, from `patterns` of the configuration."
)
_BAD, _GOOD, _FIXED = Text("悪い例", "Bad"), Text("良い例", "Good"), Text("直すと", "Fixed")
_MOST_EXAMPLES = 3
"""How many bad and how many good examples are given."""


def described(rule: str, severity: Severity, language: Language, docs_url: str) -> dict[str, Any]:
    """The descriptor of a rule, whose findings are of `severity` in this run."""
    words = words_of(rule, language)
    address = address_of(rule, docs_url)
    descriptor: dict[str, Any] = {"id": rule}
    if words:
        whole = f"{words.summary}\n\n{words.why}".strip()
        own = words.severity or Severity.WARNING
        descriptor["shortDescription"] = {"text": words.summary}
        descriptor["fullDescription"] = {"text": whole}
        descriptor["help"] = {
            "text": "\n\n".join([whole, *_examples(words, language)]),
            "markdown": "\n\n".join([whole, *_examples_in_markdown(words, language)]),
        }
        configuration = {"enabled": words.severity is not None, "level": LEVELS[words.by_default or own]}
        properties = {"tags": [words.category], "precision": _PRECISIONS[own]}
    else:
        about = _OF_THE_HOUSE.to(language)
        descriptor |= {name: {"text": text} for name, text in (("shortDescription", rule), ("fullDescription", about))}
        descriptor["help"] = {"text": about, "markdown": about}
        configuration = {"enabled": True, "level": LEVELS[severity]}
        properties = {"tags": ["pattern"]}
    if address:
        descriptor["helpUri"] = address
    descriptor["defaultConfiguration"] = configuration
    descriptor["properties"] = {**properties, "problem.severity": _PROBLEMS[severity]}
    return descriptor


def _chosen(words: RuleWords) -> Iterator[tuple[Bad | Good, Text, str]]:
    """A few examples with their titles and texts, the marks of findings removed."""
    from jlint.rules.contract.example import Bad, unmark

    for wanted in (True, False):
        examples: Iterable[Bad | Good] = (each for each in words.examples if isinstance(each, Bad) is wanted)
        for example, _ in zip(examples, range(_MOST_EXAMPLES), strict=False):
            yield example, _BAD if wanted else _GOOD, printable_text(unmark(example.text).text)


def _fixed(example: Bad | Good) -> str | None:
    text = getattr(example, "fixed", None)
    return None if text is None else printable_text(text)


def _examples(words: RuleWords, language: Language) -> Iterator[str]:
    for example, title, text in _chosen(words):
        yield f"{title.to(language)}:\n{text}"
        fixed = _fixed(example)
        if fixed is not None:
            yield f"{_FIXED.to(language)}:\n{fixed}"


def _examples_in_markdown(words: RuleWords, language: Language) -> Iterator[str]:
    for example, title, text in _chosen(words):
        yield f"**{title.to(language)}**\n\n{_fenced(text)}"
        fixed = _fixed(example)
        if fixed is not None:
            yield f"**{_FIXED.to(language)}**\n\n{_fenced(fixed)}"


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    end = "" if text.endswith("\n") else "\n"
    return f"{fence}markdown\n{text}{end}{fence}"
