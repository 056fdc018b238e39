"""A repository whose configuration names programs wherever git accepts one: no command of jlint makes git run them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import jlint
from tests.cli.test_changes import git

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the traps are shell commands")

COMMANDS = (
    ("check", "."),
    ("check", "--no-cache", "--jobs", "2", "."),
    ("check", "--since", "HEAD", "."),
    ("check", "--since", "HEAD~1", "."),
    ("check", "--staged"),
    ("check", "--diff", "."),
    ("check", "--fix", "."),
    ("baseline", "create", "."),
    ("baseline", "prune", "."),
    ("baseline", "show"),
    ("check", "--baseline", "jlint-baseline.json", "--statistics", "."),
    ("config", "show", "a.md"),
    ("config", "schema"),
    ("config", "test"),
    ("rules",),
    ("explain", "doubled-particle"),
    ("init", "--output", "new.yaml"),
)


@pytest.fixture
def traps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which each program that is run leaves a file of its name."""
    folder = tmp_path / "traps"
    folder.mkdir()
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    return folder


def trap(traps: Path, name: str) -> str:
    return f"touch {traps}/{name}; false"


def sprung(traps: Path) -> list[str]:
    """The programs that were run. Removes their traces."""
    names = sorted(path.name for path in traps.iterdir())
    for name in names:
        (traps / name).unlink()
    return names


def set_traps(traps: Path, repository: Path) -> None:
    """Writes programs to the repository's configuration, attributes and hooks."""
    (repository / ".gitattributes").write_text("*.md filter=x diff=y\n*.markdown filter=a=b\n*.mdx filter=p\n", "utf-8")
    settings = {
        "core.fsmonitor": "fsmonitor",
        "core.pager": "pager",
        "pager.diff": "pager",
        "core.editor": "editor",
        "core.sshCommand": "ssh",
        "diff.external": "external",
        "diff.y.textconv": "textconv",
        "diff.y.command": "command",
        "filter.x.clean": "clean",
        "filter.x.smudge": "smudge",
        "filter.p.process": "process",
        "filter.a=b.clean": "clean-of-a-driver-with-an-odd-name",
    }
    # hooks first: the traps themselves would be sprung by further calls of git
    hooks = repository / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "pre-commit", "post-checkout", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\n{trap(traps, f'hook-{name}')}\n", "utf-8")
        (hooks / name).chmod(0o755)
    with (repository / ".git" / "config").open("a", encoding="utf-8") as file:
        for key, name in settings.items():
            section, _, variable = key.rpartition(".")
            group, _, sub = section.partition(".")
            header = f'[{group} "{sub}"]' if sub else f"[{group}]"
            file.write(f'{header}\n\t{variable} = "{trap(traps, name)}"\n')


def make_repository(folder: Path) -> None:
    folder.mkdir(parents=True)
    git("init", "-q", "-b", "main", str(folder))
    for name, text in {"a.md": "設定を変える。\n", "b.markdown": "棚を並べる。\n", "c.mdx": "本を読む。\n"}.items():
        (folder / name).write_text(text, "utf-8")
    git("-C", str(folder), "add", ".")
    git("-C", str(folder), "commit", "-qm", "first")
    (folder / "a.md").write_text("設定を変える。\n\n手順を書く。\n", "utf-8")
    git("-C", str(folder), "commit", "-qam", "second")


def change(folder: Path) -> None:
    """Leaves every file different from what is staged, and from what is committed."""
    for name in ("a.md", "b.markdown", "c.mdx"):
        (folder / name).write_text("設定をを変える。\n", "utf-8")


