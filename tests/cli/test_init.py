from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.cli.run import jlint


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_writes_a_file_that_can_be_used_and_prints_the_hook(language: str) -> None:
    code, out, err = jlint("init", "--lang", language)
    assert code == 0
    assert "rules.yaml" in err
    assert "jlint-schema.json" in err
    (hook,) = yaml.safe_load(out)["repos"][0]["hooks"]
    assert hook["id"] == "jlint"
    assert 'exec "$jlint" check --staged --format concise "$@"' in hook["entry"]
    Path("a.md").write_text("本文です。\n", "utf-8")
    assert jlint("check", "a.md")[::2] == (0, "")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_editors_find_the_schema(language: str) -> None:
    jlint("init", "--lang", language)
    first = Path("rules.yaml").read_text("utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    schema = json.loads(Path(name).read_text("utf-8"))
    jsonschema.validate(yaml.safe_load(Path("rules.yaml").read_text("utf-8")), schema)
    assert Path(name).read_text("utf-8") == jlint("config", "schema").out


def test_says_what_to_do_with_the_lines_of_the_hook() -> None:
    comments = [line for line in jlint("init").out.splitlines() if line.startswith("#")]
    assert "pre-commit install" in "".join(comments)
    assert ".pre-commit-config.yaml" in comments[0]


def test_beside_a_table_of_pyproject() -> None:
    Path("pyproject.toml").write_text("[tool.jlint]\nlanguage = 'en'\n", "utf-8")
    code, out, err = jlint("init")
    assert (code, out) == (2, "")
    assert "pyproject.toml" in err
    assert not Path("rules.yaml").exists()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_its_comments_are_good_configuration_too(language: str) -> None:
    jlint("init", "--lang", language)
    text = Path("rules.yaml").read_text("utf-8")
    head, _, rest = text.partition("exclude:")
    Path("rules.yaml").write_text(head + "exclude:" + rest.replace("  # ", "  "), "utf-8")
    assert jlint("config", "test", "--lang", "en") == (0, "1 patterns, 2 examples: all as they should be\n", "")


def test_never_overwrites() -> None:
    Path("rules.yaml").write_text("mine\n", "utf-8")
    assert jlint("init") == (
        2,
        "",
        "jlint: rules.yaml はすでにあります。上書きしないので、別の名前を --output で指定してください\n",
    )
    assert Path("rules.yaml").read_text("utf-8") == "mine\n"


def test_beside_a_file_that_would_win() -> None:
    Path(".jlint.yaml").write_text("language: ja\n", "utf-8")
    assert jlint("init") == (2, "", "jlint: 設定はすでに .jlint.yaml にあります。そちらが優先されます\n")
    assert not Path("rules.yaml").exists()


def test_output() -> None:
    assert jlint("init", "--output", "house.yaml").code == 0
    assert Path("house.yaml").exists()
    assert jlint("init", "--output", "no/house.yaml") == (
        2,
        "",
        "jlint: no/house.yaml を書くフォルダーがありません\n",
    )
    assert jlint("init", "--output", "house.yaml/x.yaml").code == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_unwritable_folder() -> None:
    Path("locked").mkdir(mode=0o500)
    assert jlint("init", "--output", "locked/rules.yaml") == (
        2,
        "",
        "jlint: locked/rules.yaml を書く権限がありません\n",
    )
