"""`extends: package:NAME` reads files of installed distributions, and runs nothing of them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import Ended, jlint
from tests.plugins.making import plugin

TEXT = "設定をを変える。\n\n朝の波止場へ行く。\n"
OFF = "rules: {doubled-particle: off}\n"
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a distribution with these files, whose code would stop the run; the working folder is a repository."""
    posts = tmp_path / "posts"
    (posts / ".git").mkdir(parents=True)
    (posts / "a.md").write_text(TEXT, "utf-8")
    monkeypatch.chdir(posts)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))

    def installed(files: dict[str, str], name: str = "jlint-house", *, is_package: bool = True) -> Path:
        return plugin(
            tmp_path / "site", "raise SystemExit(7)\n", name=name, entries={}, files=files, is_package=is_package
        )

    return installed


def checked(extends: str, *options: str) -> Ended:
    Path("rules.yaml").write_text(f"extends: {extends}\n", "utf-8")
    return jlint("check", "--format", "concise", *options, ".")


def mistake(extends: str) -> str:
    """The only mistake that the configuration has, without its place, which is that of the name."""
    Path("rules.yaml").write_text(f"extends: {extends}\n", "utf-8")
    done = jlint("check", "--lang", "en", ".")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("rules.yaml:1:10: ")
    assert done.err.count("\n") == 1
    return done.err.removeprefix("rules.yaml:1:10: ").rstrip()


def test_a_bare_name_means_its_jlint_yaml(install: Install) -> None:
    install({"jlint_house/jlint.yaml": OFF, "jlint_house/strict.yaml": "rules: {doubled-particle: info}\n"})
    assert "doubled-particle" in checked("default").out
    for name in ("package:jlint-house", "package:JLINT_house", "package:jlint-house/jlint.yaml"):
        assert (checked(name).code, checked(name).out) == (0, ""), name
    assert checked("package:jlint-house/strict.yaml").out.startswith("a.md:1:3: info ")
    assert checked("[package:jlint-house/strict.yaml, package:jlint-house]").out == ""
    assert checked("package:jlint-house/jlint_house/jlint.yaml").out == ""


def test_settings_are_shown_with_the_package_that_they_come_from(install: Install) -> None:
    install(
        {"jlint_house/jlint.yaml": "extends: more/base.yaml\n" + OFF, "jlint_house/more/base.yaml": "fail-on: info\n"}
    )
    Path("rules.yaml").write_text("extends: package:jlint-house\n", "utf-8")
    shown = jlint("config", "show", "a.md").out
    assert "fail-on: info  # package:jlint-house/more/base.yaml:1\n" in shown
    assert "doubled-particle: off  # package:jlint-house/jlint.yaml:2\n" in shown


def test_what_the_file_names_lies_beside_it(install: Install) -> None:
    terms = "version: 1\nrules: [{expected: 港, pattern: 波止場}]\n"
    files = {"jlint.yaml": "dictionaries: [data/terms.yaml]\nwords: [names.txt]\n", "data/terms.yaml": terms}
    files |= {"names.txt": "アプルケーション\n", "words.txt": "インタネットプロバイダ\n"}
    install({f"jlint_house/{path}": text for path, text in files.items()})
    assert "dictionary-term" in checked("package:jlint-house").out
    shown = jlint("config", "show").out
    assert "アプルケーション" in shown
    assert "インタネットプロバイダ" in shown


def test_what_lies_outside_the_distribution_is_not_read(install: Install, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "other.yaml").write_text("version: 1\nrules: []\n", "utf-8")
    for text, place in (
        ("extends: ../other.yaml\n", "1:10"),
        ("dictionaries: [../other.yaml]\n", "1:16"),
        ("words: [../other.txt]\n", "1:9"),
        ("usage: ../other.txt\n", "1:1"),
    ):
        install({"jlint_house/jlint.yaml": text})
        done = checked("package:jlint-house", "--lang", "en")
        assert done.code == 2
        assert done.err.startswith(f"package:jlint-house/jlint.yaml:{place}: "), done.err
        assert "lies outside the distribution and is not read" in done.err


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_a_link_out_of_the_distribution_is_not_followed(install: Install, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(OFF, "utf-8")
    site = install({"jlint_house/jlint.yaml": OFF})
    (site / "jlint_house" / "jlint.yaml").unlink()
    (site / "jlint_house" / "jlint.yaml").symlink_to(tmp_path / "secret.yaml")
    done = checked("package:jlint-house", "--lang", "en")
    assert (done.code, "lies outside the distribution" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("package:nowhere", "The distribution nowhere isn't installed where jlint is; install it there"),
        ("package:", '"package:" can\'t be used; write package:NAME or package:NAME/FILE, NAME being that of a '),
        ("package:jlint-house==1.0", '"package:jlint-house==1.0" can\'t be used; write package:NAME or '),
        ("package:../x", '"package:../x" can\'t be used; write package:NAME or '),
        ("package:jlint-house/../other.yaml", '"package:jlint-house/../other.yaml" leads out of the distribution; '),
        ("package:jlint-house//etc/passwd", '"package:jlint-house//etc/passwd" leads out of the distribution; '),
        ("package:jlint-house/", '"package:jlint-house/" leads out of the distribution; '),
        ("package:jlint-house/strict.yml", "The distribution jlint-house has no strict.yml. Did you mean strict.yaml?"),
        ("package:jlint-house", "The distribution jlint-house has no jlint.yaml. There are: strict.yaml"),
        ("package:jlint-house/METADATA", "The distribution jlint-house has no METADATA. "),
    ],
)
def test_names_that_lead_nowhere(install: Install, name: str, told: str) -> None:
    install({"jlint_house/strict.yaml": OFF})
    assert mistake(f'"{name}"').startswith(told)


