"""What a text generator says to the person who asked it, not to the readers."""

from __future__ import annotations

from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.helpers.artifact.assistant_phrases import AssistantPhrases


class AssistantTalk(AssistantPhrases):
    """生成ツールが依頼者に返した言葉が、記事の文章に混じっている。

    「承知しました。以下に記事を作成します」「この内容で記事を作成してもよろしいでしょうか」などは読者への言葉では
    ない。消して、前後がつながるように直す。かぎ括弧の中と引用は指摘しない。言い回しは packs/assistant-talk.yaml に
    あり、自分の言い回しは phrases か、設定ファイルの patterns に足せる。
    """

    id = "assistant-talk"
    category = "artifact"
    severity = Severity.ERROR
    english = """Words that a text generator said to the person who asked it stand among the article's own.

    Confirming the order, asking back, refusing or offering another version is not meant for readers. Remove it and
    join the text around it. What stands in quotation marks or in a quotation is left alone. How such talk goes stands
    in packs/assistant-talk.yaml; add your own to `phrases`, or to `patterns` in the configuration.
    """
    examples = (
        Bad("⟦承知しました。以下に記事を作成します。⟧\n\n港の倉庫が生まれ変わります。\n"),
        Bad("港の倉庫が生まれ変わります。\n\n⟦この内容で記事を作成してもよろしいでしょうか？⟧\n"),
        Bad("⟦申し訳ありませんが、この話題についての記事は作成できません。⟧\n"),
        Bad("⟦AI言語モデルとして、個人的な意見は持っていません。⟧\n"),
        Bad("⟦はい、承知しました。以下に「港の朝市」の記事を作成します。⟧\n\n港の倉庫が生まれ変わります。\n"),
        Bad("⟦ご指示の通り、記事を書き直しました。⟧\n\n港の倉庫が生まれ変わります。\n"),
        Bad("⟦（文字数：約2,300文字）⟧\n"),
        Bad("⟦ここまでが下書きです。⟧\n", options={"phrases": ["ここまでが下書き"]}),
        Bad("⟦Here is the revised article:⟧\n\n港の倉庫が生まれ変わります。\n"),
        Good("「承知しました。以下に記事を作成します」と返ってきます。\n"),
        Good("承知しました。すぐに伺います。\n"),
        Good("申し訳ありませんが、当日の取り消しはできません。\n"),
        Good("GPTは言語モデルとして、次の語を予測します。\n"),
        Good("> 承知しました。以下に記事を作成します。\n"),
        Good("必要であれば、設定を変更します。\n"),
    )
