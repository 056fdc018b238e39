"""Reports that are made of a part for each file: parts that were made before are written as they are."""

from __future__ import annotations

from codecs import lookup
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TextIO

from msgspec import Struct

from jlint.engine.result import Failure, FileResult, HeldBack, ReportedFinding, RunResult, Totals
from jlint.engine.told import Form, Piece, Pieces, ToldRun
from jlint.report import Style


class Rest(Struct, frozen=True):
    """What a report says besides what it says of files."""

    failures: Sequence[Failure]
    totals: Totals


def form_of(name: str, style: Style, variant: str = "") -> Form:
    """The form of a report in a format, one of `IN_PARTS`. With another `variant` other findings are told."""
    pieces: Callable[[FileResult, Style], tuple[str, ...]] = import_module(f"jlint.report.{name}_format").pieces
    links = f" links {style.docs_url}" if style.links else ""
    return Form(f"{name} {variant}{' colour' * style.colour}{links}", lambda file: pieces(file, style))


def write_told(name: str, run: ToldRun, out: TextIO, style: Style) -> None:
    """Writes the report in format `name` of files that have been told in it."""
    whole: Callable[[Iterable[Pieces], Rest, Style], Iterator[Piece]]
    whole = import_module(f"jlint.report.{name}_format").whole
    pieces = whole(run.parts, Rest(run.failures, run.totals), style)
    report = b"".join(piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace") for piece in pieces)
    if isinstance(out, TextIOWrapper) and lookup(out.encoding).name == "utf-8":
        out.flush()
        out.buffer.write(report)
    else:
        out.write(report.decode("utf-8"))


def in_format(name: str, files: Iterable[FileResult], rest: Rest, out: TextIO, style: Style) -> None:
    """Writes some files of a run in format `name`, one of `IN_PARTS`, and the `rest` of what is said of the run."""
    module = import_module(f"jlint.report.{name}_format")
    whole: Callable[[Iterable[Pieces], Rest, Style], Iterator[Piece]] = module.whole
    write_whole(whole([module.pieces(file, style) for file in files], rest, style), out)


def write_whole(pieces: Iterable[Piece], out: TextIO) -> None:
    """Writes a report whose pieces have all been made just now."""
    for piece in pieces:
        out.write(piece if isinstance(piece, str) else piece.decode("utf-8"))


def files_of(result: RunResult) -> list[FileResult]:
    """The files of a run in the order of their paths, each path once."""
    files: dict[str, FileResult] = {}
    for file in result.files:
        before = files.get(file.path)
        files[file.path] = file if before is None else _together(before, file)
    return [files[path] for path in sorted(files)]


def _together(one: FileResult, other: FileResult) -> FileResult:
    """The result of a file that comes twice in a run, as when standard input is called like it."""
    findings, held_back = (*one.findings, *other.findings), (*one.held_back, *other.held_back)
    return other._replace(findings=findings, held_back=held_back)


def rest_of(result: RunResult) -> Rest:
    """What is said of a run besides what is said of its files."""
    return Rest(result.failures, result.totals)


def in_order(findings: Iterable[ReportedFinding]) -> list[ReportedFinding]:
    """The findings of a file as reports order them."""
    return sorted(findings, key=lambda finding: (finding.place, finding.rule))


def held_back_in_order(held_back: Iterable[HeldBack]) -> list[HeldBack]:
    """What is held back in a file, as reports order it."""
    return sorted(held_back, key=lambda each: (each.finding.place, each.finding.rule))
