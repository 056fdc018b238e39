"""What a plain `jlint check draft.md` imports: each module it doesn't need would make it slower to start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FRONT_MATTER = "---\ntitle: 港の朝\ndate: 2026-05-01\n---\n\n"
TEXT = "## 市場\n\n市場は朝の四時に開きます。競りの声が聞こえます。\n\n- 魚を運ぶ人がいます。\n"
NEVER = frozenset(
    (
        *("bz2", "concurrent.futures", "dataclasses", "difflib", "html", "lzma", "multiprocessing", "pathspec"),
        *("random", "rapidfuzz", "regex", "shutil", "sqlite3", "subprocess", "tempfile", "tomllib", "zoneinfo"),
        *("jlint.config.layers.chain", "jlint.config.reading.parse", "jlint.engine.cache", "jlint.engine.fix"),
        *("jlint.engine.git", "jlint.engine.write", "jlint.prh.load", "jlint.rules.helpers.pattern"),
        *("jlint.rules.contract.documentation", "jlint.textlint"),
    )
)
SAYS_NOTHING = frozenset(
    (
        *("jlint.rules.artifact.mojibake", "jlint.rules.artifact.citation_stub"),
        *("jlint.rules.markdown.dead_local_link", "jlint.rules.style.long_sentence"),
        *("jlint.rules.notation.unclosed_bracket", "jlint.rules.notation.dictionary_term"),
        *("jlint.rules.front_matter.front_matter_mismatch", "jlint.rules.grammar.lone_tari"),
        "jlint.rules.suppression.unused_suppression",
    )
)


def imported(path: Path, *options: str) -> frozenset[str]:
    code = "import sys; from jlint.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, "check", "--isolated", *options, str(path)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return frozenset(done.stderr.split())


@pytest.mark.parametrize("front_matter", ["", FRONT_MATTER])
def test_a_plain_check_imports_what_it_needs(tmp_path: Path, front_matter: str) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(front_matter + TEXT, "utf-8")
    modules = imported(draft)
    assert "jlint.rules.typo.doubled_character" in modules
    assert sorted((NEVER | SAYS_NOTHING) & modules) == []
    assert ("yaml" in modules) == bool(front_matter)


def test_a_rule_is_imported_for_what_it_may_report(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(TEXT + "\n入口は「北側にあります。\n", "utf-8")
    assert sorted(SAYS_NOTHING & imported(draft)) == ["jlint.rules.notation.unclosed_bracket"]


def test_only_the_rules_that_are_selected_are_imported(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(TEXT, "utf-8")
    categories = {
        name.split(".")[2] for name in imported(draft, "--select", "style") if name.startswith("jlint.rules.")
    }
    assert "style" in categories
    assert categories.isdisjoint({"typo", "repetition", "artifact", "markdown"})


def test_the_version_is_told_without_the_model() -> None:
    code = (
        "import sys; from jlint.cli import main\ntry: main()\n"
        "finally: print('fugashi' in sys.modules, sys.modules['jlint.spelling.model'].model.cache_info().misses,"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, check=False, text=True)
    assert done.stderr.split() == ["False", "0"]