def test_a_file_that_is_recorded_and_gone(install: Install) -> None:
    (install({"jlint_house/jlint.yaml": OFF}) / "jlint_house" / "jlint.yaml").unlink()
    assert mistake("package:jlint-house") == "There is no file package:jlint-house/jlint.yaml"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(install: Install) -> None:
    (install({"jlint_house/jlint.yaml": OFF}) / "jlint_house" / "jlint.yaml").chmod(0)
    done = checked("package:jlint-house", "--lang", "en")
    assert done.err == "package:jlint-house/jlint.yaml: Permission to read the configuration file is missing\n"


def test_a_mistake_in_the_file_is_told_at_its_place(install: Install) -> None:
    install({"jlint_house/jlint.yaml": "rules: {doubled-partcle: off}\n"})
    done = checked("package:jlint-house", "--lang", "en")
    assert done.err.startswith("package:jlint-house/jlint.yaml:1:9: There is no rule or category doubled-partcle. ")


def test_files_that_are_not_known(install: Install) -> None:
    site = install({"jlint_house/jlint.yaml": OFF})
    info = site / "jlint_house-1.0.dist-info"
    (info / "RECORD").write_text("jlint_house.pth,,\n", "utf-8")
    (info / "direct_url.json").write_text(json.dumps({"url": "file:///x", "dir_info": {"editable": True}}), "utf-8")
    assert mistake("package:jlint-house").startswith(
        "The distribution jlint-house is installed for editing (pip install -e), so jlint.yaml can't be found"
    )
    (info / "RECORD").unlink()
    assert mistake("package:jlint-house").startswith("The distribution jlint-house has no list of its files (RECORD)")


def test_paths_in_a_record_that_lead_elsewhere_do_not_count(install: Install, tmp_path: Path) -> None:
    site = install({"jlint_house/strict.yaml": OFF})
    (tmp_path / "jlint.yaml").write_text(OFF, "utf-8")
    with (site / "jlint_house-1.0.dist-info" / "RECORD").open("a", encoding="utf-8") as record:
        record.write(f"../jlint.yaml,,\n{tmp_path}/jlint.yaml,,\njlint_house/../../jlint.yaml,,\njlint.yaml,,\n")
    assert mistake("package:jlint-house").startswith("The distribution jlint-house has no jlint.yaml. ")


def test_what_lies_in_the_working_folder_is_not_installed(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    install({})
    plugin(Path(), name="jlint-local", entries={}, files={"jlint_local/jlint.yaml": OFF}, is_package=True)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(["", str(Path.cwd())]))
    assert mistake("package:jlint-local").startswith("The distribution jlint-local isn't installed")


def test_packages_that_share_a_folder(install: Install) -> None:
    """Of a namespace each distribution has a folder of its own, and names are relative to that."""
    install({"acme/posts/jlint.yaml": OFF, "acme/posts/more/x.yaml": OFF}, "acme-posts", is_package=False)
    install({"acme/docs/jlint.yaml": "rules: {doubled-particle: info}\n"}, "acme-docs", is_package=False)
    assert checked("package:acme-posts").out == ""
    assert checked("package:acme-posts/more/x.yaml").out == ""
    assert checked("package:acme-docs").out.startswith("a.md:1:3: info ")
    install({"one/jlint.yaml": OFF, "two/jlint.yaml": OFF}, "two-folders", is_package=False)
    told = "Several files answer to package:two-folders; name one of them: one/jlint.yaml, two/jlint.yaml"
    assert mistake("package:two-folders") == told
    assert checked("package:two-folders/two/jlint.yaml").out == ""


def test_packages_extend_packages_but_not_in_a_circle(install: Install) -> None:
    install({"jlint_house/jlint.yaml": "extends: package:jlint-base\n", "jlint_house/x.yaml": "extends: jlint.yaml\n"})
    install({"jlint_base/jlint.yaml": OFF}, "jlint-base")
    assert checked("package:jlint-house/x.yaml").out == ""
    install({"jlint_base/jlint.yaml": "extends: package:jlint-house\n"}, "jlint-base")
    done = checked("package:jlint-house", "--lang", "en")
    assert done.err.startswith("package:jlint-base/jlint.yaml:1:10: extends goes round in a circle: ")


def test_globs_are_those_of_the_repository(install: Install) -> None:
    """`exclude` and `overrides` of a package are relative to the folder of the file that extends it."""
    install(
        {"jlint_house/jlint.yaml": "overrides: [{files: [/notes/*.md], rules: {typo: off}}]\nexclude: [/drafts/]\n"}
    )
    for folder in ("notes", "drafts", "posts"):
        Path(folder).mkdir()
        (Path(folder) / "b.md").write_text(TEXT, "utf-8")
    Path("docs/notes").mkdir(parents=True)
    Path("docs/notes/c.md").write_text(TEXT, "utf-8")
    found = checked("package:jlint-house").out
    assert [line.split(":")[0] for line in found.splitlines()] == ["a.md", "docs/notes/c.md", "posts/b.md"]
    Path("docs/rules.yaml").write_text("extends: package:jlint-house\n", "utf-8")
    assert [line.split(":")[0] for line in checked("package:jlint-house").out.splitlines()] == ["a.md", "posts/b.md"]


def test_learn_leaves_the_distribution_alone(install: Install) -> None:
    site = install({"jlint_house/jlint.yaml": "language: ja\n", "jlint_house/jlint-usage.txt": ""})
    Path("rules.yaml").write_text("extends: package:jlint-house\n", "utf-8")
    jlint("learn", "a.md")
    assert (site / "jlint_house" / "jlint-usage.txt").read_text("utf-8") == ""
