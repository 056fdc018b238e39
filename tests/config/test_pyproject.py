"""`[tool.jlint]` in pyproject.toml: a configuration like rules.yaml, with the same mistakes at their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config, ConfigError
from jlint.finding import Severity

WHOLE = """\
[project]
name = "garden"  # 庭

[tool.jlint]
fail-on = "warning"
exclude = ["drafts/**"]

[tool.jlint.rules]
doubled-word = "off"
style = "info"
reading-time-mismatch = { severity = "error", characters-per-minute = 600 }

[[tool.jlint.overrides]]
files = ["notes/**"]
rules.doubled-particle = "off"

[[tool.jlint.patterns]]
id = "house-term"
match = 'ユーザ(?!ー)'
replace = "ユーザー"
message = { ja = "直す", en = "Mend it" }

[tool.other]
x = 1
"""


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def loaded(text: str) -> Config:
    Path("pyproject.toml").write_text(text, "utf-8", newline="")
    config = Config()
    config.load(["a.md"])
    return config


def mistakes(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        loaded(text)
    return caught.value.lines()


def severities(config: Config, path: str) -> dict[str, Severity]:
    settings = config.for_file(path)
    assert settings is not None
    return {entry.rule.id: entry.severity for entry in settings.active}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_is_read_like_rules_yaml(end: str) -> None:
    config = loaded(WHOLE.replace("\n", end))
    assert config.fail_on("a.md") is Severity.WARNING
    assert config.for_file("drafts/a.md") is None
    rules = severities(config, "a.md")
    assert "doubled-word" not in rules
    assert (rules["reading-time-mismatch"], rules["house-term"]) == (Severity.ERROR, Severity.WARNING)
    assert "doubled-particle" in rules
    assert "doubled-particle" not in severities(config, "notes/a.md")
    options = {each.rule.id: each.options for each in config.settings_for("a.md").rules()}
    assert options["reading-time-mismatch"]["characters-per-minute"].origin == "pyproject.toml:11"


def test_what_names_no_table_is_no_configuration() -> None:
    config = loaded('[project]\nname = "x"\ndependencies = ["jlint"]\n')
    assert config.files == ()
    assert loaded("[tool.other]\nx = 1\n").files == ()
    assert loaded("dependencies = [jlint\n").files == ()


def test_every_other_file_wins() -> None:
    Path("rules.yaml").write_text("fail-on: info\n", "utf-8")
    assert loaded(WHOLE).fail_on("a.md") is Severity.INFO
    Path("rules.yaml").write_text("groups: []\n", "utf-8")
    assert loaded(WHOLE).fail_on("a.md") is Severity.WARNING
    Path(".jlint.yaml").write_text("fail-on: never\n", "utf-8")
    assert loaded(WHOLE).fail_on("a.md") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.jlint]\nfail-no = 'info'\n", "2:1: fail-no という項目はありません。fail-on のことですか？"),
        ("[tool.jlint]\nfail-on = true\n", "2:11: fail-on に書けるのは error, warning, info, never のどれか"),
        (
            "[tool]\njlint = {rules = { tipo = 'off' }}\n",
            "2:20: tipo というルールや分類はありません。typo のことですか？",
        ),
        ("[tool.jlint.rules]\ntypo = false\n", "2:8: typo に書けるのは"),
        ("[tool.jlint]\nexclude = [\n  # 下書き\n  'a',\n  { x = 1 }]\n", "5:3: exclude に書けるのは"),
        ("tool.jlint.language = 'fr'\n", "1:23: language に書けるのは"),
        (
            "[[tool.jlint.overrides]]\nfiles = ['a']\nrules = {}\n[[tool.jlint.overrides]]\nfiels = ['b']\n",
            "5:1: fiels という項目はありません。files のことですか？",
        ),
        ("[tool.jlint]\nlanguage = ja\n", "2:12: 値として読めません。文字なら引用符で囲んでください"),
    ],
)
def test_mistakes_have_their_places(text: str, expected: str) -> None:
    assert any(line.startswith(f"pyproject.toml:{expected}") for line in mistakes(text)), mistakes(text)


def test_a_file_outside_the_repository_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "outside.toml").write_text(WHOLE, "utf-8")
    inside = tmp_path / "repository"
    (inside / ".git").mkdir(parents=True)
    (inside / "pyproject.toml").symlink_to(tmp_path / "outside.toml")
    monkeypatch.chdir(inside)
    config = Config()
    config.load(["a.md"])
    assert config.files == ()
