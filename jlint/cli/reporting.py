"""The last step of a run of `jlint check`: its reports."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from jlint.cli.outcome import (
    print_comparison,
    report_beside_findings,
    report_written,
    threshold,
    write_report,
    write_report_file,
    writer_of,
)
from jlint.cli.run_support import on_terminal, style_of
from jlint.cli.words import print_bytes, print_hint, print_notice, print_stderr, words
from jlint.finding import Text

if TYPE_CHECKING:
    from jlint.cli.check_options import CheckOptions
    from jlint.cli.prepare import Prepared
    from jlint.engine.result import RunResult
    from jlint.finding import Language


def report(result: RunResult, prepared: Prepared, options: CheckOptions, language: Language) -> None:
    """Writes the reports, and notices to standard error. Raises ClickException for a file that can't be written."""
    if prepared.linter.standard_input is not None:
        print_bytes(prepared.linter.standard_input)
    report_beside_findings(result, prepared.linter, prepared.cache, options.report_format)
    style = style_of(prepared.linter, options.column_unit, threshold(prepared.linter.config, options.least))
    style = style._replace(earlier=options.earlier_runs)
    for format_name, path in options.report_files:
        if format_name == "html":
            from jlint.cli.html_files import write_html

            write_html(path, result, style)
        else:
            write_report_file(path, partial(writer_of(format_name), result), style)
    _report_cut(options, len(result.findings), language)
    if options.compare is None:
        beside = options.fixes_stdin
        shown = on_terminal(style, options.color, sys.stderr if beside else None)._replace(quiet=options.quiet)
        write = partial(writer_of(options.report_format), result)
        write_report(options.report_format, write, shown, on_stderr=beside)
        if options.report_format == "diff" and options.add_suppressions is None:
            _report_empty(result, language)
    else:
        print_comparison(result, options.earlier, language)
    report_written(options.report_files, language)
    if prepared.times is not None:
        title, *rows = prepared.times.table(language)
        print_notice(title)
        print_stderr(*rows)


def _report_empty(result: RunResult, language: Language) -> None:
    """Prints why the diff is empty although the run may fail: what is found has no repair."""
    totals = result.totals
    if not result.findings or any(file.diff for file in result.files):
        return
    unsafe = totals.unsafely_fixable
    more = Text("", "")
    if unsafe:
        more = Text(f"（{unsafe}件は --unsafe-fixes で直せます）", f" (--unsafe-fixes repairs {unsafe})")
    counts = f"エラー{totals.errors}、警告{totals.warnings}、情報{totals.infos}"
    print_hint(
        words(
            f"自動で直すところはありませんが、{len(result.findings)}件の指摘（{counts}）があります{more.ja}。"
            "jlint check で見られます",
            f"Nothing can be repaired, but jlint check reports findings: {len(result.findings)}{more.en}",
            language,
        )
    )


def _report_cut(options: CheckOptions, findings: int, language: Language) -> None:
    """Prints that a report couldn't hold all findings, or is a page that a browser takes long to show."""
    if "sarif" in options.formats:
        from jlint.report.sarif_format import why_cut

        why = why_cut(findings)
        if why:
            print_hint(why.to(language))
    if options.report_format == "html":
        from jlint.report.html_format import MOST_ON_A_PAGE

        if findings > MOST_ON_A_PAGE:
            print_hint(
                words(
                    "一枚のページには多すぎます。--output html=FILE なら、ファイルごとのページに分けます",
                    "This is much for one page; --output html=FILE makes a page for each file",
                    language,
                )
            )
