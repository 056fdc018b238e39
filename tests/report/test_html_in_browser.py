"""The HTML report as a browser shows it: on a phone, on a desk and on paper."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from jlint.engine.result import Excerpt, FileResult, Place, ReportedFinding, RunResult
from jlint.finding import Severity
from tests.report.test_formats import FAILURE, FINDING, written

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to show the page"),
]
PHONE, DESK = 390, 1280
FINDINGS = 40
PROBE = """
<script>
addEventListener("load", () => {
  document.querySelectorAll("details").forEach(each => each.open = true);
  const box = each => each.getBoundingClientRect();
  const all = selector => [...document.querySelectorAll(selector)];
  const page = document.documentElement;
  const probe = {
    width: innerWidth,
    scroll: page.scrollWidth,
    wide: all("body *").filter(each => box(each).right > page.clientWidth).map(each => each.outerHTML.slice(0, 80)),
    findings: all("details li").filter(each => box(each).height > 0).length,
    bars: all(".bar span").map(each => Math.round(box(each).width)),
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


def probed(page: str, folder: Path, width: int) -> dict[str, Any]:
    # The page is shown in a frame, since a browser's window has a least width of its own.
    inner = folder / "inner.html"
    inner.write_text(page.replace("</body>", f"{PROBE}</body>"), "utf-8")
    frame = f'<iframe src="{inner.as_uri()}" style="border:0" width="{width}" height="800"></iframe>'
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


def test_paper_has_the_findings_of_closed_posts_too(page: str, tmp_path: Path) -> None:
    assert page.count("<details>") == 2
    pages = [_pages(text, tmp_path) for text in (page, page.replace("<details>", "<details open>"))]
    assert pages[0] == pages[1] > 3


def _pages(page: str, folder: Path) -> int:
    pdf = folder / "page.pdf"
    browse(page, folder, f"--print-to-pdf={pdf}")
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))
