"""Phrases that technical writers avoid: passive doers, changes without figures, lists led in by a bare word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Annotated, Literal

from jlint.document import BlockKind, Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, doc
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.pack import Entry, PackRule, read_pack

_LEADS = frozenset(
    {
        "例えば",
        "たとえば",
        "具体的には",
        "つまり",
        "さらに",
        "また",
        "なお",
        "一方",
        "そのため",
        "以下",
        "次",
        "下記",
        "以下の通り",
        "以下のとおり",
    }
)


class VagueGuidance(PackRule):
    """技術文書で読み手を迷わせる言い方がある（数字のない「大幅に向上」、「システムによって実行される」など）。

    何がどれだけ変わるか、誰が何をするかを書く。「例えば。」だけで箇条書きに続けず、文で導く。
    """

    id = "vague-guidance"
    category = "style"
    severity = None
    english = """A phrase that leaves readers of technical texts in doubt: changes without a figure, passive doers.

    Say how much changes, and who does what. Lead a list in with a sentence rather than with 「例えば。」 alone.
    """
    pack = "vague-guidance"
    message = Text(
        "「{found}」では読み手に伝わりません。何がどうなるかを具体的に書いてください",
        "{found} leaves readers in doubt. Say what happens, and how much",
    )
    examples = (
        Bad("橋の強さが⟦大きく向上し⟧ます。\n"),
        Bad("点検が管理者⟦によって行われ⟧ます。\n"),
        Bad("橋には長所があります。⟦例えば。⟧\n\n- 軽い\n- 長持ちする\n"),
        Bad("⟦必要に応じて⟧水を足します。\n", options={"kinds": ["judgement"]}),
        Bad("橋の種類を挙げます。⟦以下。⟧\n\n- 吊り橋\n- 桁橋\n"),
        Good("必要に応じて水を足します。\n"),
        Good("橋の強さが2割増します。管理者が点検します。\n"),
        Good("橋には長所があります。たとえば、次のとおりです。\n\n- 軽い\n"),
        Good("橋の強さが大きく向上します。\n", options={"kinds": ["voice"]}),
    )

    class Options(AllowOptions):
        kinds: Annotated[
            tuple[Literal["redundancy", "voice", "clarity", "consistency", "structure", "passive", "judgement"], ...],
            doc(
                "見る種類: redundancy くどさ、voice 受け身、clarity あいまいさ、consistency 呼び名の揺れ、"
                "structure 箇条書きの導き方、passive する人を書かない受け身、"
                "judgement 読み手任せ（適切な、必要に応じて）。",
                "The kinds that are looked at: redundancy, voice, clarity, consistency, structure, passive (without a "
                "doer), judgement (what is left to the reader).",
            ),
        ] = ("redundancy", "voice", "clarity", "consistency", "structure")

    options: Options

    def entries(self) -> Sequence[Entry]:
        return [entry for entry in read_pack(self.pack) if entry.group in self.options.kinds]

    def check(self, document: Document) -> Iterator[Finding]:
        yield from super().check(document)
        if "structure" in self.options.kinds:
            yield from self._bare_leads(document)

    def _bare_leads(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block, following in pairwise(document.blocks):
            if block.kind is not BlockKind.PARAGRAPH or following.kind is not BlockKind.ITEM or not block.sentences:
                continue
            sentence = block.sentences[-1]
            bare = sentence.text.rstrip("。．.、")
            if bare in _LEADS and bare != sentence.text and not allow.covers(block.text, sentence.start, sentence.end):
                yield self.finding(
                    sentence.span,
                    ja=f"「{bare}」だけで箇条書きに続いています。「{bare}、次のとおりです。」のように文にしてください",
                    en=f"Nothing but {bare} leads the list in. Write a sentence",
                )
