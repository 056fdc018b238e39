"""れ足す言葉: 「飲める」 lengthened to 「飲めれる」."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.token import Token
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, replace
from jlint.rules.helpers.grammar.potential import is_potential

_HINT = lazy_pattern("[えけげせてでねべめれ]れ(?:る|な|ま|た|て|ば)")
_AFTER = frozenset({"ない", "ます", "た", "て", "ず"})


class SuperfluousRe(Rule):
    """可能を表す動詞に、要らない「れ」が付いている（れ足す言葉）。

    「飲める」「行ける」だけで、できるという意味になる。「れ」を消す。
    """

    id = "superfluous-re"
    category = "grammar"
    severity = None
    english = """A needless 「れ」 follows a verb that already says that something can be done.

    「飲める」 and 「行ける」 say it alone. Remove it.
    """
    examples = (
        Bad("駅まで歩いて行け⟦れ⟧ます。\n", fixed="駅まで歩いて行けます。\n"),
        Bad("この水は飲め⟦れ⟧ない。\n", fixed="この水は飲めない。\n"),
        Good("駅まで歩いて行けます。水も飲めない。\n"),
        Good("薬を飲まされる。先生に褒められる。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if not _HINT.search(sentence.text):
                continue
            for verb, token in pairwise(sentence.tokens):
                place = _needless(verb, token)
                if place is None:
                    continue
                span = sentence.source_span(place, place + 1)
                stem = sentence.text[verb.start : place]
                yield self.finding(
                    span,
                    ja=f"「{stem}」だけで可能の意味になります。「れ」を消してください",
                    en=f"{stem} says by itself that it can be done. Remove the れ",
                    fix=replace(span, "", ja="「れ」を消す", en="Remove れ", safe=False),
                )


def _needless(verb: Token, following: Token) -> int | None:
    """Where a needless れ is: as a word of its own, or read as the end of a conditional that no 「ば」 follows."""
    if verb.end != following.start or not is_potential(verb):
        return None
    if following.pos1 == "助動詞" and following.lemma == "れる":
        return following.start
    is_half_conditional = verb.cform.startswith("仮定形") and verb.surface.endswith("れ")
    return verb.end - 1 if is_half_conditional and following.lemma in _AFTER else None
