"""Where prose breaks off in the middle of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property, lru_cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.letters import letters
from jlint.rules.helpers.artifact.doubt import without_doubtful
from jlint.rules.helpers.artifact.ending import Ending, ending
from jlint.rules.helpers.artifact.flow import Step, flow, is_element
from jlint.rules.helpers.artifact.habits import POLITE, Habits
from jlint.rules.helpers.artifact.opening import begins_with_suru, opens_mid_sentence
from jlint.rules.helpers.artifact.received import is_received
from jlint.rules.helpers.artifact.sequel import Fragment, Sequel, Sequels
from jlint.rules.helpers.artifact.unfinished import Candidate, Cut
from jlint.rules.helpers.artifact.wrapped import wrapped_at

_SENTENCE_ENDS = "。．！!？?"
_SENTENCE_END = lazy_pattern(f"[{_SENTENCE_ENDS}]")
_LABEL = lazy_pattern(
    r"[（(※＊*注図表写©【]|出典|引用|参考|参照|画像|資料|文責|著者|Fig|Table|Photo|Source|(?:[A-Za-z]{1,6}|例)\s?[:：]"
)
_KANA, _JAPANESE = lazy_pattern("[ぁ-ん]"), lazy_pattern("[ぁ-ヿ一-鿿]")
_TOPIC = lazy_pattern("[は、]")
_CLAUSE = lazy_pattern("(?:は|が|も|ば|ると|て)、")
_CONNECTED = lazy_pattern(
    "(?:まず|次に|また|さらに|そして|しかし|ただし|では|つまり|もちろん|例えば|たとえば|特に|実際|正直なところ)、"
)
_WITHOUT_REST = lazy_pattern("[、，をがはのにへとも「]$")
"""Ends of an item that no noun has: 作り直し may be one, as well as the form of a verb."""
_EMPHASIS = ("**", "__")
_TITLES = ("title", "excerpt", "description")
_WRITTEN_TWICE = (Sequel.OVERLAPS, Sequel.WRITTEN_AGAIN, Sequel.STARTS_OVER, Sequel.STARTS_AGAIN)
_PATH = lazy_pattern(r"[^\s→⇒➡]\s*(?:[→⇒➡]|[-=]>)\s*[^\s→⇒➡]|\S [>＞] \S")
"""Arrows between what is to be clicked one after the other."""
_BOX = lazy_pattern(r"<(?:pre|table|figure|iframe|img|picture|video|audio|embed|object|svg|math|blockquote|[ou]l|dl)\b")
"""HTML that a sentence is wrapped around within one element, where no block of its own tells it."""
_VERSE, _LINES_OF_VERSE = 40, 3
_LOOKED_AT = 8
_SHORTEST = 5
_SHORT = 12
_LONG = 20
_VERY_LONG = 30
_MOSTLY = 0.5
_NEARLY_ALWAYS = 0.8


@lru_cache(maxsize=1)
def cuts(document: Document) -> tuple[Cut, ...]:
    """All cuts in a document, in order."""
    search = _Search(document)
    found = [cut for index in range(len(search.steps)) if (cut := search.cut_at(index))]
    return tuple(without_doubtful(found, document, search.steps, search.habits))


class _Search:
    """One pass over a document. Data that only doubtful places need is computed at the first one."""

    def __init__(self, document: Document) -> None:
        self.steps = flow(document)
        self._document = document
        self._sequels = Sequels(document, self.steps)
        self.habits = Habits(document, self.steps)

    def cut_at(self, index: int) -> Cut | None:
        """The cut at the end of a step, None if the step ends properly."""
        step = self.steps[index]
        if not step.is_prose:
            return None
        text = step.text
        is_speech = text[0] in "「『" and text[-1] in "」』"
        if text[-1] in "。？！…" or is_speech or self._is_label(step, text):
            return None
        start = max(text.rfind(end, 0, len(text)) for end in _SENTENCE_ENDS) + 1
        sentence = text[start:].lstrip()
        start = len(text) - len(sentence)
        grade = ending(sentence)
        if grade is Ending.CLOSED or not letters(sentence) or self._is_emphasised(step, start):
            return None
        if grade in (Ending.BARE, Ending.FINAL) and _PATH.search(sentence):
            return None
        fragment = Fragment(index, step, start, grade)
        if _BOX.search(self._document.text, step.span.end, self._start_of_next(index)):
            return None
        before = self.steps[index - 1] if index else None
        after = self.steps[index + 1] if index + 1 < len(self.steps) else None
        candidate = Candidate(step, start, sentence, grade, before, after)
        if _JAPANESE.search(sentence) is None and self._is_line_below_sentence(candidate):
            return None  # a path, a key, a name in another script
        stands_elsewhere = self._stands_elsewhere(candidate)
        is_proven = stands_elsewhere or self._is_proven_by_sequel(candidate, fragment)
        if not is_proven and not self._breaks_off(candidate):
            return None
        sequel, place, goes_on = self._sequels.after(fragment)
        cut = Cut(step, start, grade, sequel, place, not goes_on)
        is_said_again = stands_elsewhere or cut.sequel in _WRITTEN_TWICE
        if not is_said_again and is_element(step, self._document.text):
            return None  # many write an element of HTML for each line of a sentence
        if is_proven or is_said_again:
            return cut._replace(stands_alone=False)
        return None if self._may_be_meant(index, candidate, cut) else cut

    def _start_of_next(self, index: int) -> int:
        return self.steps[index + 1].span.start if index + 1 < len(self.steps) else len(self._document.text)

    def _number_of(self, step: Step) -> int:
        """The place of a step among all, without a look at those before it: a long list may have many cuts."""
        return self.steps.index(step, bisect_left(self.steps, step.span.start, key=lambda other: other.span.start))

    def _is_marked_as_heading(self, step: Step) -> bool:
        return self._document.text.startswith("#", step.block.span.start) if step.block else False

    def _is_proven_by_sequel(self, cut: Candidate, fragment: Fragment) -> bool:
        """A sentence can be wrapped around the items of a list, so that what follows goes on with them."""
        is_whole_item = cut.step.kind == "item" and cut.start == 0 and cut.ending is Ending.FINAL
        if is_whole_item and self._sequels.overlap(fragment) < _SHORT:
            return False  # what follows may take up the verb of an item
        if not cut.is_label:
            return self._sequels.proves_cut(fragment)
        return not self._may_be_whole(cut) and self._sequels.overlaps(fragment)

    def _may_be_whole(self, cut: Candidate) -> bool:
        """Whether it is an item without a full stop beside others: such items often begin with the same words."""
        is_beside_items = cut.after is not None and cut.after.kind == "item"
        return cut.is_label and is_beside_items and cut.ending in (Ending.BARE, Ending.FINAL)

    def _may_be_meant(self, index: int, cut: Candidate, found: Cut) -> bool:
        """Whether the author may have ended the paragraph there on purpose."""
        return (
            self.habits.leaves_out_stops(cut.step)
            or _may_be_headline(cut)
            or is_received(cut.sentence, cut.step.span.of(self._document.text), cut.step, cut.before, cut.after)
            or self._is_verse(index)
            or (cut.ending is Ending.BARE and self._is_marked_as_heading(cut.step))
            or wrapped_at(self.steps, index) is not None
            or self._is_title(cut.step.text)
            or (self._lacks_only_a_stop(found) and not self._breaks_style(cut))
            or (cut.step.kind == "item" and cut.ending is not Ending.OPEN and found.sequel is not Sequel.END)
        )

    def _lacks_only_a_stop(self, found: Cut) -> bool:
        """Any verb goes well with the noun that the next paragraph begins with: that alone is no sign of a cut."""
        return found.lacks_only_a_stop or (found.ending is Ending.FINAL and found.sequel is Sequel.GOES_ON)

    def _is_verse(self, index: int) -> bool:
        """Whether it is one of several short paragraphs on end that have no full stop."""
        first = last = index
        while first > 0 and _may_be_verse(self.steps[first - 1]):
            first -= 1
        while last + 1 < len(self.steps) and _may_be_verse(self.steps[last + 1]):
            last += 1
        return _may_be_verse(self.steps[index]) and last - first + 1 >= _LINES_OF_VERSE

    def _is_title(self, text: str) -> bool:
        """Whether the line says the title or the excerpt again."""
        matter = self._document.front_matter
        said = [letters(matter.text_of(key)) for key in _TITLES] if matter else []
        return any(letters(text) in each for each in said)

    def _breaks_style(self, cut: Candidate) -> bool:
        """Whether a plain verb ends it in a text that is polite throughout: what it belongs to is lost."""
        is_plain = not POLITE.search(cut.sentence) and cut.sentence[-1] not in "かねよ"
        return is_plain and self.habits.is_polite and not self._is_line_below_sentence(cut)

    def _is_label(self, step: Step, text: str) -> bool:
        """Whether the step ends in a link, is a caption or a note, or isn't Japanese prose."""
        behind = self._document.text[step.span.end : step.span.end + _LOOKED_AT].lstrip(" \t")
        is_link = (behind[:1] == "]" and text[-1] != "]") or behind.startswith("</a>")
        return is_link or _LABEL.match(text.removeprefix("**")) is not None or _KANA.search(text) is None

    def _is_emphasised(self, step: Step, start: int) -> bool:
        """Whether just this sentence is in bold, a heading at the end of another line, or its line is in italics.

        That is how captions are written below pictures.
        """
        source, span = self._document.text, step.source_span(start, len(step.text))
        behind = source[span.end : span.end + 2]
        line = self._document.lines.span(self._document.lines.line_of(span.end - 1)).of(source).strip()
        if behind[:1] in ("*", "_") and line[:1] == line[-1:] == behind[:1]:
            return True
        return start > 0 and behind in _EMPHASIS and source[span.start - 2 : span.start] == behind

    def _breaks_off(self, cut: Candidate) -> bool:
        if cut.after is not None and (cut.after.kind == "aside" or _leads_into_list(cut.step, cut.after)):
            return False
        if cut.after is not None and cut.after.kind == "bold" and self._goes_on_behind(cut.after):
            return False
        if cut.step.kind == "item":
            return self._item_breaks_off(cut)
        return self._paragraph_breaks_off(cut)

    def _goes_on_behind(self, step: Step) -> bool:
        """Whether the sentence is wrapped around a line in bold."""
        number = self._number_of(step) + 1
        return number < len(self.steps) and self.steps[number].is_prose and opens_mid_sentence(self.steps[number].text)

    def _paragraph_breaks_off(self, cut: Candidate) -> bool:
        if cut.is_before_end_marker:
            return True
        length = len(cut.sentence)
        if cut.ending is Ending.OPEN:
            return length >= _SHORTEST or cut.follows_full_stop
        if cut.ending is Ending.BARE and length < _LONG and self._is_line_below_sentence(cut):
            return False
        if cut.follows_full_stop:
            return cut.ending is Ending.LOOSE or self.habits.share_ended("paragraph") > (
                _NEARLY_ALWAYS if cut.sentence[-1] == "」" else _MOSTLY
            )
        if cut.ending is Ending.LOOSE:
            return length >= _SHORT and self.habits.share_ended("paragraph") > _MOSTLY
        return self._reads_as_sentence(cut.sentence) and self.habits.share_ended("paragraph") > _NEARLY_ALWAYS

    def _is_line_below_sentence(self, cut: Candidate) -> bool:
        """Whether it is a note or a label on a line of its own below a sentence."""
        if cut.start == 0:
            return False
        start = cut.step.source_span(cut.start, len(cut.step.text)).start
        return self._document.text[:start].rstrip(" \t\u3000")[-1:] in ("", "\r", "\n")

    def _reads_as_sentence(self, text: str) -> bool:
        """Whether it has the form of a sentence rather than of a headline or label."""
        if text[-1] in "か」":
            return len(text) >= _VERY_LONG and bool(_CLAUSE.search(text))
        return (len(text) >= _LONG and bool(_CLAUSE.search(text))) or (
            len(text) >= _SHORT and bool(_CONNECTED.match(text))
        )

    def _item_breaks_off(self, cut: Candidate) -> bool:
        length = len(cut.sentence)
        is_last = cut.after is None or cut.after.kind != "item"
        if cut.ending is Ending.OPEN:
            lacks_rest = is_last and length >= _SHORT and _WITHOUT_REST.search(cut.sentence) is not None
            return cut.follows_full_stop or lacks_rest
        if cut.ending is Ending.LOOSE or not cut.follows_full_stop:
            return cut.follows_full_stop and length >= _SHORT
        return length >= _SHORT and cut.sentence[-1] != "」" and self.habits.share_ended("item") > _NEARLY_ALWAYS

    def _stands_elsewhere(self, cut: Candidate) -> bool:
        """Whether another sentence of the document begins with all of this one and continues without a space."""
        is_item = cut.step.kind == "item"
        if is_item and not cut.follows_full_stop and cut.after is not None and cut.after.kind == "item":
            return False
        shortest = _SHORT if cut.follows_full_stop else _VERY_LONG if is_item else _LONG
        if len(cut.sentence) < shortest:
            return False
        first = bisect_left(self._sentences, cut.sentence)
        longer = (other for other in self._sentences[first : first + 3] if other.startswith(cut.sentence))
        rests = (other[len(cut.sentence) :] for other in longer)
        is_step = cut.is_label and cut.ending is Ending.BARE  # 箱を移動, which 箱を移動します says in full
        return any(
            len(rest) > 2 and not rest[0].isspace() and not (is_step and begins_with_suru(rest)) for rest in rests
        )

    @cached_property
    def _sentences(self) -> list[str]:
        return sorted({sentence.text for sentence in self._document.sentences})


def _may_be_headline(cut: Candidate) -> bool:
    """Whether it has no Japanese, ends in a quotation, or is a line of its own that leaves its verb out: 港から山へ."""
    if not _JAPANESE.search(cut.sentence):
        return True
    is_line = cut.start == 0 and len(cut.sentence) < _VERY_LONG and not _TOPIC.search(cut.sentence)
    return (cut.ending is Ending.LOOSE and is_line) or (cut.ending is Ending.BARE and cut.sentence[-1] == "」")


def _may_be_verse(step: Step) -> bool:
    return step.kind == "paragraph" and len(step.text) < _VERSE and not _SENTENCE_END.search(step.text)


def _leads_into_list(step: Step, after: Step) -> bool:
    if after.kind != "item" or step.block is None or after.block is None:
        return False
    return step.kind == "paragraph" or after.block.depth > step.block.depth
