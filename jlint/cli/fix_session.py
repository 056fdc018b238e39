"""A session of `jlint fix`: each finding is shown, and what is answered is done at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from jlint.cli.fix_answers import Answers
from jlint.cli.fix_screen import KEYS, Screen
from jlint.config import ConfigError
from jlint.engine.draft import Draft, State
from jlint.engine.silencing import Wanted, silenced_here, silenced_in_file
from jlint.engine.words_file import add_word, word_for
from jlint.engine.write import replace_file
from jlint.finding import Edit
from jlint.regular_file import ReadError, read_regular
from jlint.span import Span
from jlint.user_error import UserError

if TYPE_CHECKING:
    from jlint.config import Config
    from jlint.engine.result import ReportedFinding

_MOST_CHOICES = 9
"""How many other repairs are offered: each has a digit."""
_MOST_LINES = 5
"""How many lines of a finding are edited one by one."""


class Step(Struct, frozen=True):
    """What was answered: the draft and its state before, and what else takes it back. `auto`: without being asked."""

    at: int
    kind: str
    state: State
    take_back: Callable[[], None]
    auto: bool = False


def _nothing() -> None:
    pass


class Session:
    """Goes through the findings of drafts. `load` reads the configuration anew, when a word has been added."""

    def __init__(self, drafts: Sequence[Draft], screen: Screen, answers: Answers, load: Callable[[], Config]) -> None:
        self._drafts = drafts
        self._screen = screen
        self._answers = answers
        self._load = load
        self._steps: list[Step] = []
        self._all_of: set[tuple[str, bool]] = set()
        self._at = 0
        self._asked = 0

    def go(self) -> None:
        """Asks until nothing is left or the user quits, then says what was done."""
        while self._at < len(self._drafts):
            draft = self._drafts[self._at]
            finding = next(iter(draft.told), None)
            if finding is None:
                self._at += 1
            elif finding.rule in self._answers.rules:
                self._leave(draft, finding, auto=True)
            elif finding.fix and (finding.rule, finding.fix.safe) in self._all_of:
                self._edit("fixed", draft, draft.edits(finding.fix), auto=True)
            elif not self._decide(draft, finding):
                break
        self._sum_up()

    def _decide(self, draft: Draft, finding: ReportedFinding) -> bool:
        """Asks about one finding and does what is answered. Returns whether to go on."""
        document, span = draft.document(), draft.span(finding)
        edits = draft.edits(finding.fix)
        word = word_for(finding.rule, finding.category, span, document, draft.settings)
        left = sum(len(each.told) for each in self._drafts[self._at :])
        self._screen.show(finding, edits, document, f"{len(self._steps) + 1}/{len(self._steps) + left}")
        missing = {"y", "a"} if not edits else set()
        missing |= {"w"} if word is None else set()
        missing |= {"b"} if not self._steps else set()
        choices = [each for each in finding.choices if draft.edits(each) != edits][:_MOST_CHOICES]
        titles = [each.title for each in choices]
        unsafe = finding.fix is not None and not finding.fix.safe
        answer = self._screen.ask([key for key in KEYS if key not in missing], word, titles, unsafe=unsafe)
        if answer == "y":
            self._edit("fixed", draft, edits)
        elif answer.isdecimal():
            self._edit("fixed", draft, draft.edits(choices[int(answer) - 1]))
        elif answer == "e":
            self._rewrite(draft, finding)
        elif answer == "n":
            self._leave(draft, finding)
        elif answer == "i":
            self._silence(draft, finding, span)
        elif answer == "w" and word:
            self._add_word(draft, word)
        elif answer == "a":
            before = frozenset(self._all_of)
            # who has seen a safe repair hasn't agreed to those that may change the meaning
            self._all_of |= {(finding.rule, True), (finding.rule, not unsafe)}
            self._edit("fixed", draft, edits, take_back=lambda: self._restore_all_of(before))
        elif answer == "x":
            self._answers.leave_rule(finding.rule, leave=True)
            rule = finding.rule
            self._leave(draft, finding, take_back=lambda: self._answers.leave_rule(rule, leave=False))
        elif answer == "b":
            self._go_back()
        return answer != "q"

    def _restore_all_of(self, before: frozenset[tuple[str, bool]]) -> None:
        self._all_of = set(before)

    def _edit(
        self,
        kind: str,
        draft: Draft,
        edits: Sequence[Edit],
        *,
        take_back: Callable[[], None] = _nothing,
        auto: bool = False,
    ) -> None:
        """Edits the draft, or says why that can't be done and leaves the finding for now."""
        before = draft.state
        try:
            draft.edit(edits)
            self._answers.leave(draft.left_alone)
        except UserError as error:
            self._screen.say(f"{draft.path}: {error.message.ja}", f"{draft.path}: {error.message.en}")
            if draft.told:
                draft.leave(draft.told[0])
            kind = "failed"
        self._steps.append(Step(self._at, kind, before, take_back, auto))

    def _rewrite(self, draft: Draft, finding: ReportedFinding) -> None:
        """Has the user rewrite the lines of a finding."""
        document = draft.document()
        edits: list[Edit] = []
        for number in range(finding.place.line, min(finding.place.end_line, finding.place.line + _MOST_LINES - 1) + 1):
            line = document.lines.span(number)
            text = line.of(document.text).rstrip("\r\n")
            written = self._screen.line(text)
            if written is None:
                return
            if written != text:
                edits.append(Edit(Span(line.start, line.start + len(text)), written))
        if edits:
            self._edit("edited", draft, edits)

    def _leave(
        self,
        draft: Draft,
        finding: ReportedFinding,
        *,
        take_back: Callable[[], None] = _nothing,
        auto: bool = False,
    ) -> None:
        before = draft.state
        parts = draft.leave(finding)
        new = [] if auto else self._answers.leave(parts)

        def undo() -> None:
            self._answers.take_back(new)
            take_back()

        self._steps.append(Step(self._at, "left", before, undo, auto))

    def _silence(self, draft: Draft, finding: ReportedFinding, span: Span) -> None:
        self._screen.say("理由（なくてもよい）:", "The reason (may be empty):")
        reason = self._screen.line("")
        if reason is None:
            return
        if any(end in reason for end in ("-->", "*/")):
            self._screen.say("コメントの終わりは書けません", "A reason can't hold the end of a comment")
            return
        document = draft.document()
        wanted = Wanted(finding.rule, finding.category, span)
        edit = silenced_here(wanted, document, reason.strip()) or silenced_in_file(wanted, document, reason.strip())
        if edit is None:
            self._screen.say("コメントを書ける所がありません", "There is no place for a comment")
            return
        self._edit("silenced", draft, [edit])

    def _add_word(self, draft: Draft, word: str) -> None:
        config = self._config()
        if config is None:
            return
        file = config.words_file(draft.path)
        try:
            before = read_regular(file) if os.path.lexists(file) else None
            add_word(word, file)
            after = read_regular(file)
        except (UserError, ReadError) as error:
            self._screen.say(f"{file}: {error.message.ja}", f"{file}: {error.message.en}")
            return

        def take_back() -> None:
            if before is None:
                os.unlink(file)
            else:
                replace_file(file, after, before)
            self._look_again()

        self._screen.say(f"「{word}」を {_shown(file)} に加えました", f"Added {word} to {_shown(file)}")
        self._steps.append(Step(self._at, "word", draft.state, take_back))
        self._look_again()

    def _look_again(self) -> None:
        """Lints everything again, under the configuration as it is now."""
        config = self._config()
        for draft in self._drafts:
            settings = config.for_file(draft.path) if config else None
            if settings:
                draft.settings = settings
                draft.look_again()

    def _config(self) -> Config | None:
        """The configuration as it is now; None, after a message, where it is wrong."""
        try:
            return self._load()
        except ConfigError as error:
            for line in error.lines():
                self._screen.say(line, line)
            return None

    def _go_back(self) -> None:
        """Takes the last answer back, and all that followed from it unasked."""
        while self._steps:
            step = self._steps.pop()
            self._at = step.at
            try:
                step.take_back()
                self._drafts[step.at].restore(step.state)
            except (UserError, OSError):
                self._screen.say(
                    "ファイルが外で書き換えられたので、戻れません",
                    "It can't be taken back: the file was changed elsewhere",
                )
                return
            if not step.auto:
                return

    def _sum_up(self) -> None:
        done = Counter(step.kind for step in self._steps)
        left = sum(len(draft.told) for draft in self._drafts)
        repaired = done["fixed"] + done["edited"]
        counts = [
            (f"直した {repaired}件", f"repaired {repaired}"),
            (f"このまま {done['left']}件", f"left {done['left']}"),
            *([(f"止めた {done['silenced']}件", f"silenced {done['silenced']}")] * bool(done["silenced"])),
            *([(f"加えた語 {done['word']}個", f"words {done['word']}")] * bool(done["word"])),
            *([(f"残り {left}件", f"to go {left}")] * bool(left)),
        ]
        self._screen.say("、".join(ja for ja, _ in counts), ", ".join(en for _, en in counts))


def _shown(file: str) -> str:
    """The file as it is called from here, where it isn't far."""
    near = os.path.relpath(file)
    return file if near.startswith(os.pardir) else near
