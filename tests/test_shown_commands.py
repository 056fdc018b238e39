"""Every command and every YAML that the READMEs and docs/ show is run here, by another test, or is known not to be.

A new one that isn't in a table below is run in a copy of the examples; where that goes wrong, the test fails.
"""

from __future__ import annotations

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import jlint
from jlint.cli import languages, program
from tests import test_readme
from tests.cli.run import jlint as run_apart
from tests.cli.test_changes import git
from tests.conftest import ROOT
from tests.plugins.making import plugin
from tests.shown_blocks import PAGES, RULE_PAGES, Block, Shown, blocks, commands, inline

INSTALLS = "installs from a package index"
SYSTEM = "changes the machine"
DOCKER = "needs a container engine; tests/test_dockerfile.py looks at the Dockerfile"
NPM = "needs npm, packages of npm and VS Code; tests/lsp/test_vscode.py has the extension"
MEASURING = "needs the measuring data or the texts that NOTICE lists"
ITSELF = "is the run that this test is a part of"

NOT_RUN = {
    r"python3 -m venv \.venv && \. \.venv/bin/activate && .*": INSTALLS,
    r"(python|py|python3) -m pip install .*": INSTALLS,
    r"pip install \./jlint-house": INSTALLS,
    r"(pipx|uv tool) install \.": INSTALLS,
    r"/usr/local/bin/pip .*": DOCKER,
    r"docker (build|run) .*": DOCKER,
    r"winget install .*": SYSTEM,
    r"sudo apt install .*": SYSTEM,
    r"((py|python3) -m )?pipx ensurepath": SYSTEM,
    r"py -m venv \.venv": "needs Windows",
    r"\.venv\\Scripts\\Activate\.ps1": "needs Windows",
    r"cd editors/vscode && npm ci && .*": NPM,
    r"python -m pip install '\.\[test\]' && python -m pytest -n auto": ITSELF,
    r"python -m (benchmarks\.typos|scripts\.train_typos) .*": MEASURING,
    r"echo .*": "runs on GitHub, with the outputs of a step before",
}
"""Expressions of whole lines that are not run, and why."""

ELSEWHERE = {
    'jlint check --since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"': "test_ci_document.py::test_gitlab",
    "jlint check --format concise --fail-on never --output gitlab=gl-code-quality-report.json": (
        "test_ci_document.py::test_gitlab"
    ),
    "jlint check --format rdjson --fail-on never |\n"
    "  reviewdog -f=rdjson -name=jlint -reporter=github-pr-review -fail-level=error": (
        "test_ci_document.py::test_reviewdog"
    ),
    "pre-commit run --show-diff-on-failure --from-ref HEAD^1 --to-ref HEAD": (
        "test_ci_document.py::test_pre_commit_in_ci_looks_at_what_the_pull_request_has_changed"
    ),
    "jlint check --format concise --output junit=jlint-junit.xml --output checkstyle=jlint-checkstyle.xml "
    "--output html=jlint.html": "test_ci_document.py::test_commands_on_their_own",
    'jlint check --format concise --column-unit utf16 --stdin-filename "${INPUT}" -': (
        "test_editors_document.py::test_the_commands_report_the_finding"
    ),
    "python examples/corpus.py texts.jsonl more.parquet --output results --column text --id id --workers 4": (
        "test_corpus_example.py::test_two_workers_find_what_a_plain_run_finds"
    ),
    "jlint init --git-hook > .git/hooks/pre-commit": "test_ci_document.py::test_the_hook_of_git_stops_a_commit",
    "chmod +x .git/hooks/pre-commit": "test_ci_document.py::test_the_hook_of_git_stops_a_commit",
    "jlint check --staged --format concise": "test_shown_commands.py::test_the_hook_under_the_real_pre_commit",
}
"""Lines that another test runs where they belong, with the test."""

FOUND = frozenset(
    {
        "jlint check --statistics",
        "jlint check --output html=report.html",
        "jlint check examples",
        'jlint check --add-suppressions=doubled-character --reason "方言の台詞" posts/',
    }
)
"""The commands that end with 1, as drafts of theirs have errors. All others end with 0."""

