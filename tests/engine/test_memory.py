"""What a linted file leaves in memory."""

from __future__ import annotations

import gc
from pathlib import Path

from jlint.config import Config
from jlint.engine.one_file import FileLinter


def test_a_linted_file_leaves_no_garbage_that_must_be_searched_for(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("".join(f"今日は{number}個のりんごを買った。\n\n" for number in range(300)), "utf-8")
    linter = FileLinter(Config(isolated=True))
    linter(str(draft))
    gc.collect()
    gc.disable()
    try:
        for _ in range(3):
            linter(str(draft))
        assert gc.collect() < 100
    finally:
        gc.enable()
