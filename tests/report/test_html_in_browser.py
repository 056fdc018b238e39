"""The HTML report as a browser shows it: on a phone, on a desk and on paper."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from jlint.engine.result import Excerpt, FileResult, Place, ReportedFinding, RunResult
from jlint.finding import Severity
from jlint.report import Style
from jlint.report.earlier import EarlierRun
from jlint.report.html_format import pages
from tests.report.test_formats import FAILURE, FINDING, written
from tests.report.test_html import hostile

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to show the page"),
]
PHONE, DESK = 390, 1280
FINDINGS = 40
PROBE = """
<script>
window.hit = () => { window.hits = (window.hits || 0) + 1; };
addEventListener("load", () => {
  document.querySelectorAll("details").forEach(each => each.open = true);
  const box = each => each.getBoundingClientRect();
  const all = selector => [...document.querySelectorAll(selector)];
  const page = document.documentElement;
  const probe = {
    width: innerWidth,
    scroll: page.scrollWidth,
    wide: all("body *").filter(each => box(each).right > page.clientWidth).map(each => each.outerHTML.slice(0, 80)),
    findings: all("details > ol > li").filter(each => box(each).height > 0).length,
    bars: all(".bar span").map(each => Math.round(box(each).width)),
    shown: all(".unit").filter(each => box(each).height > 0).map(each => each.dataset.rule),
    posts: all(".post").filter(each => box(each).height > 0).length,
    told: document.querySelector("output")?.textContent,
    hit: window.hits || 0,
    requests: performance.getEntriesByType("resource").map(each => each.name),
    font: parseFloat(getComputedStyle(document.querySelector(".message")).fontSize),
  };
  document.body.innerHTML = "<pre id=probe></pre>";
  document.querySelector("#probe").textContent = JSON.stringify(probe);
});
</script>
"""
COLLECT = """
<script>
document.querySelector("iframe").addEventListener("load", event => {
  const inner = event.target.contentDocument;
  document.querySelector("#answer").textContent = inner.querySelector("#probe").textContent;
});
</script>
"""


def finding(number: int, path: str) -> ReportedFinding:
    severity = (Severity.ERROR, Severity.WARNING, Severity.INFO)[number % 3]
    endless = "とても長い一続きの語" * 3 + "https://example.com/" + "a" * 90
    return FINDING._replace(
        path=path,
        place=Place(number + 1, 1, number + 1, 5),
        severity=severity,
        rule="repeated-sentence" if severity is Severity.ERROR else "a-rule-of-ones-own-with-a-very-long-name",
        message=f"同じ文が続けて{number}回あります。{endless}",
        excerpt=Excerpt("…前の" * 10, endless, "。" * 30),
    )


@pytest.fixture(scope="module")
def page() -> str:
    """A page with long names, long words, failures, and more posts than are open at first."""
    paths = [f"posts/{'長い名前の記事' * 6}-{number}-{'x' * 60}.md" for number in range(5)]
    files = [
        FileResult(path, tuple(finding(number, path) for number in range(index, FINDINGS, 5)))
        for index, path in enumerate(paths)
    ]
    failed = FileResult("b,c.md", failures=(FAILURE._replace(message="x" * 200),))
    return written("html", RunResult([*files, failed, FileResult("clean.md")]))


def browse(page: str, folder: Path, *options: str) -> str:
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run([*command, *options, path.as_uri()], capture_output=True, timeout=120, check=True)
    return done.stdout.decode("utf-8")


def probed(page: str, folder: Path, width: int, state: str = "") -> dict[str, Any]:
    # The page is shown in a frame, since a browser's window has a least width of its own.
    inner = folder / "inner.html"
    # without the policy, by which only the page's own script may run
    inner.write_text(re.sub(r"<meta http-equiv[^>]*>", "", page).replace("</body>", f"{PROBE}</body>"), "utf-8")
    frame = f'<iframe src="{inner.as_uri()}{state}" style="border:0" width="{width}" height="800"></iframe>'
    shown = browse(f"{frame}<pre id=answer></pre>{COLLECT}", folder, "--dump-dom", "--allow-file-access-from-files")
    answer = re.search(r'<pre id="answer">(.*?)</pre>', shown, re.DOTALL)
    assert answer is not None
    probe: dict[str, Any] = json.loads(unescape(answer[1]))
    return probe


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_everything_fits_the_screen(page: str, tmp_path: Path, width: int) -> None:
    probe = probed(page, tmp_path, width)
    assert probe["width"] == width
    assert probe["wide"] == []
    assert probe["scroll"] <= width
    assert probe["findings"] == FINDINGS
    assert probe["requests"] == []
    assert probe["font"] >= 14
    longest, *others = probe["bars"]
    assert longest > width / 4, "the chart is there on a phone too"
    assert all(0 < other <= longest for other in others)


OWN = "a-rule-of-ones-own-with-a-very-long-name"


@pytest.mark.parametrize(
    ("state", "rules", "posts"),
    [
        ("", {"repeated-sentence": 14, OWN: 26}, 5),
        ("#rule=repeated-sentence", {"repeated-sentence": 14}, 5),
        (f"#rule={OWN}&without=info", {OWN: 13}, 5),
        ("#without=error+warning+info", {}, 0),
        ("#path=-3-", {"repeated-sentence": 3, OWN: 5}, 1),
        ("#path=%E9%95%B7%E3%81%84&rule=nothing", {"repeated-sentence": 14, OWN: 26}, 5),
    ],
)
def test_the_page_filters_by_rule_severity_and_file(
    page: str, tmp_path: Path, state: str, rules: dict[str, int], posts: int
) -> None:
    probe = probed(page, tmp_path, DESK, state)
    assert Counter(probe["shown"]) == rules
    assert probe["posts"] == posts
    assert probe["told"] == f"{sum(rules.values())} / {FINDINGS}"


def test_what_a_draft_says_does_not_run(tmp_path: Path) -> None:
    probe = probed(written("html", hostile()), tmp_path, DESK)
    assert len(probe["shown"]) == 2
    assert (probe["hit"], probe["requests"]) == (0, [])


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_overview_of_many_pages_fits_and_filters(page: str, tmp_path: Path, width: int) -> None:
    names = [f"{'長い名前' * 9}-{number}.md" for number in range(6)]
    files = [FileResult(name, (finding(number, name),) * 3) for number, name in enumerate(names)]
    style = Style("ja", earlier=(EarlierRun("x" * 40, 3, 2, 1),))
    (_, index), (_, one), *_ = pages(RunResult(files), "r.html", style)
    probe = probed(index.replace("</body>", "<p class=message></p></body>"), tmp_path, width, "#rule=repeated-sentence")
    assert (probe["wide"], probe["posts"], probe["told"]) == ([], 2, "6 / 18")
    assert probed(one, tmp_path, width)["wide"] == []


def test_paper_has_the_findings_of_closed_posts_too(page: str, tmp_path: Path) -> None:
    closed = '<details class="post"'
    assert page.count(closed) == 2
    counts = [_pages(text, tmp_path) for text in (page, page.replace(closed, '<details open class="post"'))]
    assert counts[0] == counts[1] > 3


def _pages(page: str, folder: Path) -> int:
    pdf = folder / "page.pdf"
    browse(page, folder, f"--print-to-pdf={pdf}")
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