WRITES = {
    "jlint init": ("rules.yaml", "\nlanguage: "),
    "jlint check --output html=report.html": ("report.html", "存存"),
    "jlint baseline create": ("jlint-baseline.json", "doubled-character"),
    "jlint learn --review": ("jlint-usage.txt", "confirmed"),
    "jlint init --from-textlint .textlintrc.json --output rules.yaml": ("rules.yaml", "too-many-commas"),
    'jlint check --add-suppressions=doubled-character --reason "方言の台詞" posts/': (
        "posts/dialect.md",
        "<!-- jlint-disable-next doubled-character -- 方言の台詞 -->\n\nそれはご存存じだろう。",
    ),
}
"""What a command leaves behind: a file, and a part of its text."""

YAML_ELSEWHERE = {
    ("docs/ci.md", "jlint"): "test_ci_document.py::test_a_pull_request_is_annotated_where_it_has_changed",
    ("docs/ci.md", "steps"): "test_ci_document.py::test_what_the_action_and_the_component_are_given_is_theirs",
    ("docs/ci.md", "jlint-scan"): "test_ci_document.py::test_code_scanning_uploads_the_report_that_the_action_writes",
    ("docs/ci.md", ".jlint"): "test_ci_document.py::test_gitlab",
    ("docs/ci.md", "include"): "test_ci_document.py::test_what_the_action_and_the_component_are_given_is_theirs",
    ("docs/ci.md", "reviewdog"): "test_ci_document.py::test_reviewdog",
    ("docs/ci.md", "repos"): "test_ci_document.py::test_pre_commit_knows_the_hooks",
    ("docs/ci.md", "pre-commit"): (
        "test_ci_document.py::test_pre_commit_in_ci_looks_at_what_the_pull_request_has_changed"
    ),
    ("docs/editors.md", "version"): "test_editors_document.py::test_the_commands_report_the_finding",
    ("docs/plugins.md", "extends"): ("plugins/test_examples.py::test_the_configuration_of_the_template_can_be_shared"),
    ("docs/usage.md", "repos"): "test_shown_commands.py::test_the_hook_under_the_real_pre_commit",
}
"""YAML that is no configuration of jlint's, or one that needs a package: its page, its name or else its first key, and
the test that has it at work."""

IN_TABLES_NOT_RUN = {
    "jlint fix": "needs a terminal; docs/fixing.md has a session, which test_readme.py holds equal",
    "jlint mcp": "serves until its client goes away; tests/mcp has clients",
}
"""Commands in the tables of the READMEs that are not run, and why."""

OTHER_VALUES = {"ルール名,ルール名": "typo", "ルール名": "typo", "RULE": "typo", "形=ファイル": "json=a.json"}
"""What stands for the placeholders of commands in running text."""


class Ran:
    """A command of jlint's that has ended."""

    def __init__(self, code: int, err: str) -> None:
        self.code, self.err = code, err


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, a checkout of jlint, somebody's blog, and what else commands name."""
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "site"
    (folder / ".git").mkdir(parents=True)
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("plugin"))
    for blog in ("my-blog", "posts", "jlint/examples"):
        shutil.copytree(folder / "examples", folder / blog)
    (folder / "posts" / "dialect.md").write_text("町の人が言う。\n\nそれはご存存じだろう。\n", "utf-8")
    for place in "庭駅港":
        (folder / "posts" / f"{place}.md").write_text(f"{place}の人はご存存じだろう。\n", "utf-8")
    (folder / "原稿.md").write_text("波止場を歩く。\n", "utf-8")
    rules = {"no-doubled-joshi": True, "max-ten": {"max": 3}}
    (folder / ".textlintrc.json").write_text(json.dumps({"rules": rules}), "utf-8")
    monkeypatch.chdir(folder)
    return folder


