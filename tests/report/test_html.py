"""The HTML report: self-contained, with reasons and examples, filtered by its own script, and inert."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import jlint
from jlint.engine.result import Excerpt, FileResult, ReportedRelated, RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.earlier import EarlierRun, earlier_runs
from jlint.report.html_format import pages
from jlint.report.html_rules import rules
from jlint.user_error import UserError
from tests.report.test_formats import FINDING, LATER, RESULT, written

EVIL = "<img src=x onerror=hit()></script><script>hit()</script>\"' onclick=hit() x="


class Tags(HTMLParser):
    """The names of all tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes.update(name for name, _ in attrs)


def hostile() -> RunResult:
    """Findings in which everything that may come from a linted repository is HTML."""
    finding = FINDING._replace(
        path=f"{EVIL}.md",
        message=f"`{EVIL}` と {EVIL}",
        excerpt=Excerpt(EVIL, EVIL, EVIL),
        fix=FINDING.fix and FINDING.fix._replace(title=EVIL),
        related=(ReportedRelated(f"{EVIL}2.md", FINDING.place, EVIL),),
    )
    return RunResult([FileResult(finding.path, (finding, finding._replace(rule="house-term")))])


def test_it_is_one_page_that_needs_nothing_else() -> None:
    page = written("html")
    assert page.startswith("<!doctype html>")
    assert "://" not in page
    assert "…前の<mark" in page
    assert "b,c.md: UTF-8" in page
    assert '<html lang="en">' in written("html", language="en")


def test_date_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")
    assert re.search(rf"2026-1[12]-\d\d \d\d:\d\d、jlint {re.escape(jlint.__version__)}<", written("html"))


def test_rules_say_why_with_examples_and_lead_to_their_findings() -> None:
    page = written("html", docs_url="https://example.com/{rule}?a=1&b=2")
    rules, _, posts = page.partition("ファイルごとの指摘")
    assert 'data-rule="repeated-sentence" href="#f-repeated-sentence"' in rules
    assert posts.count('id="f-repeated-sentence"') == 1
    assert 'href="#r-repeated-sentence"' in posts
    assert rules.count('id="r-repeated-sentence"') == 1
    why = rules[rules.index("なぜ、例") : rules.index("https://example.com/repeated-sentence")]
    assert "悪い例" in why
    assert "良い例" in why
    assert "<mark>" in why
    assert "⟦" not in page
    assert 'href="https://example.com/repeated-sentence?a=1&amp;b=2"' in rules


def test_examples_and_reasons_have_the_lines_that_they_are_written_in() -> None:
    page = "".join(rules([FINDING._replace(rule="reading-time-mismatch")], Style("ja")))
    assert "<pre>---\ntitle: " in page
    assert "\\n" not in page
    page = "".join(rules([FINDING._replace(rule="assistant-talk")], Style("ja")))
    paragraphs = re.findall(r"<p>(.*?)</p>", page, re.DOTALL)
    assert paragraphs
    assert not [each for each in paragraphs if re.search(r"\n|[ぁ-ん。、] [ぁ-ん一-鿿]", each)]


def test_why_there_is_no_repair_is_said() -> None:
    finding = FINDING._replace(fix=None, fix_note="`--fix` では直しません")
    assert "<div><code>--fix</code> では直しません</div>" in written(
        "html", RunResult([FileResult("a.md", (finding,))])
    )


def test_only_its_own_script_may_run() -> None:
    page = written("html", hostile())
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}';" in unescape(policy[1])
    assert "default-src 'none'" in policy[1]


def test_nothing_of_a_linted_file_is_html() -> None:
    for text in (written("html", hostile()), *(text for _, text in pages(hostile(), "r.html", Style("ja")))):
        tags = Tags()
        tags.feed(text)
        assert "img" not in tags.names
        assert tags.names.count("script") == 1
        assert not any(name.startswith("on") for name in tags.attributes)
        assert "&lt;img src=x onerror=hit()&gt;" in text


def test_a_page_for_each_file() -> None:
    error = FINDING._replace(path="記 事/b.md", related=())
    result = RunResult([FileResult("a.md", (LATER, LATER)), FileResult(error.path, (error, error)), FileResult("c.md")])
    made = dict(pages(result, "my report.html", Style("ja")))
    assert list(made) == ["my report.html", "my report_files/0001.html", "my report_files/0002.html"]
    index, first, second = made.values()
    assert '<a href="my%20report_files/0001.html">記 事/b.md</a>' in index
    assert 'data-count="2" href="my%20report_files/0002.html#f-other">other 2</a>' in index
    assert 'href="my%20report_files/0001.html#f-repeated-sentence">記 事/b.md</a> 2' in index
    assert "同じ文です" not in index
    assert '<a href="../my%20report.html">' in first
    assert first.count("同じ文です") == second.count("同じ文です") == 2
    assert 'id="f-repeated-sentence"' in first
    assert 'id="f-other"' in second


def test_the_trend_ends_with_this_run() -> None:
    earlier = (EarlierRun("2026-09-01", 40, 10, 0), EarlierRun("2026-10-01", 20, 10, 1))
    page = written("html", RESULT, earlier=earlier)
    lines = dict(re.findall(r'<polyline class="(\w+)" points="([^"]*)"', page))
    assert lines["error"] == "0.0,2.0 300.0,60.0 600.0,115.1"
    assert [row.count("<td>") for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)] == [0, 3, 3, 3]
    assert "<tr><th>2026-09-01</th><td>40</td><td>10</td><td>0</td></tr>" in page
    assert "<polyline" not in written("html")


def test_earlier_runs_are_in_the_order_of_their_dates(tmp_path: Path) -> None:
    for name, errors in (("b-20261103.json", 3), ("a-2026-11-04T0930.json", 2), ("x.txt", 0)):
        (tmp_path / name).write_text(written("json") if not errors else _report(errors), "utf-8")
    single = tmp_path / "2025-01-01.json"
    runs = earlier_runs([str(tmp_path)])
    assert runs == (EarlierRun("2026-11-03", 3, 0, 0), EarlierRun("2026-11-04 09:30", 2, 0, 0))
    single.write_text(_report(9), "utf-8")
    assert earlier_runs([str(single)])[0].counts[Severity.ERROR] == 9


@pytest.mark.parametrize("text", ["{}", "[1]", "no", '{"summary": {"errors": "<b>", "warnings": 0, "infos": 0}}'])
def test_what_is_no_report_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    with pytest.raises(UserError, match="no JSON report"):
        earlier_runs([str(tmp_path / "a.json")])


def _report(errors: int) -> str:
    return f'{{"version": 1, "findings": [], "summary": {{"errors": {errors}, "warnings": 0, "infos": 0}}}}'
