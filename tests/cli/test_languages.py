"""In which language the command line speaks: --lang, JLINT_LANG, the configuration, the locale, Japanese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.run import jlint

COMMANDS = (("check", "a.md", "--format", "concise"), ("--help",), ("check", "--nothing"), ("rules", "--isolatd"))
ENGLISH_WORDS = re.compile(r"(?<![-`\w./])[a-z]{3,} [a-z]{2,}(?![\w=])")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("設定をを変える。\n", "utf-8")


def speaks_english(*arguments: str, **environment: str) -> bool:
    """Whether the findings, or else the notices, of a call are in English; never in two languages."""
    _, out, err = jlint(*arguments, **environment)
    return not re.search("[ぁ-ん]{2}", re.sub("をを", "", out + err))


@pytest.mark.parametrize(
    "command", [("check", "a.md", "--format", "concise"), ("--help",), ("check", "--nothing"), ("check", "no.md")]
)
@pytest.mark.parametrize(
    ("locale", "english"),
    [
        ({"LC_ALL": "en_US.UTF-8"}, True),
        ({"LC_ALL": "de_DE@euro"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "en_GB.UTF-8", "LANG": "ja_JP.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "en_US"}, True),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "en_US.UTF-8"}, False),
        ({"LC_ALL": "C"}, False),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, False),
        ({"LC_ALL": "POSIX"}, False),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": ""}, False),
        ({"LC_ALL": "en_US.UTF-8", "JLINT_LANG": "ja"}, False),
        ({"LC_ALL": "ja_JP.UTF-8", "JLINT_LANG": "en"}, True),
    ],
)
def test_the_locale(command: tuple[str, ...], locale: dict[str, str], english: bool) -> None:
    assert speaks_english(*command, **locale) is english


@pytest.mark.parametrize(
    "command", [("check", "a.md", "--format", "concise"), ("--help",), ("check", "--nothing"), ("rules", "--isolatd")]
)
def test_what_init_writes_stands_against_the_locale(command: tuple[str, ...]) -> None:
    assert jlint("init", "--lang", "ja").code == 0
    assert "\nlanguage: ja\n" in Path("rules.yaml").read_text("utf-8")
    Path("posts").mkdir()
    assert not speaks_english(*command, LC_ALL="en_US.UTF-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "check", "a.md", "--format", "concise"),
        ("check", "--lang=en", "a.md", "--format", "concise"),
        ("--lang", "en", "check", "--help"),
        ("check", "--help", "--lang", "en"),
        ("--lang", "en", "check", "--nothing"),
        ("check", "--nothing", "--lang", "en"),
        ("check", "--jobs", "0", "--lang", "en"),
        ("--lang", "ja", "explain", "doubld-word", "--lang", "en"),
        ("--lang", "en"),
    ],
)
def test_lang_before_and_behind_the_command(arguments: tuple[str, ...]) -> None:
    assert speaks_english(*arguments)
    assert not speaks_english(
        *(each.replace("en", "ja") if each in ("en", "--lang=en") else each for each in arguments)
    )


def test_an_unknown_language() -> None:
    for arguments in (("--lang", "fr", "check"), ("check", "--lang", "fr")):
        code, out, err = jlint(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("jlint: --lang の値は次のどれかです: ja, en。")
    assert jlint("check", "a.md", JLINT_LANG="fr") == (
        2,
        "",
        "jlint: 環境変数 JLINT_LANG に書けるのは ja か en ですが、fr が入っています\n",
    )
    assert jlint("check", "a.md", JLINT_LANG="fr", LC_ALL="en_US.UTF-8").err == (
        "jlint: The variable JLINT_LANG takes ja or en, not fr\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--format"),
        ("check", "--fix=1"),
        ("check", "--jobs", "many"),
        ("check", "--jobs", "0"),
        ("explain",),
        ("explain", "doubled-word", "doubled-particle"),
        ("config", "shw"),
        ("chekc",),
        ("check", "--output", f"json={'x' * 300}"),
        ("check", "--baseline", "broken.json"),
        ("check", "--compare", "broken.json"),
        ("init", "--output", f"{'x' * 300}.yaml"),
        ("init", "--from-textlint", "broken.json"),
    ],
)
def test_no_english_of_libraries_in_japanese(arguments: tuple[str, ...]) -> None:
    Path("broken.json").write_text('{"version": 1,\n oops', "utf-8")
    code, _, err = jlint(*arguments)
    assert code == 2
    assert re.search("[ぁ-ん]", err)
    assert not ENGLISH_WORDS.search(re.sub("jlint check --format json", "", err)), err


def test_a_broken_baseline_is_told_with_its_place() -> None:
    Path("broken.json").write_text('{"version": 1,\n oops', "utf-8")
    assert jlint("check", "--baseline", "broken.json").err == (
        "jlint: broken.json はベースラインとして読めません"
        '（2行目2桁目: 項目の名前を " で囲んでください。最後の項目の後にコンマは置けません）\n'
    )


def test_alone_it_helps() -> None:
    code, out, err = jlint()
    assert (code, err) == (0, "")
    assert out == jlint("--help").out
    assert jlint("config") == (0, jlint("config", "--help").out, "")
