"""Lints many files for reports alone: of a file that hasn't changed, what is told of it comes from the cache as it is.

Only the facts for rules across files are read of all files. A result is decoded where those rules find something else
in the file than before, or where it hasn't been told in this form yet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from jlint.engine.corpus import Conclusions, conclusions
from jlint.engine.gather import gathered_file, mirrored
from jlint.engine.known_fact import AnyFact
from jlint.engine.result import FileResult
from jlint.engine.run import linted, rules_across, to_keep
from jlint.engine.told import Form, ToldFile, told_of
from jlint.finding import Language

if TYPE_CHECKING:
    from jlint.engine.cache import Cache
    from jlint.engine.one_file import FileLinter
    from jlint.engine.run import Watch


class _File:
    """A file of the run. `key` is its own in the cache if it may be kept there, `told` what is told of it, by form."""

    def __init__(self, path: str, key: bytes | None, facts: Sequence[AnyFact]) -> None:
        self.path = path
        self.key = key
        self.facts = facts
        self.result: FileResult | None = None
        self.told: dict[str, ToldFile] = {}


def run_told(
    files: Sequence[str],
    linter: FileLinter,
    forms: Sequence[Form],
    cache: Cache,
    *,
    as_they_are: bool = False,
    jobs: int | None = None,
    watch: Watch | None = None,
) -> list[list[ToldFile]]:
    """Lints each of `files`, which have different paths, and returns what is told of them, in each of the forms.

    Those that the configuration excludes are left out. Unless the findings are wanted `as_they_are`, one is told for
    each problem. `linter` neither fixes files nor is limited to changes. `jobs` and `watch` are as for `run`.
    """
    language = linter.config.language

    def lint(paths: Sequence[str]) -> dict[str, FileResult | None]:
        return linted(paths, linter, jobs=jobs, watch=watch)

    keys = linter.keys(files, cache)
    facts = cache.facts(list(keys.values()))
    computed = lint([path for path in files if keys.get(path) not in facts])
    run: list[_File] = []
    for path in files:
        if path not in computed:
            run.append(_File(path, keys[path], facts[keys[path]]))
        elif result := computed[path]:
            run.append(_with_result(result, linter.key_of(result, path, cache)))
    across = _across(run, language, as_they_are=as_they_are)
    digests = {path: _digest(across, path) for path in across.found.keys() | across.suppressed.keys()}
    for form in forms:
        _look_up(run, form.name, digests, cache)
    wanted = {file.path: file.key for file in run if file.result is None and len(file.told) < len(forms)}
    results = cache.find([key for key in wanted.values() if key])
    # what the cache had a moment ago may be damaged, or dropped by another run
    computed_late = lint([path for path, key in wanted.items() if key not in results])
    for file in run:
        late = computed_late.get(file.path)
        if late:  # by now it may have other contents than those that the key is for
            file.result, file.key, file.told = late, linter.key_of(late, file.path, cache), {}
        elif file.path in wanted:
            file.result = results[wanted[file.path] or b""]
        if file.result:
            complete = across.added_to(file.result)
            told = complete if as_they_are else gathered_file(complete, language)
            for form in forms:
                if form.name not in file.told:
                    file.told[form.name] = told_of(told, form, digests.get(file.path, b""))
    cache.keep(to_keep(computed | computed_late, linter, cache), _new(run, forms))
    return [
        [*(file.told[form.name] for file in run), *(told_of(each, form) for each in across.failures)] for form in forms
    ]


def _with_result(result: FileResult, key: bytes | None) -> _File:
    file = _File(result.path, None if result.failures else key, result.facts)
    file.result = result
    return file


def _across(run: Sequence[_File], language: Language, *, as_they_are: bool) -> Conclusions:
    """What the rules across files find, without what is told from the other end too."""
    rules = rules_across(file.facts for file in run)
    across = conclusions([(file.path, file.facts) for file in run], rules, language)
    for found in across.found.values():
        found.sort(key=lambda finding: (finding.place, finding.rule))
    if not as_they_are:
        dropped = mirrored(finding for file in run for finding in across.found.get(file.path, ()))
        for path, found in across.found.items():
            across.found[path] = [finding for finding in found if finding not in dropped]
            across.mirrored[path] = len(found) - len(across.found[path])
    return across


def _digest(across: Conclusions, path: str) -> bytes:
    """A digest of what the rules across files find in a file, empty for nothing."""
    found, suppressed, behind = across.found.get(path, []), across.suppressed[path], across.mirrored[path]
    if not found and not suppressed and not behind:
        return b""
    try:
        what = msgspec.msgpack.encode((found, suppressed, behind))
    except UnicodeEncodeError:  # the name of a file that isn't UTF-8
        what = repr((found, suppressed, behind)).encode("utf-8", "backslashreplace")
    return blake2b(what, digest_size=16).digest()


def _look_up(run: Sequence[_File], form: str, digests: Mapping[str, bytes], cache: Cache) -> None:
    """Takes from the cache what is told of the files, where the rules across files found the same as now."""
    known = cache.told([file.key for file in run if file.key and file.result is None], form)
    for file in run:
        told = known.get(file.key or b"")
        if told and told.found_across == digests.get(file.path, b""):
            file.told[form] = told


def _new(run: Sequence[_File], forms: Sequence[Form]) -> dict[str, dict[bytes, ToldFile]]:
    """What is told of files, by form and key, of those whose results were looked at."""
    there = [file for file in run if file.key and file.result and not file.result.failures]
    return {form.name: {file.key: file.told[form.name] for file in there if file.key} for form in forms}
