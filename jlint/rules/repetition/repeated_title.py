"""The title of the front matter, repeated in the body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import Block, BlockKind
from jlint.finding import Finding, Related, Text
from jlint.letters import letters
from jlint.rules.contract.base import Bad, Good, Rule, Severity, doc
from jlint.rules.helpers.front_matter.glued_template import start_of_template
from jlint.rules.helpers.link_block import is_link
from jlint.rules.helpers.repetition.allow import AllowOptions, allowed
from jlint.rules.helpers.repetition.repeats import repeats

_TITLES = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_LONGEST_HEADLINE = 100
_SHOW_TITLE = frozenset({"kramdown", "zenn", "qiita", "hugo", "hexo"})
"""The dialects of engines that show the title of the front matter. With others the heading of the page shows it."""
_SENTENCE = lazy_pattern(r"[ぁ-ん]。\s*$")
_YEAR = lazy_pattern(r"\s*(?:19|20)\d\d年(?:版|度)?[、の]?\s*")
_SITE_NAME = lazy_pattern(r"\s*[|｜]|\s+[-–—:：]\s+")
_DATELINE = lazy_pattern(r"[\s\[［(（【<〈]*(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}")
"""Behind a date the title is the line by which a diary's author begins each entry."""
_CUT = ("…", "...", "\ufffd")
_ENDS = "。！？!?…"
_LAST_LATIN = 0x24F
_TITLE = Text("題名と同じ", "is the title")
_PART = Text("題名の一部と同じ", "is a part of the title")
_MORE = Text("題名を含む", "holds the title")
_EXCERPT = Text("要約と同じ", "is the excerpt")
_FRONT = "---\ntitle: 雪国の器は、なぜ割れにくいのか\nexcerpt: 窯元を訪ねました。\n---\n\n"


