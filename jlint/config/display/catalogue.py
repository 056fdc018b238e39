"""The file rules.yaml at the root of the repository, made from the rule classes.

python -m jlint.config.display.catalogue rules.yaml
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

from jlint.config.display.dump import as_yaml, severity_word
from jlint.config.reading.shape import General
from jlint.rules.contract.base import Rule
from jlint.rules.contract.category_names import CATEGORY_NAMES
from jlint.rules.contract.deferred import next_minor
from jlint.rules.contract.documentation import fields_of, summary_of
from jlint.rules.table import BY_ID, RULES

_HEAD = """\
# jlint のすべてのルールと既定の設定です。設定ファイルがなければ、この通りに調べます。
# 自分の設定ファイルには、変えたい行だけを書いてください（ひな型は `jlint init` で作れます）。
# ルールの説明は `jlint explain ルール名` で読めます。

# 何も引き継がない。自分のファイルでは省けば default（このファイル）を引き継ぐ。
extends: none
"""
_RULES_HEAD = """
# 重要度は error, warning, info, off（調べない）のどれか。分類の名前を書くと、その分類のルールすべてに効く。
rules:
"""


def catalogue() -> str:
    """The whole text of the file."""
    return _HEAD + "".join(_general()) + _RULES_HEAD + "\n".join(_categories())


def _general() -> Iterator[str]:
    for field in fields_of(General):
        yield f"# {field.meaning.ja}\n{field.name}: {as_yaml(field.default)}\n"


def _categories() -> Iterator[str]:
    for category, rules in itertools.groupby(RULES, key=lambda rule: rule.category):
        yield f"  # ---- {category}: {CATEGORY_NAMES[category]} ----\n\n" + "\n".join(map(_rule, rules))


def _rule(rule: type[Rule]) -> str:
    fields = list(fields_of(rule.Options))
    listed = BY_ID[rule.id]
    comment = f"  # {summary_of(rule).ja}\n"
    severity = severity_word(listed.by_default)
    if listed.by_default != rule.severity:
        later = severity_word(rule.severity)
        comment += f"  # {listed.since} で加わったルール。{next_minor(listed.since)} からは {later} になる\n"
    if not fields:
        return f"{comment}  {rule.id}: {severity}\n"
    lines = [f"  {rule.id}:\n    severity: {severity}\n"]
    lines += [f"    # {field.meaning.ja}\n    {field.name}: {as_yaml(field.default)}\n" for field in fields]
    return comment + "".join(lines)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(catalogue(), "utf-8", newline="\n")
