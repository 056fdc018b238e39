"""Where click's completion falls short of what shells do with `=` and with commas. Importing it registers all three."""

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
    """Bash hands `--select=typo` over as three words."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is completed, and that one."""
        args, incomplete = super().get_completion_args()
        return [arg for arg in args if arg != "="], incomplete.removeprefix("=")


class _WholeWords(ShellComplete):
    """For shells that put the answer in the place of all of `--select=typo`."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """What the word can become."""
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
    """Fish, for which click's script cuts an answer at its second comma."""

    source_template = FishComplete.source_template.replace('string split ","', 'string split --max 1 ","')
