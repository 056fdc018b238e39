"""`jlint check --add-suppressions`: silences what is found, and has it checked again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jlint.cli import check_steps
from jlint.cli.words import print_notice, words
from jlint.engine.add_suppressions import Added, add_suppressions

if TYPE_CHECKING:
    from jlint.cli.check_options import CheckOptions
    from jlint.cli.prepare import Prepared
    from jlint.config import Config
    from jlint.engine.files import Found
    from jlint.engine.result import FileResult
    from jlint.finding import Language

_MOST_ROUNDS = 4
"""What a finding held back may speak once that is silent: then it is silenced too."""


def silence_findings(
    results: list[FileResult], found: Found, prepared: Prepared, options: CheckOptions, config: Config
) -> list[FileResult]:
    """Writes comments that silence what the results report, or with `--diff` shows them; the results afterwards."""
    names = options.suppressed or frozenset()
    fixes = {result.path: result.fixes for result in results if result.fixes}
    prepared = prepared._replace(linter=prepared.linter.without_fixes())
    written: dict[str, int] = {}
    done: list[Added] = []
    for _ in range(_MOST_ROUNDS):
        left = prepared.baseline.without_accepted(results) if prepared.baseline else results
        done = list(add_suppressions(left, prepared.linter, names, options.reason or "", write=not options.diff))
        if options.diff:
            diffs = {each.path: each.diff for each in done}
            return [result._replace(diff=diffs.get(result.path, "")) for result in results]
        for each in done:
            written[each.path] = written.get(each.path, 0) + each.comments
        if not any(each.comments for each in done):
            break
        results = check_steps.lint(found, prepared, options, config)
    _report(written, done, config.language)
    return [result._replace(fixes=fixes.get(result.path, 0)) for result in results]


def _report(written: dict[str, int], last: Sequence[Added], language: Language) -> None:
    files, comments = sum(map(bool, written.values())), sum(written.values())
    if comments:
        print_notice(
            words(
                f"{files}ファイルに{comments}個のコメントを書きました",
                f"{comments} comments written in {files} files",
                language,
            )
        )
    for each in last:
        if each.problem:
            print_notice(f"{each.path}: {each.problem.to(language)}")
        for finding in each.left:
            where = f"{each.path}:{finding.place.line}:{finding.place.column}"
            print_notice(
                words(
                    f"{where}: {finding.rule} を止めるコメントを書ける所がありません",
                    f"{where}: there is no place for a comment that silences {finding.rule}",
                    language,
                )
            )
