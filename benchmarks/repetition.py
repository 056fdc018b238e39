"""Rules about repetition on a long file: `python -m benchmarks.repetition`. Time should grow linearly with the text."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from benchmarks.draft import draft

MEASURED = """
import resource, sys, time
from jlint.document import Document
from jlint.rules.repetition import near_copy, repeated_heading, repeated_passage, repeated_sentence
from jlint.rules.repetition import repeated_title, sentence_said_before, short_repeated_passage
rules = [
    repeated_passage.RepeatedPassage(), short_repeated_passage.ShortRepeatedPassage(),
    repeated_sentence.RepeatedSentence(), sentence_said_before.SentenceSaidBefore(), near_copy.NearCopy(),
    repeated_heading.RepeatedHeading(), repeated_title.RepeatedTitle(),
]
document = Document(sys.stdin.read())
document.sentences
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
findings = sum(len(list(rule.check(document))) for rule in rules)
seconds = time.perf_counter() - started
print(f"{seconds:.3f} {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f} {findings}")
"""
SIZES = (10_000, 100_000, 1_000_000)


def new(characters: int) -> str:
    """A text in which every sentence has a number of its own, so that none is repeated."""
    text = draft(characters)
    return "".join(f"{number}番の{sentence}。" for number, sentence in enumerate(text.split("。")))


def repeated(characters: int) -> str:
    """A text of 3,000 characters, over and over."""
    once = new(3_000)
    return "\n\n".join([once] * (characters // len(once)))


def on_one_line(characters: int) -> str:
    """The same without a line break."""
    return repeated(characters).replace("\n", "")


def one_sentence(characters: int) -> str:
    """One sentence, over and over."""
    return "朝の市場は四時に開きます。" * (characters // 13)


def main() -> None:
    """Prints seconds for the seven rules (the parsing not counted), megabytes they add, and findings."""
    kinds: tuple[Callable[[int], str], ...] = (new, repeated, on_one_line, one_sentence)
    print("text          characters  seconds  MB  findings")
    for kind in kinds:
        for size in SIZES:
            done = subprocess.run(
                [sys.executable, "-c", MEASURED], input=kind(size), capture_output=True, text=True, check=True
            )
            seconds, megabytes, findings = done.stdout.split()
            print(f"{kind.__name__:12s}  {size:10,d}  {seconds:>7s}  {megabytes:>2s}  {findings:>8s}")


if __name__ == "__main__":
    main()
