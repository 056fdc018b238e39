"""What a text generator says to the person who asked it, wherever it stands."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.helpers.artifact.phrases import PhraseRule


class AssistantPhrases(PhraseRule):
    """Finds such words in a document. The rules about the body and about front matter share it."""

    id = "assistant-talk"
    pack = "assistant-talk"
    message = Text(
        "生成ツールの受け答えが残っています。読者への文章ではないので、消してください",
        "Words of a text generator to its user were left in. Remove them",
    )
    openings = (
        *("はい、承知", "はい、かしこ", "はい、了解", "承知", "かしこまり", "了解", "以下に", "以下が", "以下は"),
        *(
            "ご提",
            "提供いた",
            "提示いた",
            "ご指定",
            "指定いた",
            "ご共有",
            "共有いた",
            "申し訳",
            "私の知識",
            "私の学習",
            "私の訓練",
        ),
        *(
            "必要であれば",
            "もし必要",
            "ご希望",
            "もしご希望",
            "続きを",
            "続きが",
            "トークン",
            "文字数の",
            "文字数制限",
            "文字数上限",
        ),
        *(
            "出力の",
            "出力制限",
            "出力上限",
            "（文字数",
            "（字数",
            "（総",
            "（合計",
            "(文字数",
            "(字数",
            "【文字数",
            "【字数",
        ),
        *("Sure", "Certainly", "Of course", "Absolutely", "Here", "Below is", "As an AI", "I'm", "I’m", "I am"),
        *("Would you", "Let me know", "Feel free"),
    )
    signs = ("よろしい", "いいですか", "言語モデルとして", "言語モデルである", "言語モデルなの", "言語モデルですの")
    subjects = (
        *(
            "記事",
            "文章",
            "本文",
            "原稿",
            "続き",
            "下書き",
            "ブログ",
            "コンテンツ",
            "リクエスト",
            "ご要望",
            "言語モデル",
        ),
        *("私の知識", "私の学習", "私の訓練", "トーン", "文体", "文字数", "字数", "制限", "上限"),
        *("article", "continuation", "post", "draft", "rewrite", "translation", "summary", "version"),
        *("As an AI", "sorry, but I", "Would you", "Let me know", "Feel free"),
    )
