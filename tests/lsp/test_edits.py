"""Ten thousand edits at random: the findings stay those of a full lint of the same text, and memory stays small."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from jlint import Config, lint
from jlint.printable import printable_line
from jlint.span import LINE_END
from tests.lsp.editor import UTF_16, UTF_32, capabilities, editing
from tests.lsp.test_rounds import edits, start_text

EDITS = 10_000
IN_ONE_MESSAGE = 20
MOST_GROWTH = 30.0
"""Megabytes by which the private memory may grow once the server is warm."""


@pytest.mark.asyncio
@pytest.mark.parametrize("encoding", [UTF_16, UTF_32])
async def test_findings_are_those_of_the_text(tmp_path: Path, encoding: types.PositionEncodingKind) -> None:
    (tmp_path / "rules.yaml").write_text("{}\n", "utf-8")
    config = Config.load(tmp_path / "rules.yaml")
    async with editing(tmp_path, can=capabilities(encodings=[encoding], pull=True)) as editor:
        uri = editor.open(tmp_path / "a.md", start_text())
        batch: list[tuple[int, int, str]] = []
        warm = 0.0
        for number, edit in enumerate(edits(7, EDITS // 2, start_text()), 1):
            batch.append(edit)
            if len(batch) < IN_ONE_MESSAGE:
                continue
            editor.replace(uri, *batch)
            batch.clear()
            report = await editor.pull(uri)
            assert isinstance(
                report, types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport
            )
            if isinstance(report, types.RelatedFullDocumentDiagnosticReport):
                shown = [(str(each.code), editor.marked(uri, each), each.message) for each in report.items]
                expected = lint(editor.texts[uri], tmp_path / "a.md", config)
                text = editor.texts[uri].removeprefix("\ufeff")
                starts = [0, *(end for end in _line_ends(text))]
                assert shown == [
                    (
                        each.rule,
                        text[starts[each.line - 1] + each.column - 1 : starts[each.end_line - 1] + each.end_column - 1],
                        printable_line(each.message),
                    )
                    for each in expected.findings
                ], json.dumps(editor.texts[uri])
            if number == EDITS // 4:
                warm = memory(editor.client._server.pid if editor.client._server else 0)
        if warm:
            assert memory(editor.client._server.pid if editor.client._server else 0) - warm < MOST_GROWTH


def _line_ends(text: str) -> list[int]:
    return [end.end() for end in LINE_END.finditer(text)]


def memory(process: int) -> float:
    """The private memory of a process in megabytes, 0 where that can't be told."""
    if sys.platform != "linux":
        return 0.0
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8")
    return sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private")) / 1024