def of_jlint(arguments: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Ran:
    """Runs jlint in this process; with plugins in one of its own, as they stay once they are allowed."""
    if "plugins" in arguments or "--allow-plugins" in arguments:
        installed = plugin(Path(os.environ["JLINT_CACHE_DIR"]).parent / "installed")
        done = run_apart(*arguments, PYTHONPATH=f"{installed}{os.pathsep}{ROOT}")
        return Ran(done.code, done.err)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["jlint", *arguments])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"all\n"), "utf-8"))
        languages.choose(arguments)
        try:
            code = program.run()
        finally:
            languages.choose(())
    return Ran(code, capfd.readouterr().err)


def why_not(line: str) -> str | None:
    """Why a line isn't run, None if it is to be."""
    return next((reason for expression, reason in NOT_RUN.items() if re.fullmatch(expression, line)), None)


def to_run(page: str) -> Iterator[Shown]:
    """The commands of a page that are run here."""
    for block in blocks(page):
        for shown in commands(block):
            known = shown.has_output and page in test_readme.DOCUMENTS
            if not known and shown.line not in ELSEWHERE and not why_not(shown.line):
                yield shown


WITH_COMMANDS = [page for page in PAGES if any(to_run(page))]


@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_commands_run(
    page: str, site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """One after the other, in the folder that the page is in by then."""
    for shown in to_run(page):
        assert not shown.has_output, f"{page} shows the output of {shown.line}, which test_readme.py is to hold equal"
        for command in shown.line.split(" && "):
            words = shlex.split(command)
            if words[0] == "export":
                name, _, value = words[1].partition("=")
                monkeypatch.setenv(name, value)
            elif words[0] == "cd":
                monkeypatch.chdir(site / words[1])
            elif words[0] == "jlint":
                done = of_jlint(words[1:], monkeypatch, capfd)
                assert done.code == int(command in FOUND), f"{page}: {command}\n{done.err}"
                if command in WRITES:
                    path, text = WRITES[command]
                    assert text in Path(path).read_text("utf-8"), command
            else:
                pytest.fail(f"{page} shows {command!r}: have it run by a test, or say in NOT_RUN why it can't be")


def test_the_commands_of_the_readme_s_table_run(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """In the repository of a blog. Both READMEs have the same commands, as test_readme.py holds."""
    rows = re.findall(r"^\| [^|]+ \| (`jlint .*) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"`(jlint [^<`]+)", " ".join(rows))
    assert len(named) > 20
    assert {*named} > IN_TABLES_NOT_RUN.keys()
    (site / ".git").rmdir()
    git("init", "-q", "-b", "main", ".")
    git("add", "posts", "examples")
    git("commit", "-qm", "posts")
    assert of_jlint(["check", "posts", "--output", "json=OLD.json"], monkeypatch, capfd).code == 1
    assert of_jlint(["init"], monkeypatch, capfd).code == 0
    for command in named:
        if command in IN_TABLES_NOT_RUN:
            continue
        if "--from-textlint" in command:
            Path("rules.yaml").unlink()
        done = of_jlint(shlex.split(command)[1:], monkeypatch, capfd)
        assert done.code in (0, 1), f"{command}\n{done.err}"
        assert command not in FOUND or done.code == 1, command


def test_the_tables_are_about_what_is_shown() -> None:
    lines = {shown.line for page in PAGES for block in blocks(page) for shown in commands(block)}
    assert {line for line in ELSEWHERE if line not in lines} == set()
    assert {name for name in NOT_RUN if not any(re.fullmatch(name, line) for line in lines)} == set()
    named = {name_of(*each) for page in PAGES for each in yaml_of(page)}
    assert {name for name in YAML_ELSEWHERE if name not in named} == set()
    assert {line for line in (*FOUND, *WRITES) if line not in lines} == set()
    assert set(WITH_COMMANDS) > {"README.md", "README.ja.md", "docs/learn.md", "docs/plugins.md", "docs/install.md"}


@pytest.mark.parametrize("test", sorted({*ELSEWHERE.values(), *YAML_ELSEWHERE.values()}))
def test_the_other_tests_are_there(test: str) -> None:
    file, _, name = test.partition("::")
    assert f"def {name}" in (ROOT / "tests" / file).read_text("utf-8")


def test_no_page_about_rules_has_commands() -> None:
    shells = [(page, shown.line) for page in RULE_PAGES for block in blocks(page) for shown in commands(block)]
    assert shells == []


@pytest.mark.parametrize("page", [page for page in (*PAGES, "docs/rules") if page == "docs/rules" or [*inline(page)]])
def test_commands_in_running_text_are_understood(page: str) -> None:
    """Their subcommands and options are there."""
    pages = RULE_PAGES if page == "docs/rules" else (page,)
    for command in sorted({command for each in pages for command in inline(each)}):
        words = [OTHER_VALUES.get(word, word) for word in shlex.split(command)[1:]]
        words = [re.sub(r"=ルール$", "=typo", word) for word in words]
        at: click.Command = program._group
        while isinstance(at, click.Group):
            found = at.get_command(click.Context(at), words[0]) if words and words[0][0] != "-" else None
            if found is None:
                break
            at, words = found, words[1:]
        names = {option: each for each in at.params if isinstance(each, click.Option) for option in each.opts}
        assert isinstance(at, click.Command), command
        for word in (word.partition("=")[0] for word in words if word.startswith("--")):
            assert word in names or word in ("--version", "--help"), f"{page}: {command}"
        assert not isinstance(at, click.Group) or not words or words[0].startswith("-"), f"{page}: {command}"


def name_of(block: Block, parsed: dict[str, Any]) -> tuple[str, str]:
    """What YAML_ELSEWHERE knows a block by."""
    return block.page, str(parsed.get("name", next(iter(parsed))))


def yaml_of(page: str) -> Iterator[tuple[Block, dict[str, Any]]]:
    """The YAML of a page, parsed."""
    for block in blocks(page):
        if block.language in ("yaml", "yml"):
            parsed = yaml.safe_load(block.text)
            assert isinstance(parsed, dict), block
            yield block, parsed


NEEDED = {"dictionaries": ("prh.yml", "version: 1\nrules: []\n"), "usage": ("jlint-usage.txt", "jlint usage 1\n")}
"""Files beside a configuration that has such a key."""


@pytest.mark.parametrize("page", [page for page in PAGES if any(yaml_of(page))] + ["docs/rules"])
def test_yaml_is_a_configuration(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one without a mistake, unless another test knows what it is."""
    monkeypatch.chdir(tmp_path)
    seen: set[str] = set()
    built_in = jlint.Config()
    for block, parsed in (each for name in (RULE_PAGES if page == "docs/rules" else (page,)) for each in yaml_of(name)):
        if block.text in seen or name_of(block, parsed) in YAML_ELSEWHERE:
            continue
        seen.add(block.text)
        if parsed.keys() == {"jlint"}:
            told = jlint.lint(f"---\n{block.text}---\n\n文です。\n", config=built_in).findings
            assert "unknown-suppression" not in {finding.rule for finding in told}, block
            continue
        for name, text in (NEEDED[key] for key in NEEDED.keys() & parsed.keys()):
            Path(name).write_text(text, "utf-8")
        Path("rules.yaml").write_text(block.text, "utf-8")
        try:
            jlint.Config.load("rules.yaml")
        except jlint.ConfigError as error:
            pytest.fail(f"{block.page}:{block.line}: {error}")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_hook_under_the_real_pre_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hook of docs/usage.md lets a good draft pass and stops a bad one."""
    (hook,) = (block.text for block, parsed in yaml_of("docs/usage.md") if "repos" in parsed)
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "jlint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jlint "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    git("init", "-q", ".")
    Path(".pre-commit-config.yaml").write_text(hook, "utf-8")
    for text, code in (("設定を変える。\n", 0), ("設定をを変える。\n", 1)):
        Path("a.md").write_text(text, "utf-8")
        git("add", ".")
        done = subprocess.run([sys.executable, "-m", "pre_commit", "run"], capture_output=True, check=False)
        assert done.returncode == code, done.stdout.decode("utf-8")
        assert ("a.md:1:3: error" in done.stdout.decode("utf-8")) is bool(code)
