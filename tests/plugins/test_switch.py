"""Rules of installed plugins run where the user allows it, and nowhere else."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.run import Ended, jlint
from tests.plugins.making import RULE, plugin

TEXT = "朝の波止場へ行く。\n"
TRAP = 'open("sprung", "w").close()\n'
"""Code of a plugin that leaves a trace in the working folder."""


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with one draft as the working folder, and a plugin that is installed."""
    posts = tmp_path / "posts"
    (posts / ".git").mkdir(parents=True)
    (posts / "a.md").write_text(TEXT, "utf-8")
    monkeypatch.chdir(posts)
    monkeypatch.delenv("JLINT_PLUGINS", raising=False)
    monkeypatch.setenv("PYTHONPATH", str(plugin(tmp_path / "site", TRAP + RULE)))


def ran(*arguments: str, **environment: str) -> Ended:
    """One call, and the trace that plugins leave removed."""
    done = jlint(*arguments, **environment)
    Path("sprung").unlink(missing_ok=True)
    return done


def rules_in(done: Ended) -> list[str]:
    return re.findall(r"\[([\w-]+)\]$", done.out, re.MULTILINE)


@pytest.mark.parametrize("value", ["", "0"])
def test_no_code_of_a_plugin_runs_unless_it_is_allowed(value: str) -> None:
    Path("rules.yaml").write_text("rules: {typo: error}\n", "utf-8")
    for call in (("check", "."), ("rules",), ("plugins", "list"), ("plugins", "test"), ("config", "schema")):
        jlint(*call, JLINT_PLUGINS=value)
        assert not Path("sprung").exists(), call
    assert jlint("check", ".", JLINT_PLUGINS=value).out.endswith("指摘はありません\n")


def test_the_option_and_the_variable_turn_plugins_on() -> None:
    for done in (ran("check", "--allow-plugins", "a.md"), ran("check", "a.md", JLINT_PLUGINS="1")):
        assert (done.code, rules_in(done)) == (0, ["house-harbor"])
    odd = ran("check", "a.md", JLINT_PLUGINS="yes")
    assert (odd.code, odd.err) == (2, "jlint: 環境変数 JLINT_PLUGINS に書けるのは 1 か 0 です\n")


def test_a_configuration_cannot_turn_plugins_on() -> None:
    for key in ("plugins: [jlint_harbor]", "allow-plugins: true", "extends: jlint_harbor"):
        Path("rules.yaml").write_text(f"rules: {{typo: error}}\n{key}\n", "utf-8")
        assert jlint("check", ".").code == 2
        assert not Path("sprung").exists()


@pytest.mark.parametrize("path", ["", "{here}", "."])
def test_what_lies_in_the_working_folder_is_no_plugin(tmp_path: Path, path: str) -> None:
    """Neither its metadata is found, with the folder on Python's path, nor its modules in place of installed ones."""
    plugin(Path(), 'raise SystemExit("hostile")', name="jlint-hostile", entries={"hostile-rule": "jlint_hostile:Rule"})
    Path("jlint_harbor.py").write_text('raise SystemExit("hostile")', "utf-8")
    site = str(tmp_path / "site")
    search = os.pathsep.join([path.format(here=Path.cwd()), site])
    done = ran("check", "--allow-plugins", "a.md", PYTHONPATH=search)
    assert (done.code, rules_in(done), done.err) == (0, ["house-harbor"], "")
    assert "hostile" not in ran("plugins", "list", PYTHONPATH=search).out


def test_a_rule_of_a_plugin_is_like_any_other() -> None:
    on = {"JLINT_PLUGINS": "1"}
    (line,) = (line for line in ran("rules", **on).out.splitlines() if line.startswith("house-harbor "))
    assert line.split()[3:5] == ["-", "-"], "jlint's versions say nothing of it"
    explained = ran("explain", "house-harbor", "--lang", "en", **on).out
    assert explained.startswith("house-harbor  (notation, warning)  jlint-harbor 1.0\n")
    assert "Write 「港」." in explained
    assert rules_in(ran("check", "--select", "house-harbor", "a.md", **on)) == ["house-harbor"]
    assert rules_in(ran("check", "--ignore", "house-harbor", "a.md", **on)) == []
    schema = json.loads(ran("config", "schema", **on).out)
    assert "word" in str(schema["definitions"]["rules"]["properties"]["house-harbor"])
    Path("rules.yaml").write_text("rules:\n  house-harbor: {severity: error, word: 埠頭}\n", "utf-8")
    done = ran("check", "a.md", **on)
    assert (done.code, "「波止場」は「埠頭」と書いてください" in done.out) == (1, True)
    assert "word: 埠頭  # rules.yaml:2" in ran("config", "show", **on).out
    Path("rules.yaml").write_text("rules:\n  house-harbor: {wrod: 埠頭}\n", "utf-8")
    assert ran("check", "a.md", **on).err == (
        "rules.yaml:2:18: house-harbor に wrod という設定はありません。word のことですか？\n"
    )


