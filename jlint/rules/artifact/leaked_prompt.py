"""Parts of the prompt that a text was generated from."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.artifact.instructions import is_instructions
from jlint.rules.helpers.artifact.leftover_lines import leftover_lines
from jlint.rules.helpers.artifact.phrases import PhraseRule


class LeakedPrompt(PhraseRule):
    """文章を生成させたときの指示（プロンプト）が本文に残っている。

    【既存の記事の最後の部分】のような見出しや「続きを書いてください」という指示は、読者に向けたものではない。
    消したうえで、後ろに貼り付けられた文章が前の部分のくり返しでないかを確かめる。かぎ括弧の中、引用、コードに
    書かれたプロンプトの例は指摘しない。プロンプトとして置かれたファイル（.claude/、.github/、prompts/ の中、CLAUDE.md、
    SKILL.md、*.prompt.md など）では、生成ツールの残りを見るほかのルールとともに黙る。言い回しは
    packs/leaked-prompt.yaml にあり、自分の言い回しは phrases か、設定ファイルの patterns に足せる。
    """

    id = "leaked-prompt"
    category = "artifact"
    severity = Severity.ERROR
    supersedes = ("continuation-label",)
    english = """A part of the prompt that the text was generated from was left in.

    Headings that say which part of an article follows, or an instruction to write on, are not meant for readers.
    Remove them, and look whether what was pasted behind them says the same again. Prompts shown in quotation marks,
    in quotations or in code are left alone. In files that are kept as prompts (in .claude/, .github/ or prompts/,
    CLAUDE.md, SKILL.md, *.prompt.md and the like) this rule and the others about leftovers of generators are silent.
    How instructions go stands in packs/leaked-prompt.yaml; add your own to `phrases`, or to `patterns` in the
    configuration.
    """
    examples = (
        Bad("見学は予約制です。\n\n⟦【既存の記事の最後の部分】⟧\n見学は予約制です。\n"),
        Bad("見学は予約制です。\n\n⟦**【続き】**⟧\n\n受付は一階にあります。\n"),
        Bad("見学は予約制です。\n\n⟦以下に続きを書いてください。⟧\n\n受付は一階にあります。\n"),
        Bad("⟦それでは、2,000字程度で見学の案内を執筆してください。⟧\n\n見学は予約制です。\n"),
        Bad("見学は予約制です。\n\n- ⟦3000-4000文字程度になるように執筆する⟧\n- 見出しを三つ付ける\n"),
        Bad("見学は予約制です。\n\n⟦〔ここから続きを執筆〕⟧\n\n受付は一階にあります。\n"),
        Good("次のように頼みます：\n\n- 3000文字程度になるように執筆する\n"),
        Good("既存の記事の最後の部分でも触れたとおり、見学は予約制です。\n"),
        Good("たとえば「以下に続きを書いてください」と指示すると、話が途切れません。\n"),
        Good("あなたはプロの編集者です。次の本文を直してください。\n", path=".claude/skills/review/SKILL.md"),
        Good("それでは、2,000字程度で見学の案内を執筆してください。\n", path="docs/案内.prompt.md"),
        Good("```\n【既存の記事の最後の部分】\n```\n"),
        Good("> 以下に続きを書いてください。\n"),
        Good("## 元の文章の読み方\n\n声に出して読みます。\n"),
        Good("感想を八百字程度で書いてください。\n"),
    )

    pack = "leaked-prompt"
    message = Text(
        "生成に使った指示が残っています。この行を消し、前後の文章を確かめてください",
        "A part of the prompt was left in. Remove this line and check the text around it",
    )
    openings = (
        "以下の",
        "次の",
        "上記の",
        "あなたは",
        "Please ",
        "Write ",
        "Rewrite ",
        "Continue ",
        "You are a",
        *("以下は", "以下が", "次は", "次が", "上記は", "上記が", "プロの", "優秀な", "熟練の", "経験豊富な", "一流の"),
        *("Output", "Return only", "Provide only", "Do not", "Don't", "Don’t", "The article", "The continuation"),
        *(
            "The output",
            "The response",
            "Your article",
            "Your continuation",
            "Your output",
            "Your response",
            "Your task",
        ),
    )
    signs = (
        *(
            "続き",
            "文字程度",
            "字程度",
            "字以上",
            "字以内",
            "字前後",
            "字に",
            "途切れた",
            "最後の文から",
            "最後の段落から",
        ),
        *(
            "最後の部分から",
            "既存の記事の",
            "既存記事の",
            "既存の文章の",
            "既存の本文の",
            "のみを",
            "のみ、",
            "だけを",
            "END",
        ),
    )
    subjects = (
        *("ください", "下さい", "しなさい", "こと", "せよ", "よう", "する", "END"),
        *("article", "blog post", "essay", "You are a", "only the", "ontinue", "existing", "preamble", "already"),
        *("introductory", "words", "characters", "Your task"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        if is_instructions(document.path):
            return
        for leftover in leftover_lines(document):
            if leftover.kind == "prompt":
                yield self.finding(leftover.span, ja=self.message.ja, en=self.message.en)
        yield from super().check(document)
