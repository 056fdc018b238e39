"""A sentence that ends in a colon, with a list or code behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from jlint.document import Block, BlockKind, Document
from jlint.document.block import Sentence
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, doc
from jlint.rules.helpers.allow import AllowOptions, allowed

_COLONS = ("：", ":")
_LEADS = frozenset({"例えば", "たとえば"})
_FINITE = ("終止形", "命令形", "意志推量形")

Follower = Literal["list", "code", "quote", "table"]


class PredicateBeforeColon(Rule):
    """「次を実行します：」のように、述語で終わる文にコロンを付けて、箇条書きやコードを続けている。

    英語の書き方を写したもの。「次のとおりです。」のように句点で終える。「手順：」のような名詞の後のコロンは
    指摘しない。
    """

    id = "predicate-before-colon"
    category = "style"
    severity = None
    english = """A sentence with a predicate ends in a colon, and a list or code follows.

    It is how English is written. End the sentence with a full stop, as in 「次のとおりです。」. A colon behind a noun,
    such as 「手順：」, is left alone.
    """
    examples = (
        Bad("倉庫の荷を次の順に運びます⟦：⟧\n\n- 木箱\n- 樽\n"),
        Bad("たとえば⟦:⟧\n\n```\nls\n```\n"),
        Good("運ぶ順番：\n\n- 木箱\n- 樽\n"),
        Good("倉庫の荷を次の順に運びます。\n\n- 木箱\n- 樽\n"),
        Good("倉庫の荷を次の順に運びます：\n\n続きは明日です。\n"),
        Good("倉庫の荷を運びます：\n\n- 木箱\n", options={"before": ["code"]}),
    )

    class Options(AllowOptions):
        before: Annotated[
            tuple[Follower, ...],
            doc(
                "何が続くときに指摘するか: list 箇条書き、code コード、quote 引用、table 表。",
                "What has to follow: list, code, quote, table.",
            ),
        ] = ("list", "code", "quote", "table")

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block, following in pairwise(document.blocks):
            text = block.text.rstrip()
            if block.kind is not BlockKind.PARAGRAPH or not text.endswith(_COLONS) or block.quoted:
                continue
            if _kind(following) not in self.options.before or not _ends_in_predicate(block.sentences[-1]):
                continue
            if not allow.covers(block.text, 0, len(text)):
                yield self.finding(
                    block.source_span(len(text) - 1, len(text)),
                    ja="述語の後にコロンがあります。「次のとおりです。」のように句点で終えてください",
                    en="A colon follows a predicate. End the sentence with a full stop",
                )


def _kind(block: Block) -> Follower | None:
    if block.quoted:
        return "quote"
    kinds: dict[BlockKind, Follower] = {BlockKind.ITEM: "list", BlockKind.CODE: "code", BlockKind.CELL: "table"}
    return kinds.get(block.kind)


def _ends_in_predicate(sentence: Sentence) -> bool:
    tokens = [token for token in sentence.tokens if token.surface not in _COLONS]
    return bool(tokens) and (tokens[-1].surface in _LEADS or tokens[-1].cform.startswith(_FINITE))