def test_comments_name_rules_of_plugins() -> None:
    directive = "<!-- jlint-disable-next house-harbor -- 店の名前 -->"
    Path("a.md").write_text(f"{directive}\n\n{TEXT}", "utf-8")
    assert ran("check", "--allow-plugins", "a.md").out.endswith("指摘はありません\n")
    # a run without plugins neither knows whether the comment is of use nor takes its name for a slip
    assert ran("check", "a.md").out.endswith("指摘はありません\n")
    Path("a.md").write_text(f"{directive}\n\n朝の港へ行く。\n", "utf-8")
    assert rules_in(ran("check", "--allow-plugins", "a.md")) == ["unused-suppression"]
    Path("a.md").write_text("<!-- jlint-disable-next house-harbour -->\n\n雨が降る。\n", "utf-8")
    assert rules_in(ran("check", "a.md")) == ["unknown-suppression"]


def test_a_rule_of_a_plugin_that_is_off_is_told_as_such() -> None:
    told = "house-harbor はプラグイン jlint-harbor 1.0 のルールですが、プラグインは使っていません。使うには "
    told += "--allow-plugins を付けるか、環境変数 JLINT_PLUGINS を 1 にします（エディターでは設定の allowPlugins）\n"
    assert ran("explain", "house-harbor").err == f"jlint: {told}"
    assert ran("check", "--select", "house-harbor", "a.md").err == f"--select: {told}"
    exempt = "exempt: [{within: [link], rules: [house-harbor]}]\n"
    override = "overrides: [{files: [a.md], rules: {house-harbor: off}}]\n"
    for text, place in (("rules: {house-harbor: off}\n", "1:9"), (exempt, "1:35"), (override, "1:37")):
        Path("rules.yaml").write_text(text, "utf-8")
        done = ran("check", "a.md")
        assert (done.code, done.err) == (2, f"rules.yaml:{place}: {told}")
        assert ran("check", "--allow-plugins", "a.md").code == 0


def test_processes_have_the_plugins_of_the_run() -> None:
    for number in range(8):
        Path(f"{number}.md").write_text(TEXT, "utf-8")
    done = ran("check", "--allow-plugins", "--jobs", "2", "--format", "concise", ".")
    assert (done.code, len(rules_in(done)), done.err) == (0, 9, "")


def test_the_cache_knows_the_plugins(tmp_path: Path) -> None:
    """A result isn't used again with plugins on or off, another file, or another version of a plugin."""
    for number in range(12):
        Path(f"{number}.md").write_text(TEXT, "utf-8")
    site = tmp_path / "site"

    def messages(*options: str) -> set[str]:
        return set(re.findall(r"「波止場」は(「.+?」)", ran("check", *options, ".").out))

    assert messages() == set()
    assert messages("--allow-plugins") == {"「港」"}
    assert messages() == set()
    plugin(site, RULE.replace('= "港"', '= "埠頭"'))
    assert messages("--allow-plugins") == {"「埠頭」"}
    (site / "jlint_harbor-1.0.dist-info" / "METADATA").unlink()
    assert messages("--allow-plugins") == set()


def test_a_file_beside_the_module_counts_for_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "other"
    monkeypatch.setenv("PYTHONPATH", str(site))
    for number in range(12):
        Path(f"{number}.md").write_text(TEXT, "utf-8")
    code = RULE.replace(
        "word = self.options.word", 'word = __import__("pathlib").Path(__file__).with_name("word").read_text()'
    )
    for word in ("港", "埠頭"):
        plugin(site, code, is_package=True, files={"jlint_harbor/word": word})
        assert f"は「{word}」" in ran("check", "--allow-plugins", ".").out


def test_plugins_list_names_what_is_installed() -> None:
    done = jlint("plugins", "list")
    assert done.out == "house-harbor  jlint-harbor 1.0  jlint_harbor:Harbor\n"
    assert "--allow-plugins" in done.err
    assert not Path("sprung").exists()
    none = jlint("plugins", "list", "--lang", "en", PYTHONPATH="")
    assert (none.code, none.out, none.err) == (0, "", "jlint: No plugin is installed\n")


def test_completion_offers_the_rules_of_plugins_where_the_environment_allows_them() -> None:
    call = {"_JLINT_COMPLETE": "bash_complete", "COMP_WORDS": "jlint explain house", "COMP_CWORD": "2"}
    assert "house-harbor" not in ran(**call).out
    assert "house-harbor" in ran(**call, JLINT_PLUGINS="1").out


def test_what_a_plugin_prints_when_it_is_imported_is_no_part_of_a_report(tmp_path: Path) -> None:
    plugin(tmp_path / "site", 'print("loaded")\n' + RULE)
    done = ran("check", "--allow-plugins", "--format", "json", "a.md")
    assert len(json.loads(done.out)["findings"]) == 1
    assert done.err == "loaded\n"
