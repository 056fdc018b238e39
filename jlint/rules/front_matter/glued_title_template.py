"""A stock phrase glued to a title that had already ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated

from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace
from jlint.rules.helpers.front_matter.text_field import TextField, text_fields

if TYPE_CHECKING:
    from jlint.document.token import Token

_MARKS = "？?！!。"
_SHORTEST_TITLE = 8
_SHORTEST_TAIL = 8
_PREDICATES = frozenset(["動詞", "助動詞", "形容詞"])


class GluedTitleTemplate(Rule):
    """題名の終わった文の後に、決まり文句が継ぎ足されている。

    「…は本当か？の最新動向と影響」のように、文が終わった後に「の」「が」「による」で句が続くと、題名が文として成り立たない。
    ひな型で題名を飾った跡なので、継ぎ足した部分を消すか、一つの文に書き直す。文法の切れ目で見つけるので、ひな型の一覧は
    要らない。文として続いてしまうひな型は templates に書く。「なぜ？の答え」「何？がわかる本」のように、問いそのものを
    指す短い言い方は指摘しない。
    """

    id = "glued-title-template"
    category = "front-matter"
    severity = Severity.WARNING
    english = """A stock phrase is glued to a title that had ended.

    A particle that ties it to more words can't follow a finished sentence: the title is no sentence any more. It is
    the mark of titles that were decorated from a template. Remove the phrase or write one sentence. The break in
    grammar is looked for, so no list of templates is needed; those that happen to fit go into `templates`. Short
    phrases that speak of the question itself are left alone.
    """
    examples = (
        Bad(
            '---\ntitle: "町の図書館は、なぜ夜も開いているのか？⟦の最新動向と地域への影響⟧"\n---\n\n本文です。\n',
            fixed='---\ntitle: "町の図書館は、なぜ夜も開いているのか？"\n---\n\n本文です。\n',
        ),
        Bad("---\ntitle: 夜の図書館の魅力とは？（本棚・司書）⟦がもたらす暮らしの転換⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 夜の図書館が教える本の未来とは⟦の全貌と実践的な楽しみ方⟧\n---\n\n本文です。\n"),
        Bad("---\ntitle: 夜の図書館は必要か？司書が読み解く⟦の最新動向と暮らしへの影響⟧\n---\n\n本文です。\n"),
        Bad(
            "---\ntitle: 夜の図書館を訪ねて⟦の注目点と楽しみ方⟧\n---\n\n本文です。\n",
            options={"templates": ["の注目点と楽しみ方"]},
        ),
        Good("---\ntitle: 町の図書館は、なぜ夜も開いているのか？ 司書の一日を追う\n---\n\n本文です。\n"),
        Good("---\ntitle: 夜の図書館は何のためにあるのか？の答えを探して歩いた\n---\n\n本文です。\n"),
        Good("---\ntitle: 図書館の司書って何をする人？がよく分かる一日\n---\n\n本文です。\n"),
        Good("---\ntitle: 子どもの「どうして夜も開いてるの？」の問いに答える図書館\n---\n\n本文です。\n"),
        Good("---\ntitle: 夜の図書館とは？｜司書に聞く楽しみ方と歩き方\n---\n\n本文です。\n"),
        Good("---\ntitle: あとはのんびり過ごすだけの夜の図書館めぐり\n---\n\n本文です。\n"),
    )

    class Options(RuleOptions):
        templates: Annotated[
            tuple[Annotated[str, doc("決まり文句。", "A phrase.", min_length=1)], ...],
            doc(
                "題名に継ぎ足されていれば、文法の切れ目がなくても指摘する決まり文句。",
                "Phrases to find fault with also where the grammar allows them.",
            ),
        ] = ()

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for title in text_fields(document, ("title",)):
            start = self._start_of_tail(title.text)
            if start:
                tail = title.text[start:].rstrip()
                yield self.finding(
                    title.place(start, start + len(tail)),
                    ja=f"文が終わった題名に「{tail}」が継ぎ足されています。消すか、一つの文に書き直してください",
                    en=f'"{tail}" is glued to a title that had ended. Remove it or write one sentence',
                    fix=_fix(title, start, tail),
                )

    def _start_of_tail(self, title: str) -> int:
        """Where the glued words begin, 0 where there are none."""
        places = [title.find(template) for template in self.options.templates]
        known = min((place for place in places if place > 0), default=0)
        return known or _after_mark(title) or _after_topic(title) or _after_predicate(title)


def _fix(title: TextField, start: int, tail: str) -> Fix | None:
    if title.first is None:
        return None
    return replace(
        title.place(start, start + len(tail)), "", ja="継ぎ足した部分を消す", en="Remove the phrase", safe=False
    )


@cache
def _mark_and_particle() -> re.Pattern[str]:
    """A mark that ends a sentence, perhaps a note in brackets, and a particle that has nothing to attach to."""
    return re.compile(
        r"([？?！!。])(?:[（(][^（）()]*[）)])?(?=(?:の|が|による|により|によって|における|に向けた)(?!は))"
    )


@cache
def _about_question() -> re.Pattern[str]:
    """What may follow a question that it is about: its answer, its reason, what one learns of it, a note about it."""
    return re.compile(
        r"""の(?:答|問|疑問|質問|謎|理由|声|悩み|話|違い|正解|正体|真相|ヒント|意味|一言|気持ち|件|次|先|前|後|続き|嵐|山|連続
              |まとめ|メモ|備忘|記録|解説|考察|検証|調査|回答|整理|図解|入門|基本|基礎|時代|世界|瞬間|状態|日々|境界|壁|段階)
          | が.*(?:[わ分解判]か|知[りるれ]|見え|気にな|多[いくか]|増え|浮か|飛び交|聞こえ|止ま|消え|解決|よぎ|尽き
              |続[いきく]|湧)
        """,
        re.VERBOSE,
    )


def _after_mark(title: str) -> int:
    if not any(mark in title for mark in _MARKS):
        return 0
    for match in _mark_and_particle().finditer(title):
        tail = title[match.end() :]
        sentence = title[: match.start()]
        if (
            len(sentence) >= _SHORTEST_TITLE
            and len(tail) >= _SHORTEST_TAIL
            and not _is_in_brackets(sentence)
            and not _about_question().match(tail)
            and (match[1] in "？?" or _ends_in_predicate(sentence))
        ):
            return match.end()
    return 0


def _is_in_brackets(before: str) -> bool:
    return any(before.count(opening) > before.count(closing) for opening, closing in ("「」", "『』", "（）", "【】"))


def _ends_in_predicate(sentence: str) -> bool:
    """Whether it is a sentence, not a name with such a mark, which hardly ends in a verb so far into a title."""
    tokens = _tokens(sentence)
    return len(sentence) >= 2 * _SHORTEST_TITLE and bool(tokens) and tokens[-1].pos1 in _PREDICATES


def _after_topic(title: str) -> int:
    """Where the words after 「…とは」 begin in 「…とはの…」: there is no noun that の or が could attach to."""
    place = max(title.find("とはの"), title.find("とはが"), title.find("とはによ"))
    if place < _SHORTEST_TITLE or len(title) - place < _SHORTEST_TAIL + 2 or _is_in_brackets(title[:place]):
        return 0
    particles = [token for token in _tokens(title) if place <= token.start <= place + 2]
    is_run = len(particles) == 3 and all(token.pos1 == "助詞" for token in particles)
    return place + 2 if is_run else 0


def _after_predicate(title: str) -> int:
    """Where の begins that follows the verb of a second sentence and precedes a compound noun.

    Only する人の or するのは would be possible there.
    """
    border = max(title.rfind(mark) for mark in _MARKS) + 1
    if border < _SHORTEST_TITLE or "の" not in title[border:]:
        return 0
    tokens = _tokens(title)
    for index in range(1, len(tokens) - 3):
        verb, particle, *nouns = tokens[index - 1 : index + 3]
        if (
            verb.start >= border
            and particle.surface == "の"
            and verb.pos1 == "動詞"
            and verb.cform.startswith(("終止形", "連体形"))
            and all(noun.pos1 in ("名詞", "接頭辞", "接尾辞") for noun in nouns)
            and tokens[-1].pos1 in ("名詞", "接尾辞", "補助記号")
            and len(title) - particle.start >= _SHORTEST_TAIL
        ):
            return particle.start
    return 0


def _tokens(text: str) -> tuple[Token, ...]:
    from jlint.document.token import tokenize

    return tokenize(text)
