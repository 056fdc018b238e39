"""「そう」 after adjectives: 「なさそう」 without its さ, 「食べたそう」 with one too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jlint.document import Document
from jlint.document.token import Token
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, replace

_ENDS_OF_STEMS = tuple("いきぎしちにびみりえけげせてねべめれ")
"""How a verb ends before たい."""


class _Slip(Struct, frozen=True):
    start: int
    end: int
    better: str


class WrongSou(Rule):
    """「そう」の前の「さ」が抜けているか、余計に入っている。

    「無い」「良い」には「さ」が要り（無さそう、良さそう）、「～たい」とほかの形容詞には要らない（食べたそう、寒そう）。
    """

    id = "wrong-sou"
    category = "grammar"
    severity = None
    english = """The 「さ」 before 「そう」 is missing, or there is one too many.

    「無い」 and 「良い」 need it (「無さそう」, 「良さそう」); behind 「～たい」 and other adjectives it is wrong
    (「食べたそう」, 「寒そう」).
    """
    examples = (
        Bad("この案に異論は⟦無そう⟧だ。\n", fixed="この案に異論は無さそうだ。\n"),
        Bad("子どもが窓の外を見⟦たさそう⟧にしていた。\n", fixed="子どもが窓の外を見たそうにしていた。\n"),
        Bad("店を出て帰り⟦たさそう⟧に時計を見た。\n", fixed="店を出て帰りたそうに時計を見た。\n"),
        Bad("外は⟦寒さそう⟧だ。\n", fixed="外は寒そうだ。\n"),
        Good("異論は無さそうだ。天気も良さそうだ。つまらなさそうに座り、もったいなさそうに食べる。味は濃さそうだ。\n"),
        Good("外は寒そうだ。家に帰りたそうだ。寒さ、そう、あの寒さだ。\n"),
        Good("彼はすまなそうに言った。誰も食べなさそうな菓子だ。\n"),
        Good("今日は暖かさそうだ。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            if "そう" not in sentence.text:
                continue
            for slip in _slips(sentence.tokens):
                span = sentence.source_span(slip.start, slip.end)
                fix: Fix | None = None
                if span.of(document.text) == sentence.text[slip.start : slip.end]:
                    fix = replace(
                        span, slip.better, ja=f"「{slip.better}」にする", en=f"Write {slip.better}", safe=False
                    )
                yield self.finding(
                    span,
                    ja=f"「そう」の前の「さ」が正しくありません。「{slip.better}」と書いてください",
                    en=f"The さ before そう is wrong. Write {slip.better}",
                    fix=fix,
                )


def _slips(tokens: Sequence[Token]) -> Iterator[_Slip]:
    for index, token in enumerate(tokens):
        if token.surface != "そう" or index == 0:
            continue
        before = tokens[index - 1]
        needs_sa = before.pos1 == "形容詞" and before.lemma in ("無い", "良い") and before.cform == "語幹-一般"
        if needs_sa and before.surface != "よさ":
            yield _Slip(before.start, token.end, f"{before.surface}さそう")
        elif _is_tai_with_sa(tokens[: index + 1]):
            yield _Slip(tokens[index - 2].start, token.end, "たそう")
        elif _is_desire_misread(tokens[: index + 1]):
            yield _Slip(before.start, token.end, "たそう")
        elif index > 1 and _is_stem_with_sa(tokens[index - 2], before) and token.pos1 != "副詞":
            yield _Slip(tokens[index - 2].start, token.end, f"{tokens[index - 2].surface}そう")


def _is_tai_with_sa(tokens: Sequence[Token]) -> bool:
    """Whether the tokens end in a verb with 「たさそう」.

    UniDic reads its た as the past, which would end the sentence.
    """
    if len(tokens) < 4:
        return False
    verb, ta, sa, sou = tokens[-4:]
    return verb.cform.startswith("連用形") and ta.surface == "た" and sa.surface == "さ" and sou.pos1 == "副詞"


def _is_desire_misread(tokens: Sequence[Token]) -> bool:
    """Whether the tokens end in 「たさそう」 behind a verb that reads as a noun (帰り): then たさ is no 足す."""
    if len(tokens) < 3:
        return False
    verb, tasa, _ = tokens[-3:]
    return tasa.surface == "たさ" and (verb.cform.startswith("連用形") or verb.surface.endswith(_ENDS_OF_STEMS))


def _is_stem_with_sa(adjective: Token, sa: Token) -> bool:
    """Whether it is an adjective's stem with さ: 寒さ. Many write it behind 〜ない, 〜かい and one mora (濃さそう)."""
    return (
        sa.surface == "さ"
        and sa.pos1 == "接尾辞"
        and adjective.pos1 == "形容詞"
        and adjective.cform.startswith("語幹")
        and adjective.lemma not in ("無い", "良い")
        and not adjective.surface.endswith(("な", "無", "か"))
        and len(adjective.kana) > 1
    )
