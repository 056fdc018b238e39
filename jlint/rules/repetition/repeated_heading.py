"""Headings that occur twice in the same chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated, NamedTuple

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Block, BlockKind
from jlint.finding import Finding, Related, Text
from jlint.letters import letters
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.chapters import Chapters
from jlint.rules.helpers.html_piece import outside_html
from jlint.rules.helpers.pauses import is_pause
from jlint.rules.helpers.repetition.allow import AllowOptions, allowed
from jlint.rules.helpers.repetition.compared_sentences import spelled_out
from jlint.rules.helpers.repetition.repeats import Repeats, repeats

_BOLD_LEVEL = 7
"""A line that is bold from end to end ranks below all headings."""

_OF_A_FORM, _FEW = 3, 0.1
"""So many headings make a form, if at most this share of the sentences is said twice."""
_TURNS = 3
"""Where a heading with a colon stands so many times, such headings name speakers."""
_PUNCTUATION = lazy_pattern(r"[\s、。，．・：；！？「」『』【】（）〔〕〈〉《》…―〜'\"“”‘’!?]+")


class _Place(NamedTuple):
    """A heading by its text and the headings it stands under, each by its number."""

    chapters: tuple[int, ...]
    key: str


class RepeatedHeading(Rule):
    """同じ見出しが、同じ章の中に二度ある。

    読み手は目次で二つを見分けられず、リンクの行き先も決まらない。節が二重に入っていないか確かめ、一方を消すか、
    中身の違いが分かる見出しにする。章ごとに同じ小見出しを立てるのはかまわない。コードの部分や記号が違えば別の見出しと見る。
    題名のある囲み（??? note "題名"、:::details 題名、タブなど）は題名の開く章、スライド（marp: true など）は一枚が章
    とみる。中身のない見出し（目次）、休憩の見出し、HTMLの中の見出しは見ない。
    """

    id = "repeated-heading"
    category = "repetition"
    severity = Severity.WARNING
    english = """The same heading stands twice in the same chapter.

    A reader can't tell the two apart in a table of contents, and a link can't say which it means. See whether the
    section is there twice, then remove one or let the headings tell the difference. Chapters may share the headings of
    their sections; a box with a title (`??? note "Title"`, `:::details Title`, a tab) is a chapter too, and so is each
    slide of a deck (`marp: true`). Headings whose inline code or signs differ are different ones; those inside HTML
    and those with nothing under them or of a break (休憩) aren't looked at.
    """
    examples = (
        Bad("## ⟨冬の支度⟩\n\n薪を積みます。\n\n## 春の支度\n\n種を選びます。\n\n## ⟦冬の支度⟧\n\n雪囲いをします。\n"),
        Bad("**⟨雪が降る前に済ませておくこと⟩**\n\n薪を積む。\n\n**⟦雪が降る前に済ませておくこと⟧**\n\n窓をふさぐ。\n"),
        Good("## 冬の支度\n\n### 道具\n\n薪割り斧です。\n\n## 春の支度\n\n### 道具\n\n鍬です。\n"),
        Good("## 削除: `garden.dig()`\n\n使いません。\n\n## 削除: `garden.hoe()`\n\n使いません。\n"),
        Good("## C言語で\n\n遅い朝です。\n\n## C++言語で\n\n早い朝です。\n"),
        Good("- 冬の支度\n- 春の支度\n\n## 冬の支度\n\n薪を積みます。\n\n## 春の支度\n\n種を選びます。\n"),
        Good("**長所**\n\n軽い。\n\n**短所**\n\n高い。\n\n**長所**\n\n丈夫。\n\n**短所**\n\n重い。\n"),
        Good("**雪の深い年に備えるなら：**\n\n薪を積む。\n\n**雪の深い年に備えるなら：**\n\n窓をふさぐ。\n"),
        Good(
            '??? note "春"\n\n    ## 道具\n\n    鍬です。\n\n??? note "冬"\n\n    ## 道具\n\n    斧です。\n',
            dialect="mkdocs",
        ),
        Bad('??? note "春"\n\n    ## ⟨道具⟩\n\n    鍬です。\n\n    ## ⟦道具⟧\n\n    斧です。\n', dialect="mkdocs"),
        Good("::: details 春\n## 道具\n鍬です。\n:::\n\n::: details 冬\n## 道具\n斧です。\n:::\n", dialect="vitepress"),
        Good(
            "<details>\n<summary>春</summary>\n\n## 道具\n\n鍬です。\n\n</details>\n\n"
            "<details>\n<summary>冬</summary>\n\n## 道具\n\n斧です。\n\n</details>\n"
        ),
        Good("---\nmarp: true\n---\n\n# 支度\n\n薪を積む。\n\n---\n\n# 支度\n\n窓をふさぐ。\n"),
        Good(
            "## 記者：\n\nなぜ。\n\n## 町長：\n\n雪だ。\n\n## 記者：\n\nそれで。\n\n"
            "## 町長：\n\n掘る。\n\n## 記者：\n\nおや。\n"
        ),
        Good("## 春の話\n\n種をまく。\n\n## 休憩\n\n十五分。\n\n## 夏の話\n\n水をやる。\n\n## 休憩\n\n十分。\n"),
        Good("## 春の話\n\n種をまく。\n\n## 休憩\n\n## 夏の話\n\n水をやる。\n\n## 休憩\n\n## 秋の話\n\n刈る。\n"),
        Good(
            "# 読んだ本\n\n詩集。\n\n# 見た映画\n\n喜劇。\n\n# そのほか\n\n散歩。\n\n# 六月\n\nひと月を振り返る。\n\n"
            "# 読んだ本\n\n三冊。\n\n# 見た映画\n\n二本。\n\n# そのほか\n\n旅行。\n"
        ),
        Good("## 変更\n\n直した。\n\n## 追加\n\n足した。\n\n## 変更\n\n直した。\n", options={"allow": ["変更"]}),
    )

    class Options(AllowOptions):
        bold_characters: Annotated[
            int,
            doc(
                "見出し代わりの太字の行は、これより短ければ何度あってもよい。",
                "Bold lines that serve as headings may come again when they are shorter than this",
                ge=1,
            ),
        ] = 10

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        is_allowed = allowed(self.options.allow)
        known = repeats(document)
        compared = frozenset(known.blocks)
        first: dict[_Place, Block] = {}
        found: list[tuple[Block, Block]] = []
        headings = [
            (block, level) for block in outside_html(document.blocks) if (level := self._level(block, document))
        ]
        keys = [_key(block, document.text) for block, _ in headings]
        if len(set(keys)) == len(keys):
            return
        has_speakers = _name_speakers([block for block, _ in headings])
        chapters = Chapters(document)
        empty = _empty([block for block in document.blocks if not block.quoted])
        for (block, level), key in zip(headings, keys, strict=True):
            place = _Place(chapters.around(block, level), key)
            if level < _BOLD_LEVEL:
                chapters.begin(block, level)
            if has_speakers and _ends_in_colon(block):
                continue
            if block not in compared or not letters(block.text) or is_pause(block.text):
                continue
            source = first.setdefault(place, block)
            if source is block or is_allowed(block.text) or block in empty or source in empty:
                continue
            if not known.is_in_run(block.source_span(0, 1).start):
                found.append((block, source))
        if not _fill_a_form(found) or _is_written_again(known):
            yield from (self._reported(document, block, source) for block, source in found)

    def _level(self, block: Block, document: Document) -> int:
        """The level that the block has as a heading, 0 for none."""
        if block.quoted:
            return 0
        return block.level or (_BOLD_LEVEL if self._serves_as_heading(block) else 0)

    def _serves_as_heading(self, block: Block) -> bool:
        is_line = block.bold and block.kind is BlockKind.PARAGRAPH
        # a colon leads into what follows, as a label does
        is_heading = not block.text.rstrip().endswith("。") and not _ends_in_colon(block)
        return is_line and is_heading and len(block.text) >= self.options.bold_characters

    def _reported(self, document: Document, block: Block, source: Block) -> Finding:
        place = source.source_span(0, len(source.text))
        line = document.lines.line_of(place.start)
        return self.finding(
            block.source_span(0, len(block.text)),
            ja=f"同じ見出しが{line}行目にもあります。節が二重になっていれば消し、別の節なら見出しを変えてください",
            en=f"Line {line} has the same heading. Remove the section if it is there twice, else reword the heading",
            related=[Related(place, Text("同じ見出しはここです", "The same heading"))],
        )


def _is_written_again(known: Repeats) -> bool:
    """Whether many sentences stand again, outside lists too: what a week's list has, its month's has again."""
    prose = [number for number, each in enumerate(known.sentences) if each.sentence.block.kind is not BlockKind.ITEM]
    return all(
        sum(number in known.pairs for number in told) > _FEW * len(told)
        for told in (range(len(known.sentences)), prose)
    )


def _fill_a_form(found: list[tuple[Block, Block]]) -> bool:
    """Whether several headings come again in their order, with other text under them: of a week, then of the month."""
    sources = [source.span.start for _, source in found]
    return len(found) >= _OF_A_FORM and sources == sorted(set(sources)) and sources[-1] < found[0][0].span.start


def _empty(blocks: list[Block]) -> frozenset[Block]:
    """The headings with nothing under them: those of an outline, or of a break."""
    pairs = zip_longest(blocks, blocks[1:])
    return frozenset(
        block for block, following in pairs if block.level and (following is None or 0 < following.level <= block.level)
    )


def _name_speakers(headings: list[Block]) -> bool:
    """Whether headings say who speaks next, as in an interview: one with a colon stands again and again."""
    times = Counter(block.text for block in headings if _ends_in_colon(block))
    return bool(times) and max(times.values()) >= _TURNS


def _ends_in_colon(block: Block) -> bool:
    return block.text.rstrip().endswith(("：", ":"))


def _key(block: Block, source: str) -> str:
    """The heading without spaces and the punctuation of prose. C and C++, 1.0 and 10 are different."""
    return spelled_out(block, source, lambda words: _PUNCTUATION.sub("", words))
