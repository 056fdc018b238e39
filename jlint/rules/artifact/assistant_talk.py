"""What a text generator says to the person who asked it, not to the readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.document import Document
from jlint.document.block import Block
from jlint.finding import Finding
from jlint.rules.base import Bad, Good, Rule, Severity, Span

_KEYWORD = re.compile(
    "承知|かしこまり|了解|申し訳|言語モデル|AIアシスタント|よろしい|ご指定|ご提示|ご提供|ご希望|必要であれば|検索結果|Here|Sure|Certainly"
)
_WRITING = "(?:記事|文章|本文|原稿|続き|下書き|ブログ|コンテンツ)"
_MAKE = "(?:作成|執筆|生成|修正|書き直|書い|まとめ|続け)"
_PATTERNS = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        # an answer to the order, and what comes now
        rf"""(?:はい、?)?(?:承知(?:いた|致)?しました|かしこまりました|了解(?:いた|致)?しました)[。！、]\s*
            [^「」]{{0,40}}(?:{_WRITING}[^。「」]{{0,20}}{_MAKE}|以下[^。「」]{{0,20}}{_WRITING})[^。「」]{{0,30}}[。！：:]?""",
        # a refusal
        rf"""申し訳(?:あり|ござい)ませんが、?[^。「」]{{0,60}}(?:{_WRITING}|リクエスト|ご要望)[^。「」]{{0,30}}
            (?:できません|できかねます|いたしかねます)[。！]?""",
        r"""(?:申し訳(?:あり|ござい)ませんが、?)?(?:私は、?)?(?:AI|大規模)(?:の)?言語モデル(?:として|である|なので|ですので)[、の]?
            [^。「」]{0,60}(?:できません|できかねます|持っていません|持ちません|ありません)[。！]?""",
        # a question back
        rf"""[^。]{{0,60}}{_WRITING}(?:の続き)?を[^。「」]{{0,12}}{_MAKE}(?:して|しても|いたしても|しても|ても|進めても)?
            (?:も)?(?:よろしいでしょうか|いいですか|よろしいですか)[。？?]?""",
        # an offer
        rf"""(?:もし)?(?:必要であれば|ご希望であれば|ご希望でしたら|ご希望に応じて)、?[^。「」]{{0,30}}
            (?:{_WRITING}|トーン|文体|文字数)[^。「」]{{0,20}}(?:いたします|します|できます|可能です)[。！]?""",
        # the same in English
        r"""(?:(?:Sure|Certainly|Of\ course)[,!.]\ *)?Here(?:'s|\ is)\ (?:the|your|a|an)\ (?:[A-Za-z-]+\ ){0,4}
            (?:article|continuation|post|draft|rewrite|translation|summary|version)\b[^。]{0,80}""",
    )
)


class AssistantTalk(Rule):
    """生成ツールが依頼者に返した言葉が、記事の文章に混じっている。

    「承知しました。以下に記事を作成します」「この内容で記事を作成してもよろしいでしょうか」などは読者への言葉では
    ない。消して、前後がつながるように直す。かぎ括弧の中と引用は指摘しない。
    """

    id = "assistant-talk"
    category = "artifact"
    severity = Severity.ERROR
    english = """Words that a text generator said to the person who asked it stand among the article's own.

    Confirming the order, asking back, refusing or offering another version is not meant for readers. Remove it and
    join the text around it. What stands in quotation marks or in a quotation is left alone.
    """
    examples = (
        Bad("⟦承知しました。以下に記事を作成します。⟧\n\n港の倉庫が生まれ変わります。\n"),
        Bad("港の倉庫が生まれ変わります。\n\n⟦この内容で記事を作成してもよろしいでしょうか？⟧\n"),
        Bad("⟦申し訳ありませんが、この話題についての記事は作成できません。⟧\n"),
        Bad("⟦AI言語モデルとして、個人的な意見は持っていません。⟧\n"),
        Bad("⟦Here is the revised article:⟧\n\n港の倉庫が生まれ変わります。\n"),
        Good("「承知しました。以下に記事を作成します」と返ってきます。\n"),
        Good("承知しました。すぐに伺います。\n"),
        Good("申し訳ありませんが、当日の取り消しはできません。\n"),
        Good("GPTは言語モデルとして、次の語を予測します。\n"),
        Good("> 承知しました。以下に記事を作成します。\n"),
        Good("必要であれば、設定を変更します。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if not _KEYWORD.search(document.text):
            return
        for block in document.prose:
            if not block.quoted and _KEYWORD.search(block.text):
                for span in _places(block):
                    yield self.finding(
                        span,
                        ja="生成ツールの受け答えが残っています。読者への文章ではないので、消してください",
                        en="Words of a text generator to its user were left in. Remove them",
                    )


def _places(block: Block) -> Iterator[Span]:
    """A pattern may take two sentences; then the second isn't looked at again."""
    done = 0
    for sentence in block.sentences:
        if sentence.start < done or not _KEYWORD.search(sentence.text):
            continue
        matches = (pattern.match(block.text, sentence.start) for pattern in _PATTERNS)
        match = next((match for match in matches if match), None)
        if match:
            done = match.end()
            yield block.source_span(sentence.start, done)
