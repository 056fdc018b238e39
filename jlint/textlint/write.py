"""Writes a translation as a rules.yaml in which each line names the rule of textlint's that it comes from."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any

from jlint.config.display.dump import as_yaml
from jlint.document.exempt import Exempt
from jlint.finding import Language, Text
from jlint.printable import printable
from jlint.textlint.beyond import beyond
from jlint.textlint.merge import Line
from jlint.textlint.translate import Entry, Translation

_LONGEST = 100


def rules_yaml(
    translation: Translation,
    rc: str,
    output: str,
    exclude: list[str],
    language: Language,
    markdown: Iterable[str] = (),
) -> str:
    """The text of the file `output` that replaces the textlint configuration `rc`. `markdown` are lines of it."""
    return "\n".join(_lines(translation, rc, output, exclude, language, markdown)) + "\n"


def _lines(
    translation: Translation,
    rc: str,
    output: str,
    exclude: list[str],
    language: Language,
    markdown: Iterable[str],
) -> Iterator[str]:
    made = Text(
        f"textlint の設定 {rc} から `jlint init --from-textlint` で作りました。",
        f"Made from the textlint configuration {rc} by `jlint init --from-textlint`.",
    )
    yield "# " + printable(made.to(language))
    yield "# " + Text(
        "行末は元の textlint のルール名です。ルールの説明は `jlint explain ルール名` で読めます。",
        "The ends of the lines name textlint's rules. `jlint explain RULE` explains a rule of jlint's.",
    ).to(language)
    for name, instead in translation.unsupported:
        yield "# " + _one_line(f"unsupported: {name}: {instead.to(language)}")
    for remark in translation.remarks:
        yield "# " + _one_line(remark.to(language))
    wider = beyond(translation.rules)
    if wider:
        yield "# " + _one_line(wider.to(language))
    yield ""
    yield "# " + Text(
        "jlint の既定のルールも使うなら default にします。", "Write default for jlint's own rules too."
    ).to(language)
    yield "extends: none"
    if language != "ja":
        yield f"language: {language}"
    yield from markdown
    yield from _list("exclude", exclude, ".textlintignore")
    yield from _exempt(translation.exemptions.in_force(translation.rules))
    yield from _list("dictionaries", [_moved(path, rc, output) for path in translation.dictionaries], "prh")
    yield ""
    yield "rules:" if translation.rules else "rules: {}"
    for rule, line in translation.rules.items():
        yield from _rule(rule, line)
    if translation.patterns:
        yield ""
        yield "patterns:"
    for entry in translation.patterns:
        yield from _pattern(entry)


def _moved(path: str, rc: str, output: str) -> str:
    """The path, which is relative to the textlint configuration, as seen from the folder of `output`."""
    target = os.path.join(os.path.dirname(os.path.abspath(rc)), path)
    moved = os.path.relpath(target, os.path.dirname(os.path.abspath(output)))
    return moved.replace(os.sep, "/")


def _list(key: str, items: Iterable[str], origin: str) -> Iterator[str]:
    items = list(items)
    if items:
        yield f"{key}:  # {origin}"
        yield from (f"  - {as_yaml(item)}" for item in items)


def _exempt(entries: Iterable[Exempt]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if not number:
            yield "exempt:"
        fields = {name: list(value) for name, value in entry._asdict().items() if value}
        first, *rest = _fields(fields, "    ")
        yield "  - " + first.lstrip()
        yield from rest


def _rule(rule: str, line: Line) -> Iterator[str]:
    origin = _comment(line.origins)
    if not line.options:
        yield f"  {rule}: {line.severity}{origin}"
        return
    yield f"  {rule}:{origin}"
    yield from _fields({"severity": line.severity, **line.options}, "    ")


def _pattern(entry: Entry) -> Iterator[str]:
    yield f"  - id: {entry.id}{_comment([entry.origin])}"
    yield from _fields({**entry.fields, "severity": entry.severity}, "    ")


def _fields(fields: dict[str, Any], indent: str) -> Iterator[str]:
    for name, value in fields.items():
        short = as_yaml(value)
        if isinstance(value, list) and len(short) > _LONGEST:
            yield f"{indent}{name}:"
            yield from (f"{indent}  - {as_yaml(item)}" for item in value)
        else:
            yield f"{indent}{name}: {short}"


def _comment(origins: Iterable[str]) -> str:
    return "  # " + _one_line(", ".join(dict.fromkeys(origins)))


def _one_line(words: str) -> str:
    """The words on one line for a comment: a line end would end it, and YAML allows no control characters."""
    return printable(re.sub(r"\s+", " ", words))
