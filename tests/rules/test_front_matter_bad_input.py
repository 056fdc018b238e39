"""Front matter that is broken, hostile or huge: a finding with its place, never a failure, in bounded time."""

from __future__ import annotations

import time

import pytest

from jlint.config import Config
from jlint.document import Document
from jlint.engine.lint import lint
from jlint.finding import Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.table import RULES

ALIASES = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30))
CASES = {
    "a megabyte": ("---\n" + "key: 値段\n" * 100_000 + "---\n", "front-matter-invalid", 1, 1),
    "aliases": (f"---\ntitle: 題名\na0: &a0 [x]\n{ALIASES}---\n", "front-matter-invalid", 8, 1),
    "an alias inside itself": ("---\ntitle: 題名\na: &a [*a]\n---\n", "front-matter-invalid", 3, 1),
    "a constructing tag": (
        "---\ntitle: 題名\nx: !!python/object/apply:os.system [ls]\n---\n",
        "front-matter-invalid",
        3,
        4,
    ),
    "a tab": ("---\ntitle: 題名\ntags:\n\t- 本\n---\n", "front-matter-invalid", 4, 1),
    "a duplicate key": ("---\ntitle: 題名\nauthor: 甲\nauthor: 乙\n---\n", "front-matter-duplicate", 4, 1),
    "a duplicate key in JSON": (
        '{"title": "題名",\n"author": "甲",\n"author": "乙"}\n',
        "front-matter-duplicate",
        3,
        1,
    ),
    "a duplicate key in TOML": ("+++\ntitle = '題名'\nx = 1\nx = 2\n+++\n", "front-matter-invalid", 4, 1),
    "a list as a key": ("---\ntitle: 題名\n? [a, b]\n: c\n---\n", "front-matter-invalid", 3, 3),
    "a boolean as a key": ("---\ntitle: 題名\nyes: c\n---\n", "front-matter-invalid", 3, 1),
    "an error in TOML": ("+++\ntitle = '題名\n+++\n", "front-matter-invalid", 2, 11),
    "an error in JSON": ('{\n  "title": "題名",\n}\n', "front-matter-invalid", 3, 1),
    "deep TOML": ("+++\na" + ".a" * 45_000 + " = 1\n+++\n", "front-matter-invalid", 2, 1),
    "a NUL": ("---\ntitle: 題\0名\n---\n", "front-matter-invalid", 2, 9),
}


@pytest.mark.parametrize("name", CASES)
def test_a_finding_with_its_place(name: str) -> None:
    text, rule, line, column = CASES[name]
    settings = Config(isolated=True).for_file("draft.md")
    assert settings is not None
    started = time.process_time()
    result = lint(Document(text + "\n本文です。\n"), settings.active, known=settings.known)
    assert time.process_time() - started < 3
    assert not result.failures
    places = [(f.place.line, f.place.column) for f in result.findings if f.rule == rule]
    assert (line, column) in places


@pytest.mark.parametrize(
    "value",
    [
        "（" * 30_000,
        "「" * 30_000,
        " " * 30_000 + "）",
        "？の" * 15_000,
        "とはの" * 10_000,
        "*" * 30_000,
        "（約" * 15_000 + "）",
        "1" * 30_000,
        "2026-" * 6_000,
        "." * 30_000,
        "読み解くの" * 6_000 + "？",
    ],
)
def test_long_values_cost_little(value: str) -> None:
    fields = "".join(f'{name}: "{value}"\n' for name in ("title", "excerpt", "date"))
    active = [ActiveRule(rule(), Severity.ERROR) for rule in RULES if rule.category == "front-matter"]
    started = time.process_time()
    result = lint(Document(f"---\n{fields}reading_time: 3\n---\n\n{value}\n"), active)
    assert not result.failures
    assert time.process_time() - started < 5
