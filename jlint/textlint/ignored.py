"""Which files a textlint configuration leaves out: .textlintignore, in the syntax of `exclude`.

textlint matches a path as a whole, from the folder that it is started in: `*.md` names files of that folder alone, and
`drafts/` no file at all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jlint.config.in_force.glob import why_no_glob
from jlint.finding import Text
from jlint.textlint.read import read_text

_IGNORE_FILE = ".textlintignore"
_KEY = "ignorePatterns"
_BRACES = re.compile(r"\{([^{}]*,[^{}]*)\}")
_EXTENDED = re.compile(r"[!?+*@]\(")
_MOST = 1_000
_OUTSIDE = ".."
_NAME_OF_FILE = re.compile(r"[^/]*[*.][^/]*\Z")


class Exclusions:
    """Globs for `exclude`, relative to the folder of the rules.yaml, and remarks for the user."""

    def __init__(self) -> None:
        self.globs: list[str] = []
        self.remarks: list[Text] = []

    def _add(self, line: str, folder: str, output: str, origin: str) -> None:
        if _EXTENDED.search(line):
            self._lost(
                origin,
                line,
                Text("この書き方は exclude で使えません", "exclude has no such syntax; write it anew"),
            )
            return
        names_nothing = line.startswith("/") or not (line.endswith("*") or _NAME_OF_FILE.search(line))
        if names_nothing:
            right = line.strip("/") if line.endswith("*") else f"{line.strip('/')}/**"
            self.remarks.append(
                Text(
                    f"{origin} の {line} は textlint では効きません（{right} と書きます）。jlint では除きます",
                    f"{line} in {origin} has no effect in textlint, which wants {right}. jlint leaves the files out",
                )
            )
        for glob in _without_braces(line):
            for each in _moved(glob, folder, output):
                why = why_no_glob(each)
                if each == _OUTSIDE:
                    outside = Text(
                        "書き出すファイルのフォルダーの外にあるファイルは調べません",
                        "files outside the folder of the file that is written are not linted",
                    )
                    self._lost(origin, line, outside)
                elif why:
                    self._lost(origin, line, why)
                elif each not in self.globs:
                    self.globs.append(each)

    def _lost(self, origin: str, line: str, why: Text) -> None:
        self.remarks.append(
            Text(f"{origin} の {line} は引き継げません: {why.ja}", f"{line} in {origin} is not carried over: {why.en}")
        )


def exclusions(rc: str, config: Mapping[str, Any], output: str) -> Exclusions:
    """What the .textlintignore beside `rc`, or else in the working folder, and the configuration itself leave out.

    Raises UnreadableError.
    """
    found = Exclusions()
    beside = os.path.dirname(rc)
    for folder in dict.fromkeys((beside, "")):
        path = os.path.join(folder, _IGNORE_FILE)
        if os.path.isfile(path) and not os.path.islink(path):
            for line in read_text(path, errors="replace").splitlines():
                if line.strip() and not line.lstrip().startswith("#"):
                    found._add(line.strip(), folder, output, _IGNORE_FILE)
            break
    listed = config.get(_KEY)
    lines = [str(line) for line in listed if str(line).strip()] if isinstance(listed, list) else []
    if lines:
        found.remarks.append(
            Text(
                f"{_KEY} は textlint では効きません（.textlintignore に書きます）。jlint では exclude になります",
                f"{_KEY} has no effect in textlint, which has .textlintignore; in jlint it becomes exclude",
            )
        )
    for line in lines:
        found._add(line.strip(), beside, output, _KEY)
    return found


def _without_braces(glob: str) -> Iterator[str]:
    """The globs that `{a,b}` stands for."""
    waiting, made = [glob], 0
    while waiting and made < _MOST:
        made += 1
        each = waiting.pop(0)
        braces = _BRACES.search(each)
        if braces is None:
            yield each
        else:
            waiting += [each[: braces.start()] + part + each[braces.end() :] for part in braces[1].split(",")]


def _moved(glob: str, folder: str, output: str) -> Iterator[str]:
    """The glob, which is relative to `folder`, as seen from the folder of `output`, in .gitignore's syntax."""
    sign = "!" if glob.startswith("!") else ""
    inside = glob.removeprefix("!").strip("/")
    base, folder = os.path.dirname(os.path.abspath(output)), os.path.abspath(folder)
    path = os.path.relpath(os.path.join(folder, inside), base).replace(os.sep, "/")
    if inside.startswith("**") and (base + os.sep).startswith(folder.rstrip(os.sep) + os.sep):
        path = inside
    if path.startswith("**/"):
        yield sign + path
        return
    if path == ".." or path.startswith("../"):
        yield _OUTSIDE
        return
    path = "/**" if path == "." else f"/{path}"
    yield sign + path
    if path.endswith("/*") and not path.endswith("**/*"):
        # without this the folders in the folder would be left out too
        yield f"{'' if sign else '!'}{path}/"
