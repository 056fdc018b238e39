"""What is known of a rule, as a page of Markdown."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jlint.compiled import compiled
from jlint.config.display.dump import as_yaml, severity_word
from jlint.finding import Language, Text
from jlint.report.width import unwrapped
from jlint.rule_docs.example_text import example_lines
from jlint.rule_docs.facts import (
    default_severity,
    has_fixes,
    presets_with,
    relations_of,
    since_of,
    status_of,
    textlint_names,
)
from jlint.rule_docs.measured import Measured, measured
from jlint.rule_docs.silencing import ways
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.contract.category_names import CATEGORY_NAMES
from jlint.rules.contract.deferred import Status
from jlint.rules.contract.documentation import Described, documentation_of, fields_of, groups_in
from jlint.rules.helpers.pattern import PatternRule
from jlint.rules.table import plugin_of

SEVERITIES = {
    "error": Text("エラー", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("情報", "info"),
    "off": Text("調べない", "off"),
}

STATUSES: dict[Status, Text] = {
    "stable": Text("", ""),
    "new": Text("（新しいルール）", ", a new rule"),
    "deprecated": Text("（廃止予定）", ", deprecated"),
}


class Place(NamedTuple):
    """Where a page stands: the level of its first heading, and whether it is in docs/rules, where it may have links."""

    level: int = 1
    in_docs: bool = False

    def heading(self, text: str, deeper: int = 0) -> str:
        return f"{'#' * (self.level + deeper)} {text}"

    def document(self, name: str) -> str:
        """The name of a page of docs/, as a link if it can be one."""
        return f"[docs/{name}](../{name})" if self.in_docs else f"docs/{name}"

    def rule(self, name: str) -> str:
        return f"[`{name}`]({name}.md)" if self.in_docs else f"`{name}`"


ALONE = Place()


def page(rule: Rule, language: Language, place: Place = ALONE, *, origin: str = "") -> str:
    """A rule as a page that ends with a line end. `origin` is the place of a pattern in the configuration."""
    parts = _pattern(rule, origin, language, place) if isinstance(rule, PatternRule) else _parts(rule, language, place)
    return "\n\n".join(parts) + "\n"


def pages(rules: Iterable[tuple[Rule, str]], language: Language) -> Iterator[str]:
    """One document of all these rules, each with its place in the configuration (empty for jlint's own)."""
    yield Text("# jlint のルール\n", "# The rules of jlint\n").to(language)
    for rule, origin in rules:
        yield page(rule, language, Place(2), origin=origin)


def english_part(rule: type[Rule] | Rule) -> str:
    """The short English part at the end of a Japanese page."""
    summary, why = _summary_and_why(documentation_of(rule).en)
    return "\n\n".join(filter(None, ("## In English", summary, why))) + "\n"


def _parts(rule: Rule, language: Language, place: Place) -> Iterator[str]:
    summary, why = _summary_and_why(documentation_of(rule).to(language))
    yield place.heading(rule.id)
    yield summary
    yield "\n".join(_facts(rule, language))
    if why:
        yield place.heading(Text("なぜ指摘するのか", "Why").to(language), 1)
        yield why
    yield place.heading(Text("例", "Examples").to(language), 1)
    for example in rule.examples:
        yield from _example(example, language)
    fields = list(fields_of(rule.Options))
    if fields:
        yield place.heading(Text("設定（既定の値）", "Options (with their defaults)").to(language), 1)
        yield "\n".join(_options(fields, language))
    figures = measured(rule)
    if figures:
        yield place.heading(Text("どのくらい当たるか", "How often it is right").to(language), 1)
        yield "\n".join(_figures(figures, language))
        yield from _notes(figures, language, place)
    yield place.heading(Text("指摘を止める", "Silencing it").to(language), 1)
    yield from _silencing(rule, language)
    relations = list(relations_of(rule))
    if relations:
        yield place.heading(
            Text("一つの指摘にまとめるもの（--all で別々に）", "One problem is one finding (--all for each)").to(
                language
            ),
            1,
        )
        yield "\n".join(
            f"- {each.meaning.to(language)}: {', '.join(map(place.rule, each.rules))}" for each in relations
        )


def _facts(rule: Rule, language: Language) -> Iterator[str]:
    word = severity_word(default_severity(rule))
    category = Text(f"{CATEGORY_NAMES[rule.category]}（`{rule.category}`）", f"`{rule.category}`").to(language)
    yield f"- {Text('分類', 'Category').to(language)}: {category}"
    severity = Text(f"{SEVERITIES[word].ja}（`{word}`）", f"`{word}`").to(language)
    yield f"- {Text('既定の重要度', 'Default severity').to(language)}: {severity}"
    presets = [f"`{name}`" for name in presets_with(rule)]
    if presets:
        yield f"- {Text('調べるプリセット', 'Presets that turn it on').to(language)}: {', '.join(presets)}"
    fixes = Text("示すものがある", "for some findings") if has_fixes(rule) else Text("示さない", "none")
    yield f"- {Text('直し方', 'Fixes').to(language)}: {fixes.to(language)}"
    plugin = plugin_of(rule.id)
    if plugin:
        yield f"- {Text('プラグイン', 'Plugin').to(language)}: {escaped(plugin)}"
        return
    version, status = since_of(rule), STATUSES[status_of(rule)]
    version = Text(f"{version} から{status.ja}", f"{version}{status.en}").to(language)
    yield f"- {Text('版', 'Since').to(language)}: {version}"
    names = [f"`{name}`" for name in textlint_names(rule)]
    if names:
        yield f"- {Text('textlint のルール', 'Rules of textlint').to(language)}: {', '.join(names)}"


def _example(example: Bad | Good, language: Language) -> Iterator[str]:
    bad = isinstance(example, Bad)
    title = (Text("悪い例", "Bad") if bad else Text("良い例", "Good")).to(language)
    options = f" {code(as_yaml(example.options))}" if example.options else ""
    options += f" `markdown: {example.dialect}`" if example.dialect != "commonmark" else ""
    yield f"{title}{options}:"
    yield fenced(example_lines(example.text))
    for path, text in example.beside.items():
        yield f"{Text('同時に調べる', 'Checked together with').to(language)} `{path}`:"
        yield fenced(example_lines(text))
    if isinstance(example, Bad) and example.fixed is not None:
        yield Text("直すと:", "Fixed:").to(language)
        yield fenced(example_lines(example.fixed))


def _options(fields: Iterable[Described], language: Language) -> Iterator[str]:
    for field in fields:
        yield f"- {code(f'{field.name}: {as_yaml(field.default)}')} — {escaped(field.meaning.to(language))}"
        for group in groups_in(field.type):
            for part in fields_of(group):
                yield f"    - `{part.name}` — {escaped(part.meaning.to(language))}"


def _figures(figures: Iterable[Measured], language: Language) -> Iterator[str]:
    yield Text(
        "| 読んだ文章 | 読んだ指摘 | 正しい | 直すまでもない | 誤り |", "| texts | read | right | trivial | wrong |"
    ).to(language)
    yield "|---|--:|--:|--:|--:|"
    for each in figures:
        wrong = each.read - each.right - (each.trivial or 0)
        trivial = "—" if each.trivial is None else str(each.trivial)
        yield f"| {each.text.to(language)} | {each.read} | {each.right} | {trivial} | {wrong} |"


def _notes(figures: Iterable[Measured], language: Language, place: Place) -> Iterator[str]:
    notes = dict.fromkeys(each.since.to(language) for each in figures)
    if any(each.trivial is None for each in figures):
        notes[
            Text(
                "「—」のある行の「誤り」は、直すまでもないものを含む。",
                "Where a row has “—”, what is trivial counts as wrong.",
            ).to(language)
        ] = None
    documents = sorted({place.document(each.document) for each in figures})
    told = Text(f"読み方: {'、'.join(documents)}", f"How they were read: {', '.join(documents)}").to(language)
    yield "\n".join([*(f"- {note}" for note in notes if note), f"- {told}"])


def _silencing(rule: Rule, language: Language) -> Iterator[str]:
    for way in ways(rule, language):
        yield f"{way.title.to(language)}:"
        yield fenced(way.code.splitlines(), way.syntax)


def _pattern(rule: PatternRule, origin: str, language: Language, place: Place) -> Iterator[str]:
    spec = rule.spec
    yield place.heading(rule.id)
    yield escaped(spec.message.to(language))
    word = severity_word(rule.severity)
    lines = [f"- {Text('分類', 'Category').to(language)}: `{rule.category}`"]
    lines += [f"- {Text('重要度', 'Severity').to(language)}: `{word}`"]
    lines += [f"- {Text('場所', 'Place').to(language)}: `{origin}`"] if origin else []
    lines += [f"- {code(f'match: {as_yaml(spec.match)}')}"]
    lines += [f"- {code(f'replace: {as_yaml(spec.replace)}')}"] if spec.replace is not None else []
    yield "\n".join(lines)
    for title, texts in ((Text("悪い例", "Bad"), spec.bad), (Text("良い例", "Good"), spec.good)):
        for text in texts:
            yield f"{title.to(language)}:"
            yield fenced(text.splitlines())
    yield place.heading(Text("指摘を止める", "Silencing it").to(language), 1)
    yield from _silencing(rule, language)


def _summary_and_why(documentation: str) -> tuple[str, str]:
    summary, *paragraphs = documentation.split("\n\n")
    return escaped(unwrapped(summary)), "\n\n".join(escaped(unwrapped(each)) for each in paragraphs)


def escaped(text: str) -> str:
    """Plain text with code spans, so that Markdown takes nothing else in it for markup."""
    parts = compiled(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)").split(text)
    spans = [match[0] for match in compiled(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)").finditer(text)]
    plain = [compiled(r"([\\`*_\[\]<>#~|])").sub(r"\\\1", part) for part in parts[::2]]
    return "".join(itertools.chain.from_iterable(itertools.zip_longest(plain, spans, fillvalue="")))


def code(text: str) -> str:
    """The text as a code span."""
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def fenced(lines: Iterable[str], syntax: str = "text") -> str:
    """Lines in a fence that none of them closes."""
    text = "\n".join(line.rstrip() for line in lines)
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{syntax}\n{text}\n{fence}"