class RepeatedTitle(Rule):
    """題名が本文の中にもう一度書かれている。

    題名はページの上に表示されるので、本文の最初の題名は二重に見える。消す。記事の途中に出てくる題名は、
    原稿が最初に戻ったしるしであることが多い。そこから先が前のくり返しでないか確かめる。題名とは、題名そのものか、
    頭の年や、後ろに継ぎ足された決まり文句とサイト名を除いたものをいう。題名で始まる文と、日付で始まる行は指摘しない。
    本文の最初の大見出し（#）は、題名を表示しない方言（vitepress、docusaurus、mkdocs、honkitなど）では指摘しない。
    """

    id = "repeated-title"
    category = "repetition"
    severity = Severity.WARNING
    told_with = (
        "glued-title-template",
        "title-cut-off",
        "unopened-bracket-in-title",
        "excerpt-same-as-title",
        "excerpt-cut-off",
    )
    english = """The title stands again in the body.

    The page shows the title already, so a first paragraph that is the title reads double; remove it. A title further
    down is mostly the sign that the text starts over there: see whether what follows repeats what stands before.
    """
    examples = (
        Bad(_FRONT + "⟦雪国の器は、なぜ割れにくいのか⟧\n\n窯元を訪ねました。\n"),
        Bad(_FRONT + "# ⟦雪国の器はなぜ割れにくいのか⟧\n\n窯元を訪ねました。\n", dialect="hugo"),
        Bad(_FRONT + "窯元を訪ねました。\n\n⟦雪国の器は、なぜ割れにくいのか⟧ 土が違います。\n"),
        Bad("# ⟨雪国の器はなぜ割れにくいのか⟩\n\n窯元を訪ねた。\n\n⟦雪国の器はなぜ割れにくいのか⟧\n\n土が違う。\n"),
        Bad(
            "---\ntitle: 2024年雪国の器は、なぜ割れにくいのか？の最新動向と暮らしへの影響\n---\n\n"
            "⟦雪国の器は、なぜ割れにくいのか？⟧\n\n土が違います。\n"
        ),
        Bad("---\ntitle: 雪国の器の作り方 | 窯元だより\n---\n\n**⟦雪国の器の作り方⟧**\n\n土が違います。\n"),
        Good(_FRONT + "# 雪国の器は、なぜ割れにくいのか\n\n窯元を訪ねました。\n", dialect="vitepress"),
        Good("# Yukiguni Kiln\n\n窯元です。\n\nYukiguni Kiln は雪国にあります。\n"),
        Good("---\ntitle: 雪国の器について\n---\n\n## 古い雪国の器について\n\n土が違います。\n"),
        Good("---\ntitle: 雪国の器の作り方\n---\n\n## はじめに\n\n土です。\n\n## 雪国の器の作り方\n\nこねます。\n"),
        Good(_FRONT + "雪国の器は、なぜ割れにくいのかと何度も尋ねられました。\n"),
        Good("---\ntitle: 2026-05-01 雪国の器作り\n---\n\n[2026-05-01] **雪国の器作り**\n\n窯元を訪ねた。\n"),
        Good(_FRONT + "窯元を訪ねました。\n\n- [雪国の器は、なぜ割れにくいのか](/vessels/)\n"),
        Good("---\ntitle: 器\n---\n\n器は土から生まれます。\n\n器\n\n皿\n"),
    )

    class Options(AllowOptions):
        share: Annotated[
            int,
            doc(
                "本文の最初の段落が題名の一部と同じとき、それが題名の何パーセント以上なら指摘するか。",
                "How much of the title, in per cent, a first paragraph must be to count as the title",
                ge=10,
                le=100,
            ),
        ] = 40
        characters: Annotated[
            int, doc("これより短い題名は見ない（句読点は数えない）。", "Leave shorter titles alone, in letters", ge=2)
        ] = 8

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        is_allowed = allowed(self.options.allow)
        blocks = [block for block in repeats(document).blocks if block.kind in _TITLES and block.text]
        if not blocks or is_allowed(blocks[0].text):
            return
        opening = blocks[0]
        headlines = {document.title}
        source: Block | None = None
        likeness = self._likeness(document, opening)
        is_heading = opening.level == 1 and (not likeness or document.dialect.name not in _SHOW_TITLE)
        if is_heading:
            headlines.add(opening.text.strip())
            source = opening
        elif likeness and not _DATELINE.match(opening.text):
            headlines.add(opening.text.strip())
            yield self._first(opening, likeness)
        long_enough = tuple(text for text in headlines if len(letters(text)) >= self.options.characters)
        for block in blocks[1:]:
            if not long_enough or not block.text.startswith(long_enough) or is_link(block, document.text):
                continue
            # a section may be called what the text is called, unless that stands at the top already
            if block.level < 2 or likeness or source:
                length = max(_standing_alone(block.text, headline) for headline in long_enough)
                if length:
                    yield self._again(block, length, source)

    def _likeness(self, document: Document, opening: Block) -> Text | None:
        """What of the front matter the first block repeats: the title, what a template left of it, or the excerpt."""
        if len(opening.text) > _LONGEST_HEADLINE or document.front_matter is None:
            return None
        key, title = letters(opening.text), letters(document.title)
        if min(len(key), len(title)) < self.options.characters:
            return None
        if key == title:
            return _TITLE
        if _SENTENCE.search(opening.text):
            return None
        if len(key) * 100 >= len(title) * self.options.share and _is_without_decoration(key, document.title):
            return _PART
        if document.title.rstrip().endswith(_CUT) and key.startswith(title):
            return _MORE
        return _EXCERPT if key == letters(document.front_matter.text_of("excerpt")) else None

    def _first(self, opening: Block, likeness: Text) -> Finding:
        return self.finding(
            opening.source_span(0, len(opening.text)),
            ja=f"{likeness.ja}行が本文の最初にあります。二重に見えるので消してください",
            en=f"The body begins with a line that {likeness.en}, and reads double. Remove it",
            problem="title",
        )

    def _again(self, block: Block, length: int, source: Block | None) -> Finding:
        first = (
            [Related(source.source_span(0, len(source.text)), Text("題名はここです", "The title"))] if source else []
        )
        return self.finding(
            block.source_span(0, length),
            ja="題名が本文の途中にもう一度あります。ここから記事が最初に戻っていないか確かめ、題名を消してください",
            en="The title stands again inside the body. See whether the text starts over here, and remove the title",
            related=first,
        )


def _is_without_decoration(key: str, title: str) -> bool:
    """Whether it is the title without the year before it, or without what a template or the site's name adds behind."""
    year = _YEAR.match(title)
    if year and letters(title[year.end() :]).startswith(key):
        return True
    ends = [match.start() for match in _SITE_NAME.finditer(title)]
    return key in (letters(title[:end]) for end in (*ends, start_of_template(title)) if end)


def _standing_alone(text: str, headline: str) -> int:
    """How many characters at the start of a text are the headline standing by itself, 0 where it doesn't.

    A space ends it, unless it is the one that is put between Japanese and Latin letters in mid-sentence.
    """
    rest = text[len(headline) :]
    following = rest.lstrip()
    if not text.startswith(headline) or (following and len(following) == len(rest)):
        return 0
    is_in_sentence = following and headline[-1] not in _ENDS and not (_is_japanese(headline[-1], following[0]))
    return 0 if is_in_sentence else len(headline)


def _is_japanese(*chars: str) -> bool:
    return all(ord(char) > _LAST_LATIN for char in chars)
