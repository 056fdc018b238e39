"""How findings of a rule are silenced: in a file, in a configuration, by a word."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jlint.finding import Language, Text
from jlint.rule_docs.facts import heeds_words
from jlint.rules.contract.base import Rule

_REASON = Text("理由", "reason")


class Way(Struct, frozen=True):
    """One way to silence a rule: a key for programs, what it does, the language of what is to be written, and that."""

    key: str
    title: Text
    syntax: str
    code: str


def ways(rule: type[Rule] | Rule, language: Language) -> Iterator[Way]:
    """The ways that there are for this rule, those that silence least first."""
    if rule.category != "front-matter":
        yield Way(
            "comment",
            Text("次の段落だけ、直前の行に", "in the next block, on a line before it"),
            "markdown",
            f"<!-- jlint-disable-next {rule.id} -- {_REASON.to(language)} -->",
        )
        yield Way(
            "comment_in_mdx",
            Text("MDX では", "in MDX"),
            "mdx",
            f"{{/* jlint-disable-next {rule.id} -- {_REASON.to(language)} */}}",
        )
    yield Way(
        "front_matter",
        Text("そのファイルだけ、front matter に", "in one file, in its front matter"),
        "yaml",
        f"jlint: {{disable: [{rule.id}]}}",
    )
    if heeds_words(rule):
        yield Way(
            "words",
            Text(
                "その語だけ、rules.yaml と同じフォルダーの words.txt に一行に一語",
                "for a word only, one a line in words.txt beside rules.yaml",
            ),
            "text",
            Text("自分たちの語", "own-word").to(language),
        )
    yield Way(
        "turn_off",
        Text("どのファイルでも、rules.yaml に", "everywhere, in rules.yaml"),
        "yaml",
        f"rules:\n  {rule.id}: off",
    )
