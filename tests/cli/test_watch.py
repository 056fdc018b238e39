"""`jlint check --watch`: what changes is linted as it changes, and nothing else is shown."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from tests.cli.run import jlint

BAD = "設定をを変える。\n"
GOOD = "設定を変える。\n"
PATIENCE = 40.0
READY = "（Ctrl-C で終わります）\n"
WITHOUT_WATCHFILES = "import sys; sys.modules['watchfiles'] = None; from jlint.cli import main; main()"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the signal of Ctrl-C")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "site/.git").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "site")
    Path("a.md").write_text(BAD, "utf-8")
    Path("b.md").write_text(GOOD, "utf-8")


class Watching:
    """A run that goes on, and the parts of what it has shown: one for each time that something changed."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._shown = b""
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        while data := os.read(self._process.stdout.fileno(), 65536):
            self._shown += data

    @property
    def parts(self) -> list[str]:
        shown = self._shown.decode("utf-8", "replace")
        return re.split(r"\n── \d\d:\d\d:\d\d ", shown)

    def part(self, number: int, end: str) -> str:
        """The part, once it is there and has this end."""
        last = monotonic() + PATIENCE
        while monotonic() < last:
            if len(self.parts) > number and self.parts[number].endswith(end):
                return self.parts[number]
            sleep(0.05)
        raise AssertionError(self.parts)

    def end(self) -> int:
        """Presses Ctrl-C; the exit code."""
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait(PATIENCE)
        self._thread.join()
        return code


@contextmanager
def watching(*arguments: str, code: str = WITHOUT_WATCHFILES) -> Iterator[Watching]:
    variables = {**os.environ, "PYTHONIOENCODING": "utf-8", "JLINT_LANG": ""}
    command = [sys.executable, "-c", code, "check", "--watch", "--format", "concise", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=variables) as process:
        try:
            yield Watching(process)
        finally:
            process.kill()


def test_only_what_changes_is_shown() -> None:
    with watching() as run:
        run.part(0, READY)
        Path("b.md").write_text("手順をを書く。\n", "utf-8")
        assert run.part(1, "]\n").startswith("b.md\nb.md:1:3: error ")
        assert "a.md" not in run.parts[1]
        Path("a.md").write_text(GOOD, "utf-8")
        assert run.part(2, "a.md\n") == "a.md\n"
        Path("posts").mkdir()
        Path("posts/c.md").write_text(BAD, "utf-8")
        assert run.part(3, "]\n").startswith("posts/c.md\nposts/c.md:1:3: ")
        Path("posts/c.md").unlink()
        assert run.part(4, "posts/c.md\n")
        sleep(1.5)
        assert len(run.parts) == 5, "the screen stays calm"
        assert run.end() == 1
    assert jlint("check", "a.md").code == 0


def test_rules_are_links_as_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    Path("rules.yaml").write_text("docs-url: https://example.com/{rule}\n", "utf-8")
    with watching("-f", "concise") as run:
        assert "\x1b]8;;https://example.com/doubled-particle\x1b\\" in run.part(0, READY)
        run.end()


def test_the_code_is_that_of_the_last_state() -> None:
    with watching() as run:
        run.part(0, READY)
        Path("a.md").write_text(GOOD, "utf-8")
        run.part(1, "a.md\n")
        assert run.end() == 0


def test_a_configuration_that_changes_is_read_again() -> None:
    with watching() as run:
        run.part(0, READY)
        Path("rules.yaml").write_text("rules: {doubled-particle: warning}\n", "utf-8")
        assert "a.md:1:3: warning " in run.part(1, "]\n")
        assert run.parts[1].startswith("設定が変わったので、すべて調べ直します\n")
        Path("rules.yaml").write_text("rules: {doubled-partcle: off}\n", "utf-8")
        assert "rules.yaml:1:9: " in run.part(2, "か？\n")
        Path("rules.yaml").write_text("rules: {doubled-particle: off}\n", "utf-8")
        run.part(3, "すべて調べ直します\n")
        sleep(2)  # else the words may be read together with this change
        Path("words.txt").write_text("記録をを\n", "utf-8")
        run.part(4, "すべて調べ直します\n")
        assert run.end() == 0


@pytest.mark.parametrize("name", ["rules.yaml", "words.txt"])
def test_a_configuration_that_appears_while_files_are_linted_is_not_missed(name: str) -> None:
    text = "rules: {doubled-particle: off}\\n" if name == "rules.yaml" else "記録\\n"
    appears = (
        "import sys; sys.modules['watchfiles'] = None; import jlint.cli.watch as watch, pathlib; real = watch.prepare; "
        f"watch.prepare = lambda *given: (pathlib.Path('{name}').write_text('{text}', 'utf-8'), real(*given))[1]; "
        "from jlint.cli import main; main()"
    )
    with watching(code=appears) as run:
        run.part(1, "\n")
        assert run.parts[1].startswith("設定が変わったので、すべて調べ直します\n")


def test_rules_across_files_see_the_others() -> None:
    Path("a.md").write_text("---\ntitle: 港の朝\n---\n\n一つ目。\n", "utf-8")
    with watching("--fail-on", "warning") as run:
        run.part(0, READY)
        Path("b.md").write_text("---\ntitle: 港の朝\n---\n\n二つ目。\n", "utf-8")
        assert "[duplicate-title]" in run.part(1, "]\n")
        Path("b.md").write_text("---\ntitle: 港の夜\n---\n\n二つ目。\n", "utf-8")
        assert "[duplicate-title]" not in run.part(2, "\n")
        assert run.end() == 0


def test_the_summary_counts_all_files() -> None:
    with watching("--format", "text") as run:
        run.part(0, READY)
        Path("b.md").write_text("手順をを書く。\n", "utf-8")
        assert "2ファイルを調べました: 2件の指摘" in run.part(1, "直せます\n")
        run.end()


def test_with_a_baseline_and_since() -> None:
    jlint("baseline", "create")
    with watching("--baseline", "jlint-baseline.json") as run:
        run.part(0, READY)
        Path("a.md").write_text(f"{BAD}\n手順をを書く。\n", "utf-8")
        assert re.findall(r"^a\.md:\S+", run.part(1, "]\n"), re.MULTILINE) == ["a.md:3:3:"]
        run.end()


def test_watchfiles_is_used_where_it_is_installed() -> None:
    """By a stand-in that tells of a change once a file is there."""
    Path("watchfiles.py").write_text(
        "import os, time\n"
        "def watch(*folders, **options):\n"
        "    assert folders == ('.',) and options['yield_on_timeout']\n"
        "    while True:\n"
        "        while not os.path.exists('go'):\n"
        "            time.sleep(0.05)\n"
        "        os.unlink('go')\n"
        "        yield set()\n",
        "utf-8",
    )
    with watching(code="import sys; sys.path.insert(0, '.'); from jlint.cli import main; main()") as run:
        run.part(0, READY)
        Path("b.md").write_text(BAD, "utf-8")
        sleep(1.5)
        assert len(run.parts) == 1
        Path("go").touch()
        assert run.part(1, "]\n").startswith("b.md\n")
        run.end()


@pytest.mark.parametrize("arguments", [["--fix"], ["--staged"], ["-"], ["--format", "json"], ["--output", "json=x"]])
def test_what_does_not_go_with_it(arguments: list[str]) -> None:
    code, out, err = jlint("check", "--watch", *arguments)
    assert (code, out) == (2, "")
    assert "--watch は" in err
