"""Checks whether the replacements of patterns and dictionaries terminate when they are applied again and again.

They are tried on texts that are generated from the expressions, on the patterns' bad examples and on the dictionaries'
own examples. That can't find everything: an expression for which no such text can be generated, such as one of two
words with something between them, is tried on its examples only; replacements that feed each other only in a context
that neither requires by itself are not found; and jlint's other rules are not tried with them. What is missed here is
stopped when it happens: a file whose fixes don't terminate is left as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from jlint.config.in_force.settings import Settings
from jlint.config.layers.layer import PatternEntry
from jlint.document import Document
from jlint.document.dialect import Dialect
from jlint.engine.fix import MOST_ROUNDS, UnstableFixError, fix
from jlint.finding import Severity, Text
from jlint.pattern_examples.probes import probes_of_pattern, probes_of_term
from jlint.prh.read import Dictionary
from jlint.prh.search import Search
from jlint.prh.terms import Term, plain_term
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.pattern import PatternRule
from jlint.rules.notation.dictionary_term import DictionaryTerm
from jlint.user_error import RuleError
from jlint.yaml_file.source import Source

_LONGEST = 1000
"""Code points. A short text becomes longer only if it keeps growing."""
_SHOWN = 4


class _Replacer(Struct, frozen=True):
    """A rule that replaces, its place, and Markdown in which it does."""

    rule: Rule
    place: str
    probes: Sequence[str]


class _Dictionary(Struct, frozen=True):
    """The rule that searches for the terms of all dictionaries, the place of each term, and texts that contain some."""

    rule: DictionaryTerm
    places: dict[Term, str]
    probes: Sequence[str]


def endless_replacements(settings: Settings) -> Iterator[tuple[str, Text]]:
    """The replacements in force that don't terminate, alone or because they feed each other: a place and a message."""
    dialect = settings.dialect_of_examples
    replacers: list[_Replacer] = []
    for each in map(_of_pattern, settings.patterns):
        endless = next(_endless([each], each.probes, dialect), None)
        if endless is None:
            replacers.append(each)
            continue
        name, text = each.rule.id, endless.text
        yield (
            each.place,
            Text(
                f"{name} の置き換えは、置き換えた後の文にまた当てはまり、終わりません（「{text}」で試しました）",
                f"The replacement of {name} matches again what it has written, without end (tried on “{text}”)",
            ),
        )
    dictionary = _dictionary(settings)
    if dictionary:
        mistakes = list(_endless_terms(dictionary))
        yield from mistakes
        place = next(iter(dictionary.places.values()), "")
        replacers += [] if mistakes else [_Replacer(dictionary.rule, place, dictionary.probes)]
    yield from _feeding_each_other(replacers, dialect)


def _feeding_each_other(replacers: Sequence[_Replacer], dialect: Dialect) -> Iterator[tuple[str, Text]]:
    """Those of several replacements, none of which is endless by itself, that are endless together."""
    reported: set[tuple[str, ...]] = set()
    probes = [probe for each in replacers for probe in each.probes]
    for text, rules in _endless(replacers, probes, dialect):
        if rules in reported:
            continue
        reported.add(rules)
        names = ", ".join(rules)
        place = next(each.place for each in replacers if each.rule.id in rules)
        yield (
            place,
            Text(
                f"次の置き換えは、互いの結果にまた当てはまり、終わりません: {names}（「{text}」で試しました）",
                f"These replacements match what the others have written, without end: {names} (tried on “{text}”)",
            ),
        )


class _Endless(NamedTuple):
    """A text whose fixes don't terminate, and the rules that keep changing it."""

    text: str
    rules: tuple[str, ...]


def _endless(replacers: Sequence[_Replacer], probes: Sequence[str], dialect: Dialect) -> Iterator[_Endless]:
    """The probes whose fixes don't terminate. They are tried one by one only if all of them together don't."""
    active = [ActiveRule(each.rule, Severity.WARNING) for each in replacers]
    if _endless_rules(active, "\n\n".join(probes), dialect):
        for text in probes:
            rules = _endless_rules(active, text, dialect)
            if rules:
                yield _Endless(" ".join(text.split()), rules)


def _endless_rules(active: Sequence[ActiveRule], text: str, dialect: Dialect) -> tuple[str, ...]:
    """The rules whose fixes don't terminate in the text."""
    try:
        fix(Document(text, dialect=dialect), active, unsafe=True)
    except UnstableFixError as error:
        return error.rules
    return ()


def _of_pattern(entry: PatternEntry) -> _Replacer:
    probes = [*probes_of_pattern(entry.spec), *entry.spec.bad] if entry.spec.replace is not None else []
    return _Replacer(PatternRule(entry.spec), entry.origin, probes)


def _dictionary(settings: Settings) -> _Dictionary | None:
    """The terms in force, those of the rule's own option included; None where there are none."""
    found = next((each for each in settings.rules() if isinstance(each.rule, DictionaryTerm)), None)
    if found is None or found.severity.value is None or not isinstance(found.rule, DictionaryTerm):
        return None
    places: dict[Term, str] = {}
    for spelling, better in found.rule.options.terms.items():
        if spelling:
            places[plain_term(spelling, better)] = found.options["terms"].origin
    examples: list[str] = []
    for path in found.rule.dictionaries:
        dictionary = Dictionary(Source(path))
        places.update({term: dictionary.places[term] for term in dictionary.terms})
        examples += [spec.given for spec in dictionary.specs]
    probes = [probe for term in places for probe in probes_of_term(term)]
    return _Dictionary(found.rule, places, [*probes, *examples])


def _endless_terms(dictionary: _Dictionary) -> Iterator[tuple[str, Text]]:
    """Terms whose replacements don't terminate, alone or together. Each cycle of terms is reported once."""
    search = Search([*dictionary.places])
    reported: set[frozenset[Term]] = set()
    for text in dictionary.probes:
        try:
            texts = _rounds(search, text)
        except RuleError:
            continue  # the expression takes too long, which is reported with the example
        if len(texts) <= MOST_ROUNDS and len(texts[-1]) <= _LONGEST:
            continue
        terms = [hit.term for each in texts[len(texts) // 2 :] for hit in search.hits(each)]
        if reported.isdisjoint([frozenset(terms)]):
            reported.add(frozenset(terms))
            ja = " → ".join(f"「{each}」" for each in texts[:_SHOWN])
            en = " → ".join(f"“{each}”" for each in texts[:_SHOWN])
            yield (
                dictionary.places[terms[0]],
                Text(f"辞書の置き換えが終わりません: {ja} …", f"The dictionary's replacements have no end: {en} …"),
            )


def _rounds(search: Search, text: str) -> list[str]:
    """The text, and what it becomes each time its terms are replaced, until it stays the same or clearly won't."""
    texts = [text]
    while len(texts) <= MOST_ROUNDS and len(texts[-1]) <= _LONGEST:
        repaired = search.repaired(texts[-1])
        if repaired == texts[-1]:
            break
        texts.append(repaired)
    return texts
