"""Whatever files are called and contain, no command writes anything that a terminal or a CI server would act upon."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from jlint.report import FORMATS
from tests.cli.run import Ended, jlint

TEXT = "::error::x\n\r\t\x1b[2J\x85\u202e\u2066\u2028%0A'\"\\`|<script>##[error]y##vso[task.z]"
FOLDER = f" {TEXT}"
NAMES = (
    f"{TEXT}.md",
    "::stop-commands::t.md",
    " ::warning::t.md",
    "a\n::error::b.md",
    "##[group]c.md",
    "-d.md",
    os.fsdecode(b"\xff::e.md"),
    f"{FOLDER}/f.md",
)
BROKEN = f"{TEXT}broken.md"
DRAFT = (
    f"---\ntitle: 設定\n---\n\n{TEXT}設定をを変える{TEXT}。{TEXT}\n\n::error::手順をを書く。\n\n    ::error::x をを\n"
)
YAML_TEXT = json.dumps(TEXT).replace("'", "\\x27")
CONFIG = f"""
words: [{YAML_TEXT}]
exclude: [{YAML_TEXT}, excluded]
patterns:
  - id: house-term
    match: をを
    replace: {YAML_TEXT}
    message: {YAML_TEXT}
    examples:
      bad: [{YAML_TEXT}, {YAML_TEXT[:-1]}をを"]
      good: [{YAML_TEXT[:-1]}をを"]
"""
MISTAKES = (
    f"{YAML_TEXT}: 1\nrules: {{{YAML_TEXT}: error, doubled-particle: {YAML_TEXT}}}\nlanguage: {YAML_TEXT}\n",
    f'extends: {YAML_TEXT}\nwords: [{YAML_TEXT[:-1]}.txt"]\ndictionaries: [{YAML_TEXT}]\nexclude: {YAML_TEXT}\n',
    f'patterns: [{{id: {YAML_TEXT}}}, {{id: a-b, match: {YAML_TEXT[:-1]}(", message: x}}]\n',
    "a: [\x1b\n",
    "::error::x: [\n",
    "a: &\u202e\n",
)

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are no bytes here")


@pytest.fixture(scope="module", autouse=True)
def _in_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("JLINT_CACHE_DIR", str(folder / "cache"))
        for name in ("GITHUB_ACTIONS", "TF_BUILD", "GITHUB_STEP_SUMMARY"):
            patch.delenv(name, raising=False)
        Path("drafts", FOLDER).mkdir(parents=True)
        Path(FOLDER).mkdir()
        for name in NAMES:
            Path("drafts", name).write_bytes(DRAFT.encode())
        for name in NAMES:
            Path(name).write_bytes(DRAFT.encode())
        Path(BROKEN).write_bytes(b"\xff")
        Path("config.yaml").write_text(CONFIG, "utf-8")
        yield


def is_raw(character: str) -> bool:
    return character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def check(ended: Ended, code: int) -> Ended:
    """The call, after asserting that it ended with the code and wrote nothing to act upon."""
    for text in (ended.out, ended.err):
        assert {character for character in text if is_raw(character)} == set()
        assert [line for line in text.splitlines() if line.strip().startswith("::")] == []
        assert not re.search(r"##[a-z]*\[[a-z]", text)
        assert "Traceback" not in text
        assert "jlint の不具合" not in text
    assert ended.code == code, ended
    return ended


def check_of_github(ended: Ended, code: int) -> None:
    own = re.compile(r"::(error|warning|notice) file=[^,:]+(,[a-zA-Z]+=[^,:]+)+::")
    lines = ended.out.split("\n")
    assert any(map(own.match, lines))
    check(ended._replace(out="\n".join(line for line in lines if not own.match(line))), code)
    check(ended._replace(out="\n".join(line.removeprefix("::") for line in lines)), code)


CALLS = [f"./{name}" if name.startswith("-") else name for name in NAMES]


@pytest.mark.parametrize("configuration", [("--isolated",), ("--config", "config.yaml")], ids=["isolated", "config"])
@pytest.mark.parametrize("name", FORMATS)
def test_check(name: str, configuration: tuple[str, ...]) -> None:
    call = ("check", "--format", name, "--output", f"{name}=report", *configuration, *CALLS, BROKEN, f"{TEXT}missing")
    ended = jlint(*call)
    if name == "github":
        check_of_github(ended, 2)
        return
    check(ended, 2)
    report = Path("report").read_bytes().decode()
    assert {character for character in report if is_raw(character)} == set()
    if name in ("json", "gitlab", "sarif", "rdjson"):
        json.loads(ended.out)
    elif name == "jsonl":
        assert {json.loads(line)["type"] for line in ended.out.splitlines()} == {"finding", "failure", "summary"}
    elif name in ("checkstyle", "junit"):
        ElementTree.fromstring(ended.out)
    elif name == "html":
        assert ended.out.count("<script") == 1  # that of the page itself
        assert "|<script" not in ended.out


def test_json_keeps_names_and_messages() -> None:
    found = json.loads(check(jlint("check", "--format", "json", "--config", "config.yaml", *CALLS), 1).out)["findings"]
    assert {NAMES[0], "a\n::error::b.md", r"\udcff::e.md"} <= {finding["path"] for finding in found}
    assert any(TEXT.strip() in finding["message"] for finding in found)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("drafts",), 1),
        (("--statistics", *CALLS, BROKEN), 2),
        (("--profile", "--format", "concise", *CALLS), 1),
        (("--jobs", "2", "--format", "concise", *CALLS, BROKEN), 2),
        (("--diff", "--select", "house-term", BROKEN, TEXT), 2),
        (("--select", TEXT, "a.md"), 2),
        (("--since", TEXT, *CALLS), 2),
        (("--baseline", TEXT, *CALLS), 2),
        (("--output", TEXT, *CALLS), 2),
        (("--output", f"json={TEXT}/x", *CALLS), 2),
        (("--format", TEXT), 2),
        (("--jobs", TEXT), 2),
        (("--fail-on", TEXT), 2),
        ((f"--{TEXT}",), 2),
        (("--config", f"{TEXT}.yaml", *CALLS), 2),
    ],
    ids=lambda value: "",
)
def test_options_of_check(arguments: tuple[str, ...], code: int) -> None:
    configuration = () if "--config" in arguments else ("--config", "config.yaml")
    check(jlint("check", *configuration, *arguments), code)


def test_standard_input_may_be_called_anything() -> None:
    call = ("check", "--stdin-filename", TEXT, "-")
    check(jlint(*call, stdin=DRAFT), 1)
    check_of_github(jlint(*call, "--format", "github", stdin=DRAFT), 1)


def test_the_summary_of_a_step() -> None:
    names = [name for name in CALLS if "\n" in name]
    ended = jlint("check", "--format", "github", *CALLS, *names, GITHUB_STEP_SUMMARY="summary.md")
    check_of_github(ended, 1)
    text = Path("summary.md").read_text("utf-8")
    assert {character for character in text if is_raw(character)} == set()
    assert "\\<script\\>" in text
    assert not re.search(r"(?<!\\)<script", text)


@pytest.mark.parametrize("mistake", MISTAKES, ids=map(str, range(len(MISTAKES))))
def test_a_wrong_configuration(mistake: str) -> None:
    name = f"{TEXT}.yaml"
    Path(name).write_text(mistake, "utf-8")
    assert check(jlint("rules", "--config", name), 2).out == ""
    Path(name).unlink()


@pytest.mark.parametrize("command", [("check",), ("config", "show"), ("config", "test"), ("baseline", "create")])
def test_each_command_reports_a_wrong_configuration(command: tuple[str, ...]) -> None:
    Path("mistakes.yaml").write_text(MISTAKES[0], "utf-8")
    assert check(jlint(*command, "--config", "mistakes.yaml"), 2).out == ""


def test_a_configuration_that_is_passed_over() -> None:
    path = Path(FOLDER, "rules.yaml")
    path.write_text(f"{YAML_TEXT}: 1\n", "utf-8")
    check(jlint("check", "--select", "doubled-particle", f"{FOLDER}/f.md"), 1)
    path.unlink()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("rules", "--config", "config.yaml"), 0),
        (("explain", "house-term", "--config", "config.yaml"), 0),
        (("explain", TEXT), 2),
        (("explain", "replacement-character"), 0),
        (("config", "show", "--config", "config.yaml"), 0),
        (("config", "show", TEXT, "--config", "config.yaml"), 0),
        (("config", "schema", "--config", "config.yaml"), 0),
        (("config", "test", "--config", "config.yaml"), 1),
        ((TEXT,), 2),
        (("it's",), 2),
        (("config", TEXT), 2),
        (("rules", TEXT), 2),
        (("--help",), 0),
        (("check", "--help"), 0),
        (("--version",), 0),
    ],
    ids=lambda value: "",
)
def test_other_commands(arguments: tuple[str, ...], code: int) -> None:
    check(jlint(*arguments), code)


def test_baselines() -> None:
    file = f"{TEXT}.json"
    check(jlint("baseline", "create", "--config", "config.yaml", "--file", file, *CALLS), 0)
    check(jlint("baseline", "show", "--file", file), 0)
    check(jlint("baseline", "prune", "--config", "config.yaml", "--file", file, *CALLS), 0)
    check(jlint("check", "--baseline", file, "--config", "config.yaml", *CALLS), 0)
    check(jlint("baseline", "create", "--file", "x.json", BROKEN, *CALLS), 2)
    accepted = [["a.md", TEXT, "0", 1], ["a.md", "doubled-particle", "0", 1]]
    Path("odd.json").write_text(json.dumps({"version": 2, "accepted": accepted}), "utf-8")
    check(jlint("baseline", "show", "--file", "odd.json"), 2)
    for text in ("{", json.dumps({TEXT: 1}), json.dumps({"version": TEXT, "accepted": []})):
        Path("odd.json").write_text(text, "utf-8")
        check(jlint("baseline", "show", "--file", "odd.json"), 2)


def test_init() -> None:
    rc = {
        "rules": {
            TEXT: True,
            "no-nfd": TEXT,
            "prh": {"rulePaths": [TEXT]},
            "max-ten": {TEXT: 1, "max": TEXT},
            "preset-ja-technical-writing": {TEXT: True},
        },
        "filters": {"allowlist": {"allow": [TEXT], "allowlistConfigPaths": [TEXT]}, TEXT: True},
        "plugins": [TEXT],
        TEXT: TEXT,
    }
    for name in ("textlintrc.json", f"{TEXT}.json", os.fsdecode(b"\xff.json")):
        Path(name).write_text(json.dumps(rc), "utf-8")
        output = f"made of {name}.yaml"
        check(jlint("init", "--from-textlint", name, "--output", output), 0)
        check(jlint("init", "--from-textlint", name, "--output", output), 2)
        made = Path(output).read_bytes().decode()
        assert {character for character in made if is_raw(character)} == set()
        assert {line[0] for line in made.splitlines() if line} <= set("# abcdefghijklmnopqrstuvwxyz")
    check(jlint("init", "--output", f"{TEXT}/x"), 2)
    check(jlint("init", "--from-textlint", TEXT), 2)
    Path("broken.json").write_text("{" + TEXT, "utf-8")
    check(jlint("init", "--from-textlint", "broken.json"), 2)
