"""Parts of the prompt that a text was generated from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.artifact._leftover_lines import leftover_lines
from jlint.rules.base import Bad, Good, Rule, Severity, Span

_KEYWORD = re.compile("続き|字(?:程度|以上|以内|前後)")
_WRITE = "(?:書い|執筆し|作成し|生成し|出力し|書き足し|続け)て(?:ください|下さい)"
_INSTRUCTION = re.compile(
    rf"""
    (?:それでは、?|では、?)?
    (?:
        [^、。「」]{{0,16}} 続き(?:の(?:文章|部分|本文|記事))?を [^。「」]{{0,24}}
      | (?:約|およそ)?[0-9０-９,，]{{2,6}} (?:文字|字)(?:程度|以上|以内|前後)で、? [^。「」]{{0,24}}
    )
    {_WRITE} [。！]?
    """,
    re.VERBOSE,
)


class LeakedPrompt(Rule):
    """文章を生成させたときの指示（プロンプト）が本文に残っている。

    【既存の記事の最後の部分】のような見出しや「続きを書いてください」という指示は、読者に向けたものではない。
    消したうえで、後ろに貼り付けられた文章が前の部分のくり返しでないかを確かめる。かぎ括弧の中、引用、コードに
    書かれたプロンプトの例は指摘しない。
    """

    id = "leaked-prompt"
    category = "artifact"
    severity = Severity.ERROR
    english = """A part of the prompt that the text was generated from was left in.

    Headings that say which part of an article follows, or an instruction to write on, are not meant for readers.
    Remove them, and look whether what was pasted behind them says the same again. Prompts shown in quotation marks,
    in quotations or in code are left alone.
    """
    examples = (
        Bad("見学は予約制です。\n\n⟦【既存の記事の最後の部分】⟧\n見学は予約制です。\n"),
        Bad("見学は予約制です。\n\n⟦**【続き】**⟧\n\n受付は一階にあります。\n"),
        Bad("見学は予約制です。\n\n⟦以下に続きを書いてください。⟧\n\n受付は一階にあります。\n"),
        Bad("⟦それでは、2,000字程度で見学の案内を執筆してください。⟧\n\n見学は予約制です。\n"),
        Good("既存の記事の最後の部分でも触れたとおり、見学は予約制です。\n"),
        Good("たとえば「以下に続きを書いてください」と指示すると、話が途切れません。\n"),
        Good("```\n【既存の記事の最後の部分】\n```\n"),
        Good("> 以下に続きを書いてください。\n"),
        Good("## 元の文章の読み方\n\n声に出して読みます。\n"),
        Good("感想を八百字程度で書いてください。\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for span in self._places(document):
            yield self.finding(
                span,
                ja="生成に使った指示が残っています。この行を消し、前後の文章を確かめてください",
                en="A part of the prompt was left in. Remove this line and check the text around it",
            )

    def _places(self, document: Document) -> Iterator[Span]:
        for leftover in leftover_lines(document):
            if leftover.kind == "prompt":
                yield leftover.span
        if not _KEYWORD.search(document.text):
            return
        for block in document.prose:
            if block.quoted or not _KEYWORD.search(block.text):
                continue
            for sentence in block.sentences:
                if sentence.end - sentence.start <= 80 and _INSTRUCTION.fullmatch(sentence.text):
                    yield sentence.span
