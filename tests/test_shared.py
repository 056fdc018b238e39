"""jlint on real posts and on well-edited sentences, where the measuring data lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.config import Config
from jlint.document import OBJECT, Document
from jlint.engine.files import find_files
from jlint.engine.one_file import FileLinter
from jlint.engine.result import FileResult, ReportedFinding
from jlint.engine.run import run
from jlint.finding import Severity
from tests.conftest import SHARED

pytestmark = pytest.mark.shared
DATA = SHARED / "data"
SEED_DEFECTS = (
    ("typo", 22, 22),
    ("repetition", 12, 12),
    ("repetition", 34, 34),
    ("repetition", 97, 142),
    ("repetition", 183, 210),
    ("artifact", 93, 93),
    ("artifact", 95, 95),
    ("artifact", 182, 182),
    ("artifact", 183, 183),
    ("artifact", 187, 187),
    ("artifact", 210, 210),
    ("artifact", 212, 212),
    ("front-matter", 8, 8),
    ("front-matter", 9, 9),
    ("notation", 26, 26),
)
CLEAN_POSTS = ("2026-04-12-1-ai-agent-enterprise-adoption-s.md", "2026-04-19-1700-claude-api-guide.md")
FEWEST_CHARACTERS_A_FALSE_ALARM = 100_000
REAL_TYPOS = frozenset([
    53, 66, 455, 645, 1243, 1252, 1351, 1736, 1765, 1777, 1932, 2052, 2119, 2377, 2436, 3309, 3800, 3903, 4193, 4240,
    4527, 4677, 4973, 5127, 5312, 5313, 5464, 5736, 6718, 6805, 7354, 7616, 7728, 7806, 7848, 8046, 8047, 8232, 8486,
    8681, 8781, 9048, 9056, 9243, 9249, 9390, 9704, 9895,
])  # fmt: skip
"""Lines of clean.txt, from 1, whose findings were reviewed and are right, in addition to those of clean.known.txt."""


@pytest.fixture(scope="module")
def posts() -> dict[str, FileResult]:
    files = find_files([str(DATA / "posts")]).files
    return {Path(result.path).name: result for result in run(files, FileLinter(Config(isolated=True)))}


def test_real_posts_run_through(posts: dict[str, FileResult]) -> None:
    assert len(posts) == 89
    assert [failure for result in posts.values() for failure in result.failures] == []


@pytest.mark.parametrize("name", CLEAN_POSTS)
def test_clean_posts_are_left_alone(posts: dict[str, FileResult], name: str) -> None:
    loud = [finding for finding in posts[name].findings if finding.severity > Severity.INFO]
    # kramdown makes the last paragraph of one of them a heading, which is a defect that nobody had seen
    assert [finding for finding in loud if finding.rule != "accidental-heading"] == []


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_findings_do_not_depend_on_line_ends(newline: str, tmp_path: Path) -> None:
    sources = [DATA / "seed.md", *sorted((DATA / "posts").glob("*.md"))[:12]]
    for source in sources:
        (tmp_path / source.name).write_bytes(source.read_text("utf-8").replace("\n", newline).encode())
    linter = FileLinter(Config(isolated=True))
    for source in sources:
        plain, other = run([str(source)], linter), run([str(tmp_path / source.name)], linter)
        places = [[(f.rule, f.place) for f in result.findings] for result in (*plain, *other)]
        assert places[0] == places[1], source.name


def test_the_defects_of_the_seed_are_found() -> None:
    (result,) = run([str(DATA / "seed.md")], FileLinter(Config(isolated=True)))

    def is_found(category: str, first: int, last: int) -> bool:
        """Whether a finding tells of it, at its own place or at one that it is related to."""
        of_category = [finding for finding in result.findings if finding.category == category]
        places = [place for f in of_category for place in (f.place, *(each.place for each in f.related))]
        return any(first <= place.line <= last for place in places)

    assert [defect for defect in SEED_DEFECTS if not is_found(*defect)] == []


def test_visible_characters_of_real_posts_map_to_themselves() -> None:
    for path in sorted((DATA / "posts").glob("*.md"))[::9]:
        document = Document(path.read_text("utf-8"))
        for block in document.prose:
            for offset, char in enumerate(block.text):
                assert char == OBJECT or block.source_span(offset, offset + 1).of(document.text) == char


def test_typo_rules_report_little_in_well_edited_sentences(tmp_path: Path) -> None:
    sentences = (DATA / "clean.txt").read_text("utf-8").split("\n")
    known = set((DATA / "clean.known.txt").read_text("utf-8").split("\n"))
    paths = []
    for start in range(0, len(sentences), 400):
        path = tmp_path / f"{start:06d}.md"
        path.write_text("\n\n".join(sentences[start : start + 400]) + "\n", "utf-8")
        paths.append(str(path))
    results = run(paths, FileLinter(Config(isolated=True, select=["typo"])))

    def is_false_alarm(finding: ReportedFinding) -> bool:
        line = int(Path(finding.path).stem) + (finding.place.line - 1) // 2
        return sentences[line] not in known and line + 1 not in REAL_TYPOS

    alarms = [finding for result in results for finding in result.findings if is_false_alarm(finding)]
    assert len(alarms) <= sum(map(len, sentences)) / FEWEST_CHARACTERS_A_FALSE_ALARM
