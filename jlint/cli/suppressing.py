"""`jlint check --add-suppressions`: silences what is found, and has it checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.cli import check_steps
from jlint.cli.words import words
from jlint.engine.add_suppressions import Added, add_suppressions
from jlint.finding import Severity, Text

if TYPE_CHECKING:
    from jlint.cli.check_options import CheckOptions
    from jlint.cli.prepare import Prepared
    from jlint.config import Config
    from jlint.engine.files import Found
    from jlint.engine.result import FileResult
    from jlint.finding import Language

_JAPANESE = {Severity.ERROR: "エラー", Severity.WARNING: "警告", Severity.INFO: "情報"}
_MOST_ROUNDS = 4
"""What a finding held back may speak once that is silent: then it is silenced too."""


def silence_findings(
    results: list[FileResult], found: Found, prepared: Prepared, options: CheckOptions, config: Config
) -> tuple[list[FileResult], list[str]]:
    """Writes comments that silence what the results report, or with `--diff` shows them.

    Returns the results afterwards, and lines that say what was done, to be read after the report.
    """
    names = options.suppressed or frozenset()
    fixes = {result.path: result.fixes for result in results if result.fixes}
    prepared = prepared._replace(linter=prepared.linter.without_fixes())
    rounds: list[list[Added]] = []
    for _ in range(_MOST_ROUNDS):
        left = prepared.baseline.without_accepted(results) if prepared.baseline else results
        done = list(add_suppressions(left, prepared.linter, names, options.reason or "", write=not options.diff))
        rounds.append(done)
        if options.diff:
            diffs = {each.path: each.diff for each in done}
            results = [result._replace(diff=diffs.get(result.path, "")) for result in results]
            return results, list(_told(rounds, config.language, would=True))
        if not any(each.comments for each in done):
            break
        results = check_steps.lint(found, prepared, options, config)
    results = [result._replace(fixes=fixes.get(result.path, 0)) for result in results]
    return results, list(_told(rounds, config.language))


def _told(rounds: Sequence[Sequence[Added]], language: Language, *, would: bool = False) -> Iterator[str]:
    """How much was silenced, by severity, and what could not be. `would`: only a diff was made."""
    everything = [each for done in rounds for each in done]
    files = len({each.path for each in everything if each.comments})
    places = sum(each.comments for each in everything)
    counts = Counter(finding.severity for each in everything for finding in each.silent)
    if places:
        ja = "、".join(f"{name}{counts[severity]}件" for severity, name in _JAPANESE.items() if counts[severity])
        en = ", ".join(_plural(counts[severity], severity.label) for severity in _JAPANESE if counts[severity])
        done = Text(f"書き込み、{ja}を止めました", f"written, which silences {en}")
        planned = Text(f"書き込むと、{ja}が止まります", f"would be written, which silences {en}")
        ending = planned if would else done
        yield words(
            f"{files}ファイルの{places}か所に{ending.ja}",
            f"{_plural(places, 'comment')} in {_plural(files, 'file')} {ending.en}",
            language,
        )
    for each in rounds[-1]:
        if each.problem:
            yield f"{each.path}: {each.problem.to(language)}"
        for finding in each.left:
            where = f"{each.path}:{finding.place.line}:{finding.place.column}"
            yield words(
                f"{where}: {finding.rule} を止めるコメントを書ける所がありません",
                f"{where}: there is no place for a comment that silences {finding.rule}",
                language,
            )


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
