"""A stock phrase glued to a title that had already ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Fix
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, doc, replace
from jlint.rules.helpers.front_matter.glued_template import start_of_template
from jlint.rules.helpers.front_matter.text_field import TextField, text_fields


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
    needs_in_front_matter = "title"
    holds_back = ("title-cut-off", "unclosed-bracket")
    told_with = (
        "title-cut-off",
        "unopened-bracket-in-title",
        "excerpt-same-as-title",
        "excerpt-cut-off",
        "repeated-title",
    )
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
            start = start_of_template(title.text, self.options.templates)
            if start:
                tail = title.text[start:].rstrip()
                yield self.finding(
                    title.place(start, start + len(tail)),
                    ja=f"文が終わった題名に「{tail}」が継ぎ足されています。消すか、一つの文に書き直してください",
                    en=f'"{tail}" is glued to a title that had ended. Remove it or write one sentence',
                    fix=_fix(title, start, tail),
                    problem="title",
                )


def _fix(title: TextField, start: int, tail: str) -> Fix | None:
    if title.first is None:
        return None
    return replace(
        title.place(start, start + len(tail)), "", ja="継ぎ足した部分を消す", en="Remove the phrase", safe=False
    )
