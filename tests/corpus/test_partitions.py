"""Corpora in partitions: every row is linted once or told to be bad, with its place, and what is done is done."""

from __future__ import annotations

import json
import pickle
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import jlint
from jlint.corpus import (
    CorpusError,
    Job,
    Partition,
    Record,
    forget,
    is_done,
    known_records,
    lint_partition,
    prepare,
    survey,
)
from jlint.corpus.lines import lines

GOOD, WRONG = "庭に木を植えた。", "水をを撒く。"
CONFIG = jlint.Config(select=["doubled-particle"])


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def job(config: jlint.Config = CONFIG, **options: Any) -> Job:
    made = Job(str(Path("out").absolute()), config, **options)
    prepare(made)
    return made


def write(*rows: object, path: str = "a.jsonl") -> None:
    """Each row as a line, bytes as they are."""
    whole = [row if isinstance(row, bytes) else json.dumps(row, ensure_ascii=False).encode() for row in rows]
    Path(path).write_bytes(b"\n".join(whole) + b"\n")


def texts(*given: str) -> list[dict[str, str]]:
    return [{"text": text} for text in given]


def written(kind: str) -> list[dict[str, Any]]:
    files = sorted(Path("out", kind).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def lint_all(of: Job, rows: int = 3, path: str = "a.jsonl") -> list[Record]:
    return [lint_partition(partition, of) for partition in survey(path, of, rows)]


def test_each_partition_begins_where_the_one_before_ends() -> None:
    write(*texts(*(f"{number}番目の庭。" * number for number in range(10))))
    parts = survey("a.jsonl", job(), 4)
    assert [(part.number, part.first, part.rows) for part in parts] == [(0, 1, 4), (1, 5, 4), (2, 9, 2)]
    data = Path("a.jsonl").read_bytes()
    assert [data.count(b"\n", 0, part.start) + 1 for part in parts] == [1, 5, 9]
    assert len({part.name for part in parts}) == 3
    assert pickle.loads(pickle.dumps((parts, job()[2:]))) == (parts, job()[2:])


def test_an_empty_file_has_no_partition() -> None:
    Path("a.jsonl").write_bytes(b"")
    assert survey("a.jsonl", job()) == []


@pytest.mark.parametrize("rows", [1, 2, 3, 100])
def test_the_findings_are_those_of_each_text(rows: int) -> None:
    given = [GOOD, WRONG, f"{GOOD}\n\n{WRONG}{WRONG}", GOOD, WRONG]
    write(*texts(*given))
    records = lint_all(job(id_column="text"), rows)
    found = written("findings")
    expected = [
        {"row": row, "id": text, **{name: value for name, value in finding.as_dict().items() if name != "path"}}
        for row, text in enumerate(given, 1)
        for finding in jlint.lint(text, config=CONFIG).findings
    ]
    assert len(found) == 4
    assert found == [{"file": "a.jsonl", **each} for each in expected]
    assert written("bad") == []
    assert list(Path("out/bad").iterdir()) == []
    assert sum((record.counts for record in records), jlint.Counts()).findings == {"doubled-particle": 4}


def test_bad_rows_are_told_and_kept_with_their_place() -> None:
    write(
        {"id": 7, "text": WRONG},
        b"{broken",
        b"",
        b"[1]",
        {"id": 9},
        {"id": 10, "text": None},
        {"id": 11, "text": ["x"]},
        "庭。".encode("cp932"),
        b"[" * 100_000,
        {"id": "x", "text": WRONG},
    )
    records = lint_all(job(id_column="id", lang="en"), 4)
    assert [(row["row"], row["id"], row["rule"]) for row in written("findings")] == [
        (1, 7, "doubled-particle"),
        (10, "x", "doubled-particle"),
    ]
    bad = {row["row"]: (row["id"], row["message"], row["content"]) for row in written("bad")}
    assert list(bad) == [2, 4, 5, 6, 7, 8, 9]
    assert bad[2][1].startswith("It can't be read as JSON (line 1, column 2: Put the key")
    assert bad[2][2] == "{broken"
    assert bad[4][1] == "It is no JSON object"
    assert bad[5][:2] == (9, "It has no text")
    assert bad[6][:2] == (10, "It is no text but null")
    assert bad[7][:2] == (11, "It is no text but list")
    assert "UTF-8" in bad[8][1]
    assert len(bad[9][2]) == 1_000
    assert sum(record.bad for record in records) == 7
    assert sum((record.counts for record in records), jlint.Counts()).texts == 2


def test_messages_are_in_the_language_of_the_configuration() -> None:
    write({"text": 3})
    lint_all(job())
    assert written("bad")[0]["message"] == "文字列ではなく int です"


def test_texts_that_can_not_be_linted_are_bad_rows() -> None:
    Path("rules.yaml").write_text("max-file-size: 30\n", "utf-8")
    write(*texts(GOOD * 2, GOOD))
    (record,) = lint_all(job(jlint.Config.load("rules.yaml"), lang="en"))
    (bad,) = written("bad")
    assert (bad["row"], bad["rule"]) == (1, None)
    assert "more than 30 bytes" in bad["message"]
    assert (record.bad, record.counts.unlinted, record.counts.texts) == (1, 1, 1)


def test_a_rule_that_stops_is_written_beside() -> None:
    Path("rules.yaml").write_text(
        "extends: none\nmax-expression-time: 0.05\npatterns:\n"
        "  - {id: slow, match: '(あ|ああ)+$', message: 遅い}\n  - {id: house, match: い, message: 別の語に}\n",
        "utf-8",
    )
    write(*texts("い" + "あ" * 60 + "い"))
    (record,) = lint_all(job(jlint.Config.load("rules.yaml")))
    assert [row["rule"] for row in written("bad")] == ["slow"]
    assert [row["rule"] for row in written("findings")] == ["house", "house"]
    assert (record.bad, record.counts.failures) == (0, {"slow": 1})


def test_long_lines_are_never_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jlint.corpus.lines.LONGEST_LINE", 40)
    data = b"".join(b"x" * length + b"\n" for length in (3, 38, 39, 40, 41, 79, 80, 81, 200, 0, 5)) + b"y" * 90
    seen: list[bytes] = []
    found = list(lines(BytesIO(data), seen.append))
    assert b"".join(seen) == data
    assert max(map(len, seen)) <= 40
    assert [length for _, length in found] == [4, 39, 40, 41, 42, 80, 81, 82, 201, 1, 6, 90]
    assert [line is None for line, _ in found] == [length > 40 for _, length in found]
    Path("a.jsonl").write_bytes(b'{"text": "' + b"x" * 100 + b'"}\n{"text": "' + WRONG.encode() + b'"}\n')
    lint_all(job(lang="en"))
    assert [(row["row"], row["message"]) for row in written("bad")] == [(1, "The line has 113 bytes")]
    assert [row["row"] for row in written("findings")] == [2]


def test_half_a_surrogate_pair_is_replaced() -> None:
    write(b'{"text": "\\ud800' + WRONG.encode() + b'", "id": "\\udc00"}')
    lint_all(job(id_column="id"))
    assert [row["id"] for row in written("findings")] == ["?"]


def done_again(of: Job, rows: int = 3) -> list[bool]:
    """Whether each partition is done."""
    return [is_done(partition, of, known_records(of)) for partition in survey("a.jsonl", of, rows)]


def test_what_is_done_stays_done_until_something_changes() -> None:
    write(*texts(*[GOOD] * 8, WRONG))
    of = job()
    assert done_again(of) == [False] * 3
    records = lint_all(of)
    assert known_records(of) == {record.name: record for record in records}
    assert done_again(of) == [True] * 3
    assert done_again(job(jlint.Config())) == done_again(job(lang="en")) == [False] * 3
    assert done_again(job(column="body")) == [False] * 3
    assert done_again(job(id_column="id")) == done_again(of, 4) == [False] * 3
    write(*texts(*[GOOD] * 4, WRONG, *[GOOD] * 3, WRONG))
    assert done_again(of) == [True, False, True]
    write(*texts(*[GOOD] * 3), b"", *texts(*[GOOD] * 5, WRONG))
    assert done_again(of) == [True, False, False, False]


@pytest.mark.scale
def test_another_format_is_not_done() -> None:
    write(*texts(*[GOOD] * 8, WRONG))
    lint_all(job())
    assert done_again(job(format="parquet")) == [False] * 3


def test_without_its_findings_nothing_is_done() -> None:
    write(*texts(WRONG))
    of = job()
    lint_all(of)
    for path in Path("out/findings").iterdir():
        path.unlink()
    assert done_again(of) == [False]
    lint_all(of)
    for path in Path("out/done").iterdir():
        path.write_text("{", "utf-8")
    assert done_again(of) == [False]


def test_outputs_appear_whole_and_the_record_last(monkeypatch: pytest.MonkeyPatch) -> None:
    write(*texts(WRONG, WRONG, WRONG))
    of = job()
    lint_all(of)
    before = written("findings")
    write(*texts(GOOD, WRONG, WRONG))
    real = jlint.lint

    def stopping(text: str, *rest: Any, **options: Any) -> jlint.Result:
        if text == WRONG:
            raise KeyboardInterrupt
        return real(text, *rest, **options)

    monkeypatch.setattr("jlint.corpus.partition.lint", stopping)
    with pytest.raises(KeyboardInterrupt):
        lint_all(of)
    assert len(before) == 3
    assert [path for path in Path("out").rglob("*") if path.is_file()] == []
    write(*texts(WRONG, WRONG, WRONG))
    assert done_again(of) == [False]


def test_what_killed_runs_leave_is_removed() -> None:
    of = job()
    half = Path("out/findings/a-000000.jsonl.0123.writing")
    half.write_text("{", "utf-8")
    prepare(of)
    assert not half.exists()


def test_what_lies_about_on_the_machine_does_not_matter() -> None:
    """The folder of the run is a Zenn repository, and its configuration excludes drafts."""
    Path(".git").mkdir()
    Path("articles").mkdir()
    Path("package.json").write_text('{"dependencies": {"zenn-cli": "1"}}', "utf-8")
    Path("rules.yaml").write_text("exclude: ['*']\n", "utf-8")
    text = ":::message\n水をを撒く。\n:::\n"
    assert jlint.lint(text, "articles/a.md").excluded
    write(*texts(text))
    config = jlint.Config.load("rules.yaml")
    (record,) = lint_all(job(config))
    assert (record.counts.texts, record.counts.excluded) == (1, 0)
    expected = jlint.lint(text, config=jlint.Config()).findings
    assert [(row["rule"], row["line"]) for row in written("findings")] == [(each.rule, each.line) for each in expected]


def test_a_partition_can_be_forgotten() -> None:
    write(*texts(WRONG), 3)
    of = job()
    (record,) = lint_all(of)
    forget(record.name, of)
    assert [path for path in Path("out").rglob("*") if path.is_file()] == []


def test_a_file_that_changes_meanwhile_is_not_linted() -> None:
    write(*texts(GOOD, WRONG))
    of = job()
    (partition,) = survey("a.jsonl", of)
    write(*texts(WRONG, WRONG))
    with pytest.raises(CorpusError, match=r"a\.jsonl was changed while it was linted"):
        lint_partition(partition, of)
    assert known_records(of) == {}


def test_wrong_use() -> None:
    with pytest.raises(ValueError, match="one row at least"):
        survey("a.jsonl", job(), 0)
    with pytest.raises(FileNotFoundError):
        survey("a.jsonl", job())
    error = CorpusError("だめです", "No")
    assert pickle.loads(pickle.dumps(error)).message == error.message


def test_files_of_one_name_have_outputs_of_their_own() -> None:
    Path("b").mkdir()
    for path in ("a.jsonl", "b/a.jsonl"):
        write(*texts(WRONG), path=path)
    of = job()
    names = {part.name for path in ("a.jsonl", "b/a.jsonl") for part in survey(path, of)}
    assert len(names) == 2


# ---- Parquet


def test_without_pyarrow_there_is_no_parquet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jlint.corpus.parquet.find_spec", lambda _: None)
    with pytest.raises(CorpusError, match="Parquet needs pyarrow"):
        survey("a.parquet", job())
    with pytest.raises(CorpusError, match="Parquet needs pyarrow"):
        job(format="parquet")


def parquet(rows: list[dict[str, Any]], group: int = 4, schema: Any = None) -> None:
    from pyarrow import Table
    from pyarrow.parquet import write_table

    write_table(Table.from_pylist(rows, schema=schema), "a.parquet", row_group_size=group)


@pytest.mark.scale
def test_parquet_has_the_same_results() -> None:
    rows = [{"body": WRONG if number % 3 else GOOD, "id": number, "other": "x" * number} for number in range(11)]
    rows[5]["body"] = None
    parquet(rows)
    write(*rows)
    options: dict[str, Any] = {"column": "body", "id_column": "id"}
    lint_all(job(**options), path="a.jsonl")
    expected = [{**row, "file": ""} for row in written("findings")]
    for path in [*Path("out").rglob("*.json"), *Path("out").rglob("*.jsonl")]:
        path.unlink()
    of = job(**options, lang="en")
    parts = survey("a.parquet", of, 3)
    assert [(part.first, part.rows, part.group, part.start) for part in parts] == [
        *((1, 3, 0, 0), (4, 1, 0, 3), (5, 3, 1, 0), (8, 1, 1, 3), (9, 3, 2, 0))
    ]
    of = job(**options)
    for part in survey("a.parquet", of, 3):
        lint_partition(part, of)
    assert [{**row, "file": ""} for row in written("findings")] == expected
    assert [(row["row"], row["id"], row["message"]) for row in written("bad")] == [(6, 5, "文字列ではなく null です")]


@pytest.mark.scale
def test_parquet_is_written() -> None:
    from pyarrow.parquet import read_table

    write(*({"id": number, "text": text} for number, text in enumerate([WRONG, GOOD, WRONG + WRONG])), {"text": 3})
    lint_all(job(id_column="id"), 2)
    expected = written("findings")
    lint_all(job(id_column="id", format="parquet"), 2)
    assert written("findings") == []
    rows = [row for path in sorted(Path("out/findings").iterdir()) for row in read_table(path).to_pylist()]
    assert len(rows) == 3
    for row, each in zip(rows, expected, strict=True):
        assert row == {**each, "id": str(each["id"]), "fix": row["fix"], "related": row["related"]}
        assert json.loads(row["fix"]) == each["fix"]
    lint_all(job(select_none(), format="parquet"), 2)
    empty = [read_table(path) for path in sorted(Path("out/findings").iterdir())]
    assert [(table.num_rows, table.num_columns) for table in empty] == [(0, 13)] * 2


def select_none() -> jlint.Config:
    return jlint.Config(select=["end-marker"])


@pytest.mark.scale
def test_parquet_of_other_types() -> None:
    import pyarrow as pa

    rows = [{"text": WRONG.encode()}, {"text": b"\xff"}]
    parquet(rows, schema=pa.schema([("text", pa.binary())]))
    lint_all(job(lang="en"), path="a.parquet")
    assert [row["message"] for row in written("bad")] == ["It is no text but bytes"] * 2
    table = pa.table({"text": pa.array([WRONG, GOOD, WRONG]).dictionary_encode()})
    from pyarrow.parquet import write_table

    write_table(table, "a.parquet")
    lint_all(job(), path="a.parquet")
    assert [row["row"] for row in written("findings")] == [1, 3]


@pytest.mark.scale
def test_parquet_that_can_not_be_read() -> None:
    parquet([{"body": WRONG, "id": 1}])
    with pytest.raises(CorpusError, match=r"a\.parquet has no column text; it has body, id"):
        survey("a.parquet", job())
    of = job(column="body")
    (part,) = survey("a.parquet", of)
    Path("a.parquet").write_bytes(b"PAR1 nothing")
    with pytest.raises(CorpusError, match=r"a\.parquet can't be read as Parquet"):
        survey("a.parquet", of)
    with pytest.raises(CorpusError, match="can't be read as Parquet"):
        lint_partition(part, of)


@pytest.mark.scale
def test_parquet_that_changes_meanwhile() -> None:
    parquet([{"text": WRONG, "other": 1}])
    of = job()
    (part,) = survey("a.parquet", of)
    parquet([{"text": WRONG, "other": 2}])
    assert survey("a.parquet", of) == [part]
    parquet([{"text": GOOD, "other": 2}])
    with pytest.raises(CorpusError, match="was changed"):
        lint_partition(part, of)
    assert isinstance(part, Partition)
