"""The hooks that `jlint init` prints: a script for git itself, and lines for pre-commit.

Git runs hooks without the environment that jlint may be installed in: from an editor, or from a terminal in which it
isn't activated. So the hook names the jlint that prints it, and looks on PATH only where that one is gone.
"""

from __future__ import annotations

import os
import shlex
import sys
import sysconfig
from collections.abc import Iterator

from jlint.finding import Language, Text

_CHECK = "check --staged --format concise"
_MISSING = Text(
    "jlint が見つからないので、コミットを止めました。jlint を入れ直したら、jlint init が示すフックに書き換えてください"
    "（今回だけ調べずにコミットするなら git commit --no-verify）",
    "jlint was not found, so nothing is committed. Install it and put the hook in place that jlint init prints "
    "(git commit --no-verify commits this once without a check)",
)
_ABOUT = Text(
    "# コミットする行を jlint で調べ、エラーがあれば止めます。",
    "# jlint checks the lines that are committed; an error stops the commit.",
)


def script_of_jlint() -> str:
    """The absolute path of the running jlint's script, empty where it has none."""
    name = "jlint.exe" if os.name == "nt" else "jlint"
    started = os.path.abspath(sys.argv[0])
    for path in (started, os.path.join(sysconfig.get_path("scripts"), name)):
        if os.path.basename(path) == name and os.path.isfile(path):
            return path.replace(os.sep, "/")
    return ""


def git_hook(language: Language) -> Iterator[str]:
    """The lines of `.git/hooks/pre-commit`."""
    yield "#!/bin/sh"
    yield _ABOUT.to(language)
    yield f"jlint={shlex.quote(script_of_jlint())}"
    yield '[ -x "$jlint" ] || jlint=$(command -v jlint) || {'
    yield f'  echo "{_MISSING.to(language)}" >&2'
    yield "  exit 1"
    yield "}"
    yield f'exec "$jlint" {_CHECK}'


def pre_commit_lines(language: Language) -> Iterator[str]:
    """The lines of `.pre-commit-config.yaml`."""
    yield "repos:"
    yield "  - repo: local"
    yield "    hooks:"
    yield "      - id: jlint"
    yield "        name: jlint"
    yield from (f"        {line}" for line in _entry(language))
    yield "        language: system"
    yield "        types_or: [markdown, mdx]"
    yield "        require_serial: true"


def _entry(language: Language) -> Iterator[str]:
    script = script_of_jlint()
    if os.name == "nt":  # where sh is found only by git itself
        yield f"entry: {shlex.quote(script or 'jlint')} {_CHECK}"
        return
    yield "entry: >-"
    yield "  sh -c '"
    inside = shlex.quote(script).replace("'", "'\"'\"'")
    yield f"  jlint={inside};"
    yield '  [ -x "$jlint" ] || jlint=$(command -v jlint) ||'
    yield f'  {{ echo "{_MISSING.to(language)}" >&2; exit 1; }};'
    yield f'  exec "$jlint" {_CHECK} "$@"'
    yield "  ' jlint"