def test_programs_of_the_configuration(traps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = tmp_path / "site"
    make_repository(repository)
    change(repository)
    git("-C", str(repository), "add", ".")
    (repository / "a.md").write_text("設定をを変えた。\n", "utf-8")
    set_traps(traps, repository)
    for options in (["a.md"], ["--no-ext-diff", "a.md"], ["b.markdown"], ["c.mdx"]):
        subprocess.run(["git", "-C", str(repository), "diff", *options], capture_output=True, check=False)
    at_least = {"clean", "clean-of-a-driver-with-an-odd-name", "command", "fsmonitor", "process", "textconv"}
    assert at_least <= set(sprung(traps)), "the traps work"
    monkeypatch.chdir(repository)
    for command in COMMANDS:
        code, out, err = jlint(*command)
        assert sprung(traps) == [], command
        assert code in (0, 1), (command, out, err)


def test_a_folder_that_looks_like_a_bare_repository(
    traps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_repository(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    posts = Path("_posts")
    for name in ("objects/x", "refs/x"):
        (posts / name).parent.mkdir(parents=True)
        (posts / name).touch()
    (posts / "HEAD").write_text("ref: refs/heads/main\n")
    core = "repositoryformatversion = 0\n\tbare = false\n\tworktree = ."
    (posts / "config").write_text(f'[core]\n\t{core}\n\tfsmonitor = "{trap(traps, "bare")}"\n')
    (posts / "c.md").write_text("設定をを変える。\n", "utf-8")
    subprocess.run(["git", "-C", "_posts", "status"], capture_output=True, check=False)
    assert sprung(traps) == ["bare"], "the trap works"
    for paths in (["_posts"], ["."]):
        code, out, _ = jlint("check", "--format", "concise", *paths)
        assert (code, sprung(traps)) == (1, [])
        assert out.startswith("_posts/c.md:1:3: ")
    monkeypatch.chdir("_posts")
    for options in (["."], ["--since", "HEAD"], ["--staged"]):
        jlint("check", *options)
        assert sprung(traps) == []


def test_a_folder_that_brings_its_own_repository(traps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path / "site")
    make_repository(tmp_path / "site" / "inner")
    change(tmp_path / "site" / "inner")
    set_traps(traps, tmp_path / "site" / "inner")
    monkeypatch.chdir(tmp_path / "site")
    for command in (
        ["check", "."],
        ["check", "inner"],
        ["check", "--since", "HEAD", "."],
        ["check", "--since", "HEAD"],
    ):
        code, _, _ = jlint(*command, "--format", "concise")
        assert sprung(traps) == []
        assert code in (0, 1)
    assert "inner/a.md:1:3: " in jlint("check", "--format", "concise", ".").out


def test_filters_of_a_submodule(traps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git looks into submodules to see whether they have changed, and would run the filters that only they name."""
    make_repository(tmp_path / "library")
    make_repository(tmp_path / "site")
    add = ("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(tmp_path / "library"), "library")
    git("-C", str(tmp_path / "site"), *add)
    git("-C", str(tmp_path / "site"), "commit", "-qm", "submodule")
    submodule = tmp_path / "site" / "library"
    (submodule / ".gitattributes").write_text("*.md filter=inner\n")
    with (tmp_path / "site/.git/modules/library/config").open("a") as file:
        file.write(f'[filter "inner"]\n\tclean = "{trap(traps, "inner")}"\n\trequired = true\n')
    os.utime(submodule / "a.md", (0, 0))  # git looks again whether the content is the same
    monkeypatch.chdir(tmp_path / "site")
    subprocess.run(["git", "status"], capture_output=True, check=False)
    assert sprung(traps) == ["inner"], "the trap works"
    for options in (["--since", "HEAD"], ["--staged"], ["."]):
        os.utime(submodule / "a.md", (0, 0))
        jlint("check", "--format", "concise", *options)
        assert sprung(traps) == []
    change(submodule)
    assert "library/a.md:1:3: " in jlint("check", "--format", "concise", ".").out


def test_objects_that_would_be_fetched(traps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A partial clone fetches what is missing, over a transport that may be any command."""
    make_repository(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    change(Path())
    git("add", ".")
    for path in [path for path in Path(".git/objects").glob("??/*") if _is_blob(path)]:
        path.unlink()
    command = trap(traps, "fetch").replace(" ", "% ")
    with Path(".git/config").open("a") as file:
        file.write(
            '[extensions]\n\tpartialClone = origin\n[protocol "ext"]\n\tallow = always\n[remote "origin"]\n'
            f'\tpromisor = true\n\tpartialclonefilter = blob:none\n\turl = "ext::sh -c {command}"\n'
        )
    subprocess.run(["git", "cat-file", "blob", ":a.md"], capture_output=True, check=False)
    assert sprung(traps) == ["fetch"], "the trap works"
    assert jlint("check", "--staged").code == 2
    jlint("check", "--since", "HEAD~1")
    assert sprung(traps) == []


def _is_blob(path: Path) -> bool:
    command = ["git", "cat-file", "-t", path.parent.name + path.name]
    return subprocess.run(command, capture_output=True, check=False).stdout == b"blob\n"


def test_a_work_tree_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path / "elsewhere")
    make_repository(tmp_path / "site")
    change(tmp_path / "elsewhere")
    change(tmp_path / "site")
    git("-C", str(tmp_path / "site"), "config", "core.worktree", str(tmp_path / "elsewhere"))
    monkeypatch.chdir(tmp_path / "site")
    code, out, _ = jlint("check", "--format", "concise", ".")
    assert code == 1
    assert [line.split(":")[0] for line in out.splitlines()] == ["a.md", "b.markdown", "c.mdx"]
    code, out, err = jlint("check", "--since", "HEAD")
    assert (code, out) == (2, "")
    assert "core.worktree" in err


def test_an_old_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An old git can't be kept from lookalikes of bare repositories: files are found without it, changes not at all."""
    make_repository(tmp_path / "site")
    (tmp_path / "bin").mkdir()
    old = tmp_path / "bin" / "git"
    old.write_text('#!/bin/sh\n[ "$1" = version ] && echo git version 2.37.9 || touch "$0.was-run"\n')
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path / "site")
    change(Path())
    Path(".gitignore").write_text("b.*\n", "utf-8")
    assert [line.split(":")[0] for line in jlint("check", "--format", "concise", ".").out.splitlines()] == [
        "a.md",
        "c.mdx",
    ]
    code, out, err = jlint("check", "--since", "HEAD")
    assert (code, out) == (2, "")
    assert "git 2.38 以降が必要です" in err
    assert not Path(f"{old}.was-run").exists()


@pytest.mark.parametrize("name", ["HEAD", "index", "commondir", "packed-refs", "objects/info/alternates"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_files_of_git_without_end(name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    change(Path())
    path = Path(".git", name)
    path.unlink(missing_ok=True)
    os.mkfifo(path) if kind == "pipe" else path.symlink_to("/dev/zero")
    assert "a.md:1:3: " in jlint("check", "--format", "concise", ".").out
    code, out, err = jlint("check", "--since", "HEAD")
    assert (code, out) == (2, "")
    assert f"{name} が普通のファイルではありません" in err


def test_a_revision_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_repository(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    for reference in ("^HEAD", "HEAD..HEAD", "-x", "--output=a", "", "a\nb"):
        assert jlint("check", f"--since={reference}").code == 2


@pytest.mark.parametrize("name", ["click", "yaml", "msgspec", "regex", "fugashi", "sqlite3", "difflib"])
def test_modules_of_the_working_folder(name: str, traps: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m` puts the working folder first where modules are looked for."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path(f"{name}.py").write_text(f"open({str(traps / name)!r}, 'w')\nraise ImportError\n", "utf-8")
    Path("rules.yaml").write_text("patterns: [{id: own-term, match: '甲(.)', message: 直す}]\n", "utf-8")
    Path("a.md").write_text("設定をを変える。甲乙。\n", "utf-8")
    assert jlint("check", "--diff", "a.md").code == 1
    assert sprung(traps) == []
