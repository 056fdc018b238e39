"""Reports with the cache are those without it, byte for byte, whatever happens to the files in between."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from jlint.report import FORMATS, IN_PARTS
from tests.cli.run import Ended, jlint

SENTENCES = (
    "設定をを変える。",
    "朝は庭の水やりから始まる。",
    "昨日の夜に作った煮物は、翌日のほうが味がしみておいしい。",
    "駅までの道に新しいパン屋ができた。",
    "詳しくは[前の記事](/2024/01/05/bread/)にある。",
    "[地図](map.md)も見てほしい。",
    "きのうはたくさん歩いたり、写真を撮った。",
    "雨の日には窓を開けられないので、部屋の空気を入れ換えるのに、いつも換気扇を回しながら長い時間をかけている。",
    "<!-- jlint-disable doubled-particle -->",
    "\x1b[31m色の付いた文\x1b[0mを貼った。",
    "##[error]という行を貼り付けた。",
)
TITLES = ("パンの話", "庭の話", "雨の日のこと")
CONFIGURATIONS = (
    "language: ja\n",
    "rules:\n  doubled-particle: error\n",
    "fail-on: warning\n",
    "language: en\n",
    "exclude: ['1*.md']\n",
    "max-file-size: 300\n",
    "extends: [default, strict]\n",
    "dictionaries: [terms.yml]\n",
)


def text_of(random: Random) -> str:
    front = f"---\ntitle: {random.choice(TITLES)}\ndate: 2024-01-0{random.randrange(1, 9)}\n---\n\n"
    paragraphs = ("".join(random.choices(SENTENCES, k=random.randrange(1, 4))) for _ in range(random.randrange(1, 6)))
    return front * (random.random() < 0.8) + "\n\n".join(paragraphs) + "\n"


def dictionary(random: Random) -> str:
    expected, pattern = random.choice([("煮もの", "煮物"), ("パン店", "パン屋")])
    return f"version: 1\nrules:\n  - expected: {expected}\n    pattern: {pattern}\n"


def change(folder: Path, random: Random) -> None:
    """One random edit of the folder."""
    drafts = sorted(folder.rglob("*.md"))
    draft = random.choice(drafts)
    status = draft.stat()

    def write_in_place() -> None:
        data = draft.read_bytes()
        other = data.replace("設定をを".encode(), "設定をが".encode()) if random.random() < 0.5 else data[::-1][:100]
        draft.write_bytes(other)
        os.utime(draft, ns=(status.st_atime_ns, status.st_mtime_ns))

    edits: list[Callable[[], object]] = [
        lambda: draft.write_text(text_of(random), "utf-8"),
        lambda: draft.write_bytes(draft.read_bytes() + "\n庭に水をまく。\n".encode()),
        write_in_place,
        lambda: (folder / f"{random.randrange(100):02d}.md").write_text(text_of(random), "utf-8"),
        lambda: draft.unlink() if len(drafts) > 11 else None,
        lambda: draft.rename(folder / f"renamed{random.randrange(100)}.md"),
        draft.touch,
        lambda: shutil.copy2(draft, folder / random.choice(drafts).name),
        lambda: draft.write_bytes(b"\x93\xfa\x96\x7b"),
        lambda: (folder / ".jlint.yaml").write_text(random.choice(CONFIGURATIONS), "utf-8"),
        lambda: (folder / ".jlint.yaml").unlink(missing_ok=True),
        lambda: (folder / "words.txt").write_text(random.choice(["設定をを\n", "パン屋\n"]), "utf-8"),
        lambda: (folder / "terms.yml").write_text(dictionary(random), "utf-8"),
        lambda: (folder / "map.md").write_text("地図です。\n", "utf-8"),
        lambda: (folder / "_config.yml").write_text("permalink: /:year/:month/:day/:title/\n", "utf-8"),
    ]
    random.choice(edits)()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    posts = tmp_path / "posts"
    (posts / ".git").mkdir(parents=True)
    random = Random(3)
    (posts / "terms.yml").write_text(dictionary(random), "utf-8")
    for number in range(14):
        (posts / f"{number:02d}.md").write_text(text_of(random), "utf-8")
    monkeypatch.chdir(posts)
    return posts


def both(*arguments: str) -> tuple[Ended, Ended]:
    return jlint("check", *arguments), jlint("check", "--no-cache", *arguments)


@pytest.mark.parametrize("seed", range(2))
def test_after_random_edits(folder: Path, seed: int) -> None:
    random = Random(seed)
    for _ in range(10):
        for _ in range(random.randrange(1, 4)):
            change(folder, random)
        arguments = ["--format", random.choice(["text", "json", "jsonl", "concise", "github"])]
        arguments += random.choice(
            [[], [], ["--all"], ["--lang", "en"], ["--select", "typo,front-matter"], ["--isolated"]]
        )
        cached, fresh = both(*arguments)
        assert cached == fresh, arguments


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_three_times(folder: Path, name: str) -> None:
    runs = [run for _ in range(3) for run in both("--format", name)]
    runs = [run._replace(out=re.sub(r' time="[\d.]+"', "", run.out)) for run in runs]
    assert all(run == runs[0] for run in runs)
    assert runs[0].code in (0, 1)


def test_reports_in_files_are_those_without_the_cache(folder: Path, tmp_path: Path) -> None:
    names = sorted(IN_PARTS)
    reports: list[list[bytes]] = []
    for turn in ("--jobs=1", "--jobs=2", "--no-cache"):
        outputs = [f"--output={name}={tmp_path / name}" for name in names]
        jlint("check", turn, *outputs)
        reports.append([(tmp_path / name).read_bytes() for name in names])
    assert reports[0] == reports[1] == reports[2]
    assert all(reports[0])


def test_a_change_elsewhere_is_told_in_a_file_that_has_not_changed(folder: Path) -> None:
    (folder / "00.md").write_text("[地図](map.md)を見る。\n", "utf-8")
    arguments = ("--select", "dead-local-link", "--format", "concise")
    dead, fresh = both(*arguments)
    assert dead == fresh
    assert "00.md:1:1: warning" in dead.out
    (folder / "map.md").write_text("地図です。\n", "utf-8")
    alive, fresh = both(*arguments)
    assert alive == fresh
    assert "00.md" not in alive.out
    (folder / "map.md").unlink()
    assert jlint("check", *arguments) == dead


def test_standard_input_that_is_called_like_a_file(folder: Path) -> None:
    names = sorted(path.name for path in folder.glob("*.md"))
    arguments = ("--format", "json", "--stdin-filename", names[0], "-", *names)
    cached, fresh = (jlint("check", *more, *arguments, stdin="設定をを変える。\n") for more in ((), ("--no-cache",)))
    assert cached == fresh
    assert '"doubled-particle"' in cached.out
