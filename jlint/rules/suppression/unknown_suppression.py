"""Directives that name a rule that doesn't exist."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.finding import Finding
from jlint.nearest import did_you_mean, suggestion
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.contract.category_names import category_named
from jlint.rules.contract.directive_use import DirectiveUse

_WORDS = frozenset({"disable-next", "disable-line", "disable", "enable", "disable-file"})


class UnknownSuppression(Rule):
    """jlint のコメントにあるルール名や命令が存在しない。

    綴りを間違えたコメントでは指摘が止まらず、書いた人はそれに気づけない。正しい名前に直す。
    """

    id = "unknown-suppression"
    category = "suppression"
    severity = Severity.ERROR
    needs = None
    reviews = True
    english = """A jlint comment names a rule or a command that does not exist.

    A misspelt comment silences nothing, and its author can't see that. Use the name that is meant.
    """
    examples = (
        Bad(
            "<!-- jlint-disable-next ⟦unknown-supression⟧ -->\n\n本文です。\n",
            fixed="<!-- jlint-disable-next unknown-suppression -->\n\n本文です。\n",
        ),
        Bad(
            "<!-- jlint-disable-next ⟦誤字脱字⟧ -->\n\n本文です。\n",
            fixed="<!-- jlint-disable-next typo -->\n\n本文です。\n",
            alongside=("unused-suppression",),
        ),
        Bad("⟦<!-- jlint-disable-nxt -->⟧\n\n本文です。\n"),
        Bad("<!-- jlint-enable ⟦no-such-rule⟧ -->\n\n本文です。\n"),
        Bad("---\ntitle: 題名\njlint: ⟦{disable: 5}⟧\n---\n\n本文です。\n"),
        Good("<!-- jlint-disable-next unknown-suppression -- 理由をここに書く -->\n\n本文です。\n"),
        Good("<!-- 著者メモ: jlint で確認する -->\n\n本文です。\n"),
        Good("```html\n<!-- jlint-disable no-such-rule -->\n```\n"),
    )

    def review(self, directive_use: DirectiveUse) -> Iterator[Finding]:
        for directive in directive_use.directives:
            if directive.kind == "unknown":
                ja, en, _ = did_you_mean(directive.word, _WORDS)
                yield self.finding(
                    directive.span,
                    ja=f"jlint-{directive.word} という命令はありません" + (f"。{ja}" if ja else ""),
                    en=f"There is no jlint-{directive.word}. {en}".rstrip(),
                )
            elif directive.kind == "malformed":
                yield self.finding(
                    directive.span,
                    ja="jlint への指示を読めません。「jlint: {disable: [ルール名]}」の形で書いてください",
                    en="This can't be read. Write `jlint: {disable: [RULE]}`",
                )
            for name in directive.names:
                if name.name in directive_use.known:
                    continue
                called = category_named(name.name)
                ja, en, nearest = (
                    did_you_mean(name.name, directive_use.known) if called == name.name else suggestion(called)
                )
                yield self.finding(
                    name.span,
                    ja=f"{name.name} というルールはありません" + (f"。{ja}" if ja else ""),
                    en=f"There is no rule {name.name}. {en}".rstrip(),
                    fix=replace(name.span, nearest, ja=f"{nearest} に直す", en=f"Use {nearest}", safe=True)
                    if nearest
                    else None,
                )
