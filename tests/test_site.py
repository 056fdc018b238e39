"""The documentation as a site, and its links: as right on the site as where the repository is read."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from base64 import b64decode
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.conftest import ROOT

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WITH_LINKS = ("README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md", "editors/vscode/README.md", "docs")
DOCUMENTS = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/*.md"))

ASKING = """\
<meta charset="utf-8"><pre id="out"></pre>
<script>
const posted = [];
window.postMessage = (message) => posted.push(message.data);
</script>
<script>@WORKER@</script>
<script type="application/json" id="index">@INDEX@</script>
<script>
const ask = (data) => dispatchEvent(new MessageEvent("message", { data }));
ask({ type: 0, data: JSON.parse(document.querySelector("#index").textContent) });
for (const question of @QUESTIONS@) ask({ type: 2, data: question });
document.querySelector("#out").textContent = btoa(encodeURIComponent(JSON.stringify(posted.slice(1))));
</script>
"""
"""The search as a page: its worker, run where the page's own scripts are."""


@pytest.mark.parametrize("dialect", ["commonmark", "mkdocs"])
def test_links_lead_somewhere(dialect: str, tmp_path: Path) -> None:
    """By jlint's own rule, with the headings' ids of GitHub and of MkDocs."""
    config = tmp_path / "links.yaml"
    config.write_text(f"extends: none\nmarkdown: {dialect}\nrules: {{dead-local-link: error}}\n", "utf-8")
    command = [sys.executable, "-m", "jlint", "check", "--config", str(config), "--format", "concise", *WITH_LINKS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_code_in_a_list_is_indented_far_enough() -> None:
    """By four columns, as Python-Markdown wants it; CommonMark takes three, too."""
    files = [ROOT / name for name in WITH_LINKS if name != "docs"] + list(ROOT.glob("docs/*.md"))
    wrong = re.compile(r"^ {1,3}```", re.MULTILINE)
    assert [path.name for path in files if wrong.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_in_the_navigation_and_in_the_readmes(name: str) -> None:
    assert f" {name}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")
    for readme in ("README.md", "README.ja.md"):
        assert f"]({name}" in (ROOT / readme).read_text("utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder


built = pytest.mark.skipif(find_spec("material") is None, reason="MkDocs and its theme not installed; jlint[docs]")


@pytest.mark.site
@built
def test_the_start_page_is_japanese_and_the_english_one_beside_it(site: Path) -> None:
    start = (site / "index.html").read_text("utf-8")
    assert "日本語の Markdown を校正するリンターです" in start
    assert 'href="README.html"' in start
    assert "An editorial linter for Japanese Markdown." in (site / "README.html").read_text("utf-8")
    assert (site / "docs" / "rules" / "doubled-particle.html").is_file()


@pytest.mark.site
@built
def test_nothing_is_loaded_from_other_hosts(site: Path) -> None:
    loading = re.compile(
        r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"?(?:https?:)?//|<link\b[^>]*\bhref=\"?(?:https?:)?//"
    )
    assert [path.name for path in site.rglob("*.html") if loading.search(path.read_text("utf-8"))] == []
    styles = [path.read_text("utf-8") for path in site.rglob("*.css")]
    assert len(styles) > 1
    assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", "".join(styles))


@pytest.mark.site
@built
def test_no_blank_comes_between_japanese_lines(site: Path) -> None:
    text = (site / "docs" / "learn.html").read_text("utf-8")
    assert "統計が知らない正しい言い回しがある。" in text.replace("<wbr>", "")


@pytest.mark.site
@built
def test_expressions_are_shown_as_they_are(site: Path) -> None:
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert not [page for page in pages if "\ue000" in page]
    assert "(?&lt;![" in (site / "docs" / "textlint.html").read_text("utf-8")


def asked(site: Path, tmp_path: Path, questions: list[str]) -> dict[str, list[list[dict[str, Any]]]]:
    """What the site's search answers, in a browser: pages, each a list of its parts."""
    (worker,) = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    parts = {
        "WORKER": worker.read_text("utf-8"),
        "INDEX": json.dumps(index).replace("<", r"\u003c"),
        "QUESTIONS": json.dumps(questions),
    }
    page = tmp_path / "ask.html"
    page.write_text(re.sub("@([A-Z]+)@", lambda m: parts[m[1]], ASKING), "utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    encoded = re.search(r'<pre id="out">([^<]*)</pre>', done.stdout)
    assert encoded is not None
    assert encoded[1]
    answers = json.loads(unquote(b64decode(encoded[1]).decode("ascii")))
    return {question: answer["items"] for question, answer in zip(questions, answers, strict=True)}


@pytest.mark.site
@pytest.mark.browser
@built
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to ask")
def test_the_search_finds_japanese(site: Path, tmp_path: Path) -> None:
    first = {
        "送り仮名": "docs/rules/",
        "読了時間": "docs/rules/reading-time-mismatch.html",
        "doubled-particle": "docs/rules/doubled-particle.html",
        "ＭＣＰ": "docs/mcp.html",
        "ﾌﾟﾛｷｼ": "docs/install.html",
        "リンク 画像 見出しがない": "docs/rules/dead-local-link.html",
        "助詞が重なっているとき": "docs/rules/",
        "ががががが": "",
    }
    answers = asked(site, tmp_path, list(first))
    for question, location in first.items():
        pages = [part["location"] for page in answers[question] for part in page]
        if location:
            assert any(page.startswith(location) for page in pages[:6]), (question, pages[:6])
        else:
            assert pages == []
    title = next(part["title"] for page in answers["送り仮名"] for part in page if "<mark>" in part["title"])
    assert "<mark>送り仮名</mark>" in title
    for page in answers["doubled-particle"]:
        assert any("#" not in part["location"] for part in page)
