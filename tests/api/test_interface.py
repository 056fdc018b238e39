"""The names, arguments and fields that programs rely on. What is changed here breaks them: say so in the changelog."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from typing import Any

import msgspec
import pytest

import jlint
from tests.conftest import ROOT

SIGNATURES = {
    "lint": "(text, path='draft.md', config=None, *, lang=None)",
    "lint_file": "(path, config=None, *, lang=None)",
    "fix": "(text, path='draft.md', config=None, *, unsafe=False, lang=None)",
    "all_rules": "()",
    "allow_plugins": "(*, lang=None)",
    "Config": "(*, select=(), ignore=(), lang=None)",
    "Config.load": "(path, *, select=(), ignore=(), lang=None)",
    "ConfigError": "(mistakes)",
    "FixError": "(message, rules=())",
    "PluginError": "(problems)",
    "Counts.add": "(self, result)",
    "Counts.as_dict": "(self)",
    "Counts.from_dict": "(counts)",
}
FIELDS = {
    "Result": "path findings failures suppressed excluded held_back",
    "Finding": "path rule category severity message line column end_line end_column fix related",
    "HeldBack": "path rule category severity message line column end_line end_column fix related held_back_by",
    "Place": "rule line column",
    "Fix": "title safe edits",
    "Edit": "line column end_line end_column text",
    "Related": "path line column end_line end_column message",
    "Failure": "path rule message",
    "Mistake": "path line column message",
    "Counts": "texts unlinted excluded suppressed severities findings failures",
    "RuleInfo": "id category severity since status summary documentation has_fixes options",
    "OptionInfo": "name default meaning",
}


def named(name: str) -> Any:
    found: Any = jlint
    for part in name.split("."):
        found = getattr(found, part)
    return found


def test_names() -> None:
    objects = {name.partition(".")[0] for name in (*SIGNATURES, *FIELDS)}
    assert set(jlint.__all__) == objects | {"__version__"}
    assert dir(jlint) == sorted(jlint.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'check'"):
        _ = named("check")


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures(name: str) -> None:
    signature = inspect.signature(named(name))
    bare = [each.replace(annotation=inspect.Parameter.empty) for each in signature.parameters.values()]
    assert str(inspect.Signature(bare)) == SIGNATURES[name]


@pytest.mark.parametrize("name", FIELDS)
def test_fields(name: str) -> None:
    assert [field.name for field in msgspec.structs.fields(named(name))] == FIELDS[name].split()


@pytest.mark.parametrize("name", [*SIGNATURES, *FIELDS])
def test_everything_is_documented(name: str) -> None:
    assert len(inspect.getdoc(named(name)) or "") > 20


def test_type_checkers_see_the_same_names() -> None:
    stub = (ROOT / "jlint" / "__init__.pyi").read_text("utf-8")
    imported = re.findall(r"^from (\S+) import (\w+) as (\w+)$", stub, re.MULTILINE)
    assert {name for _, name, _ in imported} == set(jlint.__all__) - {"__version__"}
    for module, name, shown in imported:
        assert name == shown
        assert named(name).__module__ == module


def in_new_process(code: str) -> str:
    """What the code prints in a process that has imported nothing yet."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_import_is_cheap() -> None:
    code = "import sys; before = set(sys.modules); import jlint; print(*sorted(set(sys.modules) - before))"
    assert in_new_process(code) == "jlint"


def test_linting_needs_neither_the_command_line_nor_yaml() -> None:
    code = (
        "import sys, jlint; jlint.lint('雨が降る。', config=jlint.Config()); print({'click', 'yaml'} & {*sys.modules})"
    )
    assert in_new_process(code) == "set()"


def test_modules_of_jlint_hide_nothing() -> None:
    """`import jlint.rules.table` sets `jlint.rules`; a module `jlint/fix.py` would take the place of `jlint.fix`."""
    modules = {path.stem for path in (ROOT / "jlint").iterdir() if path.name != "__init__.py"}
    assert modules.isdisjoint(jlint.__all__)
    code = """
import jlint.rules.table, jlint.engine.lint, jlint.engine.fix, jlint.config, jlint.rules.typo.doubled_character
from jlint.rules.typo.doubled_character import DoubledCharacter
assert len(jlint.all_rules()) == len(jlint.rules.table.RULES)
assert [each.rule for each in jlint.lint("ご存存じですか。").findings] == [DoubledCharacter.id]
assert jlint.fix("今回のの件です。") == "今回の件です。"
print(type(jlint.Config()).__name__)
"""
    assert in_new_process(code) == "Config"
