"""The questions of `jlint learn --review`: on a terminal one by one, else the answers are read line by line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from jlint.cli.learn_words import counted, why
from jlint.cli.words import print_progress, print_stdout, words
from jlint.finding import Language
from jlint.learning.learn import Judged
from jlint.printable import printable_line
from jlint.usage_file import Entry, State, shown

_ANSWERS = {
    "y": ("y", "yes", "はい"),
    "n": ("n", "no", "いいえ"),
    "all": ("a", "all", "すべて"),
    "quit": ("q", "quit", "やめる"),
}


def ask(doubtful: Sequence[Judged], language: Language) -> list[Entry]:
    """What was decided. The end of the answers, and Ctrl-C, mean `quit`: what was decided before stays."""
    decided: list[Entry] = []
    if not doubtful:
        print_stdout(words("尋ねることはありません", "There is nothing to ask about", language))
    answer = ""
    for number, judged in enumerate(doubtful, 1):
        if answer != "all":
            print_stdout("", *_question(judged, f"{number}/{len(doubtful)}", language))
            answer = _answer(language)
            if answer == "quit":
                break
        state = State.REFUSED if answer == "n" else State.CONFIRMED
        decided.append(Entry(judged.verdict.turn, state, judged.verdict.posts))
    return decided


def _question(judged: Judged, number: str, language: Language) -> list[str]:
    turn, posts = shown(judged.verdict.turn), judged.verdict.posts
    because = why(judged.verdict).to(language)
    return [
        words(f"{number} 「{turn}」 記事 {posts} 本", f"{number} {turn} in {counted(posts)}", language),
        f"  {judged.path}: {judged.example}",
        f"  {because}",
    ]


def _answer(language: Language) -> str:
    """One of the four answers; asks again for anything else."""
    question = words("覚えますか [y/n/all/quit] ", "Keep it? [y/n/all/quit] ", language)
    while True:
        print_progress(question)
        try:
            line = sys.stdin.readline()
        except (KeyboardInterrupt, UnicodeDecodeError):
            line = ""
        if not sys.stdin.isatty() or not line:
            print_progress("\n")
        if not line:
            return "quit"
        said = line.strip().lower()
        answer = next((name for name, forms in _ANSWERS.items() if said in forms), None)
        if answer:
            return answer
        print_progress(
            printable_line(words("y, n, all, quit のどれかで答えてください", "Answer y, n, all or quit", language))
            + "\n"
        )
