"""Rules explained in the forms that `jlint explain` has: as text, as Markdown, as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jlint.finding import Language
from jlint.rules.contract.base import Rule


def told(
    rules: Sequence[tuple[Rule, str]], format_name: str, language: Language, *, as_one: bool = False
) -> Iterator[str]:
    """The lines that explain rules, each given with its place in the configuration (empty for jlint's own).

    `as_one`: as one document, whatever their number.
    """
    if format_name == "json":
        from jlint.report.json_text import as_json
        from jlint.rule_docs.as_json import rule_object

        objects = [rule_object(rule, language, origin=origin) for rule, origin in rules]
        yield from as_json(objects if as_one else objects[0], indent=2).split("\n")
    elif format_name == "markdown":
        from jlint.rule_docs.as_markdown import page, pages

        parts = pages(rules, language) if as_one else [page(rule, language, origin=origin) for rule, origin in rules]
        yield from "\n".join(parts).removesuffix("\n").split("\n")
    else:
        from jlint.rule_docs.as_text import explained

        for number, (rule, origin) in enumerate(rules):
            if number:
                yield from ("", "-" * 40, "")
            yield from explained(rule, language, origin)
