"""`jlint plugins test` looks at examples and documentation as jlint's tests do at those of jlint's rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.conftest import ROOT
from tests.plugins.making import RULE, plugin


def problems(folder: Path, code: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that the command prints about a plugin with this code."""
    monkeypatch.setenv("PYTHONPATH", str(plugin(folder, code)))
    done = jlint("plugins", "test", "--allow-plugins", "--lang", "en")
    lines = done.out.splitlines()
    assert done.code == (1 if len(lines) > 1 else 0)
    assert lines[-1].startswith("1 rules, 3 examples: ")
    return lines[:-1]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("へ行く", "へ行く", None),
        (
            "⟦波止場⟧へ",
            "波止場⟦へ⟧",
            "example 1: Findings stand elsewhere. Found: 「波止場」(2-5). Marked: 「へ」(5-6)",
        ),
        ("⟦波止場⟧", "⟦波止場", "example 1: Marks don't match: a mark is not closed in '朝の⟦波止場へ行く。\\n'"),
        ('fixed="朝の港', 'fixed="朝の海', "example 1: The fix makes another text: '朝の港へ行く。\\n'"),
        ('Good("朝の港', 'Good("朝の波止場', "example 2: Findings stand elsewhere. Found: 「波止場」(2-5). Marked: -"),
        (
            'ja=f"「波止場」は「{word}」と書いてください"',
            'ja=f"Write {word}"',
            "example 1: A message is in Japanese and in ",
        ),
        ("書いてください", "書いてください。", "example 1: No 。 ends a message: 「波止場」は「港」と書いてください。"),
        (
            "書いていない。\n\n",
            "書いていない。\n",
            "documentation: The documentation (ja) has to name the defect in its ",
        ),
        ("Readers wonder", "読み手は迷う", "documentation: The documentation (en) is in another language"),
        ('Good("`波止場`', 'Bad("⟦`波止場`⟧', "documentation: There have to be two good examples"),
        ('Bad("朝の⟦', 'Bad(options={"wrod": 1}, text="朝の⟦', "example 1: The rule doesn't take the options: "),
        (
            "sentence.text.find",
            "sentence.test.find",
            "example 1: The rule house-harbor of the plugin jlint-harbor 1.0 ",
        ),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, line: str | None
) -> None:
    lines = problems(tmp_path, RULE.replace(old, new, 1), monkeypatch)
    told = [each.removeprefix("jlint-harbor 1.0: house-harbor: ") for each in lines]
    assert any(each.startswith(line) for each in told) if line else not told


def test_only_the_distributions_that_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin(tmp_path)
    other = RULE.replace("house-harbor", "house-quay")
    plugin(tmp_path, other, name="jlint-quay", entries={"house-quay": "jlint_quay:Harbor"})
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    both = jlint("plugins", "test", "--allow-plugins")
    one = jlint("plugins", "test", "--allow-plugins", "JLINT_Quay")
    assert (both.out, one.out) == (
        "ルール 2 個、例 6 個: すべて合いました\n",
        "ルール 1 個、例 3 個: すべて合いました\n",
    )
    none = jlint("plugins", "test", "--allow-plugins", "jlint-pier")
    assert (none.code, none.err) == (2, "jlint: ルールを持つ配布物がありません: jlint-pier\n")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """examples/plugin as pip installs it, without a network."""
    folder = tmp_path_factory.mktemp("template") / "site"
    options = ["--quiet", "--no-index", "--no-build-isolation", "--no-deps", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *options, "--target", str(folder), str(ROOT / "examples/plugin")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_template_works(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(template))
    monkeypatch.setenv("JLINT_PLUGINS", "1")
    tests = ROOT / "examples" / "plugin" / "tests"
    ran = subprocess.run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tests)], check=False)
    assert ran.returncode == 0
    Path("a.md").write_text("店ではお客様を待たせない。\n", "utf-8")
    assert "[house-customer-word]" in jlint("check", "a.md").out
    assert jlint("check", "--fix", "a.md").code == 0
    assert Path("a.md").read_text("utf-8") == "店ではお客さまを待たせない。\n"


def test_the_configuration_of_the_template_can_be_shared(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(template))
    Path("rules.yaml").write_text("extends: package:jlint-house\n", "utf-8")
    Path("a.md").write_text("受け付け窓口は二階です。\n", "utf-8")
    assert "[dictionary-term]" in jlint("check", "a.md").out
    assert "max: 120  # package:jlint-house/jlint.yaml:4" in jlint("config", "show").out
