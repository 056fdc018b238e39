"""Click's shell completion, corrected for `=` and commas. Importing this module registers all three shells."""

from __future__ import annotations

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)


@add_completion_class
class Bash(BashComplete):
    """Bash, which passes `--select=typo` as three words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one to complete, and that one."""
        args, incomplete = super().get_completion_args()
        return [arg for arg in args if arg != "="], incomplete.removeprefix("=")


class _WholeWords(ShellComplete):
    """For shells that replace all of `--select=typo` by the completion."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """The completions of the word."""
        items = super().get_completions(args, incomplete)
        option, equals, _ = incomplete.partition("=")
        if equals and option.startswith("--"):
            for item in items:
                item.value = f"{option}={item.value}"
        return items


@add_completion_class
class Zsh(_WholeWords, ZshComplete):
    """Zsh."""


@add_completion_class
class Fish(_WholeWords, FishComplete):
    """Fish, for which Click's script cuts a completion at its second comma."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')
