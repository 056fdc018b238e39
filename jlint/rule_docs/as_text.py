"""What is known of a rule, as text for a terminal: `jlint explain`."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.config.display.dump import as_yaml, severity_word
from jlint.finding import Language, Text
from jlint.rule_docs.example_text import example_lines
from jlint.rule_docs.facts import relations_of
from jlint.rule_docs.life import life_of
from jlint.rules.contract.base import Bad, Good, Rule
from jlint.rules.contract.documentation import documentation_of, fields_of, groups_in
from jlint.rules.helpers.pattern import PatternRule
from jlint.rules.table import BY_ID, plugin_of


def explained(rule: Rule, language: Language, origin: str = "") -> Iterator[str]:
    """The lines of a rule, or of a pattern of the configuration, whose place is `origin`."""
    if isinstance(rule, PatternRule):
        yield from _pattern_explained(rule, origin, language)
        return
    listed, plugin = BY_ID[rule.id], plugin_of(rule.id)
    about = plugin or life_of(listed).to(language)
    yield f"{rule.id}  ({rule.category}, {severity_word(listed.by_default)})  {about}"
    yield ""
    yield from documentation_of(rule).to(language).splitlines()
    for example in rule.examples:
        yield from _example(example, language)
    yield from _options(rule, language)
    yield from _told_with(rule, language)
    yield from _suppression(rule, language)


def _told_with(rule: Rule, language: Language) -> Iterator[str]:
    """With which findings of other rules its findings are told as one, as far as rules say so."""
    relations = list(relations_of(rule))
    if relations:
        yield ""
        yield Text(
            "一つの問題は一つの指摘にします（--all で別々に）:", "One problem is one finding (--all for each):"
        ).to(language)
    for relation in relations:
        yield f"  {relation.meaning.to(language)}: {', '.join(relation.rules)}"


def _example(example: Bad | Good, language: Language) -> Iterator[str]:
    bad = isinstance(example, Bad)
    yield ""
    title = Text("悪い例", "Bad") if bad else Text("良い例", "Good")
    options = f" {as_yaml(example.options)}" if example.options else ""
    options += f" (markdown: {example.dialect})" if example.dialect != "commonmark" else ""
    yield f"{title.to(language)}{options}:"
    yield from _indented(example_lines(example.text))
    for path, text in example.beside.items():
        yield Text(f"同時に調べる {path}:", f"Checked together with {path}:").to(language)
        yield from _indented(text.splitlines())
    if isinstance(example, Bad) and example.fixed is not None:
        yield Text("直すと", "Fixed").to(language) + ":"
        yield from _indented(example_lines(example.fixed))


def _options(rule: Rule, language: Language) -> Iterator[str]:
    fields = list(fields_of(rule.Options))
    if not fields:
        return
    yield ""
    yield Text("設定（既定の値）:", "Options (with their defaults):").to(language)
    for field in fields:
        yield f"  {field.name}: {as_yaml(field.default)}"
        yield f"      {field.meaning.to(language)}"
        for group in groups_in(field.type):
            for part in fields_of(group):
                yield f"        {part.name}: {part.meaning.to(language)}"


def _suppression(rule: Rule, language: Language) -> Iterator[str]:
    reason = Text("理由", "reason").to(language)
    yield ""
    if rule.category == "front-matter":
        yield Text(
            "このファイルで指摘を止めるには、front matter に書きます:",
            "To silence it in one file, in its front matter:",
        ).to(language)
        yield f"  jlint: {{disable: [{rule.id}]}}"
    else:
        yield Text(
            "次の段落だけ指摘を止めるには、直前の行に書きます:", "To silence it in the next block, on a line before it:"
        ).to(language)
        yield f"  <!-- jlint-disable-next {rule.id} -- {reason} -->"
    yield Text("どのファイルでも調べないようにするには、rules.yaml に書きます:", "To turn it off, in rules.yaml:").to(
        language
    )
    yield "  rules:"
    yield f"    {rule.id}: off"


def _pattern_explained(rule: PatternRule, origin: str, language: Language) -> Iterator[str]:
    spec = rule.spec
    yield f"{rule.id}  ({rule.category}, {severity_word(rule.severity)})  {origin}"
    yield ""
    yield spec.message.to(language)
    yield ""
    yield f"match: {as_yaml(spec.match)}"
    if spec.replace is not None:
        yield f"replace: {as_yaml(spec.replace)}"
    for title, texts in ((Text("悪い例", "Bad"), spec.bad), (Text("良い例", "Good"), spec.good)):
        for text in texts:
            yield ""
            yield f"{title.to(language)}:"
            yield from _indented(text.splitlines())
    yield from _suppression(rule, language)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}".rstrip()
