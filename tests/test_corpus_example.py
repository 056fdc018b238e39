"""examples/corpus.py on a cluster of two processes, and what it says when it can't go on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import jlint
from tests.conftest import ROOT

pytestmark = pytest.mark.scale

PLACES, PLANTS = ("庭", "畑", "川べり", "校庭", "公園"), ("木", "花", "草", "苗")
CONFIG = "extends: none\nrules: {doubled-particle: error, mixed-politeness: info}\n"


class Run(NamedTuple):
    code: int
    counts: dict[str, Any]
    err: str


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JLINT_LANG", raising=False)


def corpus(*arguments: str) -> Run:
    command = [sys.executable, str(ROOT / "examples" / "corpus.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    return Run(done.returncode, json.loads(done.stdout) if done.stdout else {}, done.stderr)


def document(number: int) -> str:
    """A short text; every third has a slip."""
    place, plant = PLACES[number % len(PLACES)], PLANTS[number % len(PLANTS)]
    slip = "" if number % 3 else "水をを撒く。"
    return f"# {number}番目の話\n\n{place}に{plant}を{number}本植えた。{slip}明日も{place}へ行きます。\n"


def written(kind: str) -> list[dict[str, Any]]:
    files = sorted(Path("out", kind).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def test_two_workers_find_what_a_plain_run_finds() -> None:
    Path("rules.yaml").write_text(CONFIG, "utf-8")
    texts = [document(number) for number in range(2_000)]
    rows = [json.dumps({"key": f"k{number}", "body": text}, ensure_ascii=False) for number, text in enumerate(texts)]
    rows[700] = "{broken"
    Path("a.jsonl").write_text("\n".join(rows[:1_500]) + "\n", "utf-8")
    Path("b.jsonl").write_text("\n".join(rows[1_500:]) + "\n", "utf-8")
    arguments = ["a.jsonl", "b.jsonl", "--output", "out", "--config", "rules.yaml", "--column", "body", "--id", "key"]
    arguments += ["--workers", "2", "--partition-size", "200"]

    first = corpus(*arguments)
    assert (first.code, first.err) == (2, "")
    config = jlint.Config.load("rules.yaml")
    counts, expected = jlint.Counts(), []
    for number, text in enumerate(texts):
        if number != 700:
            result = jlint.lint(text, config=config)
            counts.add(result)
            expected += [(f"k{number}", each.rule, each.line, each.column, each.message) for each in result.findings]
    found = [tuple(row[name] for name in ("id", "rule", "line", "column", "message")) for row in written("findings")]
    assert sorted(found) == sorted(expected)
    assert len(expected) > 600
    (bad,) = written("bad")
    assert (bad["file"], bad["row"], bad["content"]) == ("a.jsonl", 701, "{broken")
    summary = {
        "jlint": jlint.__version__,
        "config": config.fingerprint,
        "partitions": {"partitions": 11, "before": 0, "failed": 0},
        "rows": 2_000,
        "bad": 1,
        **counts.as_dict(),
    }
    assert first.counts == json.loads(Path("out/counts.json").read_text("utf-8")) == summary

    # what was interrupted goes on: one partition has no record, and one row is put right
    done = sorted(Path("out/done").iterdir())
    before = {path.name: path.stat().st_mtime_ns for path in done}
    done[0].unlink()
    rows[700] = json.dumps({"key": "k700", "body": texts[700]}, ensure_ascii=False)
    Path("a.jsonl").write_text("\n".join(rows[:1_500]) + "\n", "utf-8")
    again = corpus(*arguments)
    assert (again.code, again.err) == (1, "")
    kept = [name for name, time in before.items() if Path("out/done", name).stat().st_mtime_ns == time]
    assert again.counts["partitions"] == {"partitions": 11, "before": len(kept), "failed": 0}
    assert len(kept) == 9
    assert (again.counts["bad"], again.counts["texts"]) == (0, 2_000)
    assert written("bad") == []


def test_the_same_from_parquet_to_parquet() -> None:
    from pyarrow import Table
    from pyarrow.parquet import read_table, write_table

    Path("in").mkdir()
    rows = [{"text": document(number)} for number in range(60)]
    write_table(Table.from_pylist(rows), "in/a.parquet", row_group_size=25)
    run = corpus("in", "--output", "out", "--format", "parquet", "--workers", "2", "--partition-size", "20")
    assert (run.code, run.counts["partitions"]["partitions"], run.counts["rows"]) == (1, 5, 60)
    found = [row for path in sorted(Path("out/findings").iterdir()) for row in read_table(path).to_pylist()]
    slips = [row["row"] for row in found if row["rule"] == "doubled-particle"]
    assert slips == [number + 1 for number in range(0, 60, 3)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.jsonl", "--output", "out"], "There is no file none.jsonl"),
        (["a.txt", "--output", "out"], "a.txt is none of .jsonl, .ndjson, .parquet"),
        (["empty", "--output", "out"], "There is no file to lint"),
        (["a.jsonl", "--output", "out", "--config", "none.yaml"], "none.yaml: There is no such configuration file"),
        (["a.jsonl", "--output", "a.txt"], "Can't be read or written"),
        (["a.jsonl", "--output", "used"], "used holds results of b.jsonl. Lint that too, or choose another folder"),
        (["a.parquet", "--output", "out", "--workers", "1"], "a.parquet can't be read as Parquet"),
        (["a.jsonl", "--output", "out", "--scheduler", "nonsense://x"], "nonsense://x can't be reached"),
        (["a.jsonl"], "Missing option '--output'"),
        (["a.jsonl", "--output", "out", "--workers", "0"], "Invalid value for '--workers'"),
        (["a.jsonl", "--output", "out", "--workers", "1", "--scheduler", "x"], "doesn't go with --scheduler"),
    ],
)
def test_what_makes_a_run_impossible_is_told_in_a_sentence(arguments: list[str], message: str) -> None:
    Path("a.txt").write_text("庭\n", "utf-8")
    Path("a.parquet").write_text("庭\n", "utf-8")
    Path("empty").mkdir()
    for name in ("a.jsonl", "b.jsonl"):
        Path(name).write_text('{"text": "庭に木を植えた。"}\n', "utf-8")
    if "used" in arguments:
        assert corpus("b.jsonl", "--output", "used", "--workers", "1").code == 0
    run = corpus(*arguments, "--lang", "en")
    assert (run.code, run.counts) == (2, {})
    assert message in run.err
    assert "Traceback" not in run.err
    assert not Path("out/counts.json").exists()


def test_a_worker_that_is_killed_is_told(tmp_path: Path) -> None:
    """The partition is tried elsewhere first; then the others are finished, and the exit code says that one isn't."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import jlint, os\n"
        "from jlint.corpus import partition\n"
        "real = partition.lint\n"
        "partition.lint = lambda text, *rest, **more: os._exit(9) if '落とす' in text else real(text, *rest, **more)\n",
        "utf-8",
    )
    rows = [{"text": document(1)}, {"text": "落とす"}, {"text": document(3)}]
    Path("a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(site))
        patch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "1")
        run = corpus("a.jsonl", "--output", "out", "--workers", "2", "--partition-size", "1", "--lang", "en")
    assert run.code == 2
    assert "a.jsonl:2: The processes that were to lint it were ended" in run.err
    assert run.counts["partitions"] == {"partitions": 3, "before": 0, "failed": 1}
    assert [row["row"] for row in written("findings") if row["rule"] == "doubled-particle"] == [3]


def test_the_document_names_every_option() -> None:
    command = [sys.executable, str(ROOT / "examples" / "corpus.py"), "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    document = (ROOT / "docs" / "scale.md").read_text("utf-8")
    options = set(re.findall(r"--[a-z-]+", said)) - {"--help"}
    assert len(options) == 9
    assert [option for option in options if f"`{option}" not in document] == []
