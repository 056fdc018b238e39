"""Where a stock phrase is glued to a title that had already ended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern

if TYPE_CHECKING:
    from jlint.document.token import Token

_MARKS = "？?！!。"
_SHORTEST_TITLE = 8
_SHORTEST_TAIL = 8
_PREDICATES = frozenset(["動詞", "助動詞", "形容詞"])


def start_of_template(title: str, templates: Iterable[str] = ()) -> int:
    """Where in a title the glued words begin, 0 where there are none. `templates` count wherever they stand."""
    places = [title.find(template) for template in templates]
    known = min((place for place in places if place > 0), default=0)
    return known or _after_mark(title) or _after_topic(title) or _after_predicate(title)


@cache
def _mark_and_particle() -> re.Pattern[str]:
    """A mark that ends a sentence, perhaps a note in brackets, and a particle that has nothing to attach to."""
    return lazy_pattern(
        r"([？?！!。])(?:[（(][^（）()]*[）)])?(?=(?:の|が|による|により|によって|における|に向けた)(?!は))"
    )


@cache
def _about_question() -> re.Pattern[str]:
    """What may follow a question that it is about: its answer, its reason, what one learns of it, a note about it."""
    return lazy_pattern(
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
