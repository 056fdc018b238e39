"""The pages docs/rules/*.md, one for each rule, their index, and their part of the navigation in mkdocs.yml.

    python -m scripts.rule_pages

Pages of rules that are gone are removed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from jlint.config.display.dump import severity_word
from jlint.rule_docs.as_markdown import SEVERITIES, Place, english_part, escaped, fenced, page
from jlint.rule_docs.facts import default_severity
from jlint.rules.contract.base import Rule
from jlint.rules.contract.category_names import CATEGORY_NAMES
from jlint.rules.contract.documentation import summary_of
from jlint.rules.table import BY_ID, RULES
from scripts.rule_needs import NEEDS, Need

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "rules"
NAVIGATION = ROOT / "mkdocs.yml"
INDEX = "README.md"
_BEGIN, _END = "      # rules: begin\n", "      # rules: end\n"

_HEAD = """\
# ルール

{number}のルールが、何を、なぜ指摘するか。一つずつのページに、例、設定、どのくらい当たるか、止め方がある。\
手元では `jlint explain ルール名` で同じことを読める。

[したいことから探す](#needs) / [分類から探す](#categories) / [In English](#english)

<a id="needs"></a>

## したいことから探す

設定の例は rules.yaml に書く。書く前に試すには、ルールの名前を並べる: `jlint check --select ルール名,ルール名 posts/`

"""
_CATEGORIES = """\
<a id="categories"></a>

## 分類から探す

「調べない」は、既定では調べないルール。rules.yaml に `ルール名: warning` のように書くと調べる。

"""
_ENGLISH = """\
<a id="english"></a>

## In English

Each page ends with a short English part; `jlint explain RULE --lang en` tells all of it. What do you want to find?

"""


def written() -> dict[str, str]:
    """The text of every page, by its file name."""
    return {f"{rule.id}.md": _page(rule) for rule in RULES} | {INDEX: index()}


def _page(rule: type[Rule]) -> str:
    return f"{page(rule(), 'ja', Place(in_docs=True))}\n{english_part(rule)}"


def index() -> str:
    """The index, by need and by category."""
    parts = [_HEAD.format(number=len(RULES))]
    parts += [f"{need_part(need)}\n" for need in NEEDS]
    parts.append(_CATEGORIES)
    parts += [f"{_category(name)}\n" for name in CATEGORY_NAMES]
    parts.append(_ENGLISH)
    parts += [f"- {need.en}: {', '.join(map(_link, need.rules.split()))}\n" for need in NEEDS]
    return "".join(parts)


def need_part(need: Need) -> str:
    """A need, the rules that serve it, and how to turn them on."""
    lines = [f"### {need.ja}", ""]
    for name in need.rules.split():
        off = "（既定では調べない）" if BY_ID[name].severity is None else ""
        lines.append(f"- {_link(name)}{off}: {escaped(summary_of(BY_ID[name].load()).ja)}")
    lines.append("")
    if need.turn_on:
        lines += ["すべて調べるには:", "", fenced(need.turn_on.splitlines(), "yaml"), ""]
    else:
        lines += ["すべて既定で調べる。", ""]
    if need.note:
        lines += [need.note, ""]
    return "\n".join(lines)


def _category(name: str) -> str:
    lines = [f'<a id="{name}"></a>', "", f"### {CATEGORY_NAMES[name]}", ""]
    lines += ["| ルール | 重要度 | 内容 |", "|---|---|---|"]
    for rule in RULES:
        if rule.category == name:
            summary = escaped(summary_of(rule).ja)
            lines.append(f"| {_link(rule.id)} | {SEVERITIES[severity_word(default_severity(rule))].ja} | {summary} |")
    return "\n".join([*lines, ""])


def _link(name: str) -> str:
    return f"[`{name}`]({name}.md)"


def navigation() -> Iterator[str]:
    """The lines of mkdocs.yml for the pages, by category."""
    for category, rules in itertools.groupby(RULES, key=lambda rule: rule.category):
        yield f'      - "{CATEGORY_NAMES[category]}":\n'
        yield from (f"          - docs/rules/{rule.id}.md\n" for rule in rules)


def with_navigation(text: str) -> str:
    """The text of mkdocs.yml with the pages' part written anew. Raises ValueError where its marks are missing."""
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError("mkdocs.yml lacks the marks of the rules' navigation")
    return before + begin + "".join(navigation()) + end + after


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    texts = written()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
    for path in FOLDER.glob("*.md"):
        if path.name not in texts:
            path.unlink()
    NAVIGATION.write_text(with_navigation(NAVIGATION.read_text("utf-8")), "utf-8", newline="\n")
