"""Files that are prompts themselves: rules about leftovers of generators are silent there."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.document import Document
from jlint.rules.artifact.assistant_talk import AssistantTalk
from jlint.rules.artifact.leaked_prompt import LeakedPrompt
from jlint.rules.artifact.placeholder import Placeholder
from jlint.rules.artifact.tool_output import ToolOutput
from jlint.rules.contract.base import Rule
from jlint.rules.helpers.artifact.instructions import is_instructions


@pytest.mark.parametrize(
    "path",
    [
        ".claude/skills/review/SKILL.md",
        ".claude/commands/write.md",
        ".github/copilot-instructions.md",
        ".github/prompts/write.md",
        ".cursor/rules/style.mdc",
        "docs/.cursor/rules/style.md",
        "AGENTS.md",
        "packages/site/CLAUDE.md",
        "CLAUDE.local.md",
        "docs/案内.prompt.md",
        "prompts/article.md",
        "C:\\site\\.claude\\rules\\style.md",
    ],
)
def test_prompts_are_known_by_folder_or_name(path: str) -> None:
    assert is_instructions(path)


@pytest.mark.parametrize(
    "path",
    [
        "posts/claude.md",
        "posts/2024-05-01-good-prompt.md",
        "docs/agents.md",
        "docs/agents/index.md",
        "github/README.md",
        "prompt/index.md",
        "posts/SKILL-list.md",
        "README.md",
        "-",
    ],
)
def test_articles_about_prompts_are_none(path: str) -> None:
    assert not is_instructions(path)


def test_folders_above_the_repository_do_not_count(tmp_path: Path) -> None:
    repository = tmp_path / ".claude" / "worktrees" / "site"
    (repository / ".git").mkdir(parents=True)
    assert not is_instructions(str(repository / "posts" / "a.md"))
    assert is_instructions(str(repository / ".claude" / "commands" / "a.md"))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (LeakedPrompt, "それでは、2,000字程度で見学の案内を執筆してください。\n"),
        (AssistantTalk, "承知しました。以下に記事を作成します。\n"),
        (Placeholder, "費用は XXX万円です。\n"),
        (ToolOutput, "<thinking>\n\n順に考える。\n\n</thinking>\n"),
    ],
)
def test_the_same_words_are_reported_in_an_article(rule: type[Rule], text: str) -> None:
    assert list(rule().check(Document(text, "posts/a.md")))
    assert not list(rule().check(Document(text, ".claude/commands/write.md")))
