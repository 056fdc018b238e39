"""Files that are instructions to a text generator themselves: prompts, skills, rules for coding assistants."""

from __future__ import annotations

import os

from jlint.compiled import lazy_pattern

_FOLDERS = frozenset(
    (
        *(".agent", ".agents", ".amazonq", ".augment", ".claude", ".clinerules", ".codex", ".continue", ".copilot"),
        *(".cursor", ".gemini", ".github", ".junie", ".kiro", ".opencode", ".prompts", ".roo", ".windsurf"),
        "prompts",
    )
)
_NAMES = lazy_pattern(
    r"(?:AGENTS?|CLAUDE|GEMINI|QWEN|SKILL)(?:\.local|\.override)?\.md|(?i:copilot-instructions|system[-_ ]?prompt)\.md"
    r"|.+\.(?i:prompt|instructions|chatmode|agent|skill)\.md|.+\.mdc"
)


def is_instructions(path: str) -> bool:
    """Whether the file at `path` is kept as an instruction to a text generator, by its folder or its name.

    What would be left over from a generator in an article, such as an instruction to write on, is meant there. Folders
    above the repository don't count: one may be checked out anywhere.
    """
    *folders, name = path.replace("\\", "/").split("/")
    return _NAMES.fullmatch(name) is not None or (
        not _FOLDERS.isdisjoint(folders) and not _FOLDERS.isdisjoint(_in_repository(folders))
    )


def _in_repository(folders: list[str]) -> list[str]:
    """Those of the folders that are inside the repository, all of them if there is none."""
    for depth in range(len(folders), 0, -1):
        if os.path.lexists("/".join([*folders[:depth], ".git"])):
            return folders[depth:]
    return folders
