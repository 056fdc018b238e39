"""What a text generator says to the person who asked it, wherever it stands."""

from __future__ import annotations

from jlint.finding import Text
from jlint.rules.helpers.artifact.phrases import PhraseRule


def _words(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("|"))


class AssistantPhrases(PhraseRule):
    """Finds such words in a document. The rules about the body and about front matter share it."""

    id = "assistant-talk"
    pack = "assistant-talk"
    message = Text(
        "生成ツールの受け答えが残っています。読者への文章ではないので、消してください",
        "Words of a text generator to its user were left in. Remove them",
    )
    openings = _words(
        "ご質問|ご相談|ご希望|いただいた|リクエスト|指定の|指定された|元の|まず、既存|まず、元|まず既存|まず元|"
        "既存の文|既存の記|既存の本|既存の原|既存、|この原稿で|この下書きで|記事の|文章の|本文の|原稿の|誠に|"
        "大変|恐れ入り|恐縮|すみません|タイトル|見出し|キャッチ|メタデ|要約|他のトーン|他の文体|他の切り口|"
        "他のバージョン|別のトーン|別の文体|別の切り口|別のバージョン|Great question|Good question|"
        "Excellent question|Please note|Note that I|Let me|I'll|I’ll|I will|I'd|I’d|I would|I won|"
        "Please provide|Please share|Please paste|Please send|Could you|Is there anything|Hope this|I hope|"
        "This response|This answer|My response|My answer|As requested|As per your|As you|はい、|ええ、|"
        "もちろんです|もちろん！|もちろん。|もちろん、承|もちろん、以下|もちろん、かし|承知|かしこまり|了解|"
        "ありがとうございます|お待たせ|以下|以上が|以上の|こちら|上記|このような構成|このような内容|"
        "このような方向|このようなトーン|この構成|この内容|この方向性|この流れで|この文章は|この記事は|"
        "この部分は|この続きは|この原稿は|このトーン|この見出し|本記事は|本文章は|本稿は|※|（※|注：|（注|"
        "わかりました|分かりました|修正後|修正版|修正した|修正済|校正|推敲|改善|リライト|添削|書き直した|以上で|以上、|以上を踏|"
        "はい。|はい！|喜んで|承りました|下記|この文章|この記事は|お任せ|ご希望|文章を|原稿を|本文を|テキストを|文章全|原稿全|本文全|（続き|(続き|（全文|(全文|では、ご|"
        "【文字|［文字|[文字|【字数|［字数|[字数|この記事の|この文章の|この原稿の|本記事の|本文章の|本原稿の|（約|(約|【約|［約|[約|（およ|(およ|【およ|［およ|[およ|"
        "（全体|(全体|【全体|［全体|[全体|（以上|(以上|【以上|［以上|[以上|"
        "注記：|補足：|それでは|ご提|提供|提示|ご指|指定いた|ご共有|共有いた|ご要望|ご依頼|要求事項|要件を|"
        "申し訳|残念ながら|私の知識|私の学習|私の訓練|私はAI|私は、AI|私はイン|私は、イン|私はウェブ|私はWeb|"
        "私はリアル|私は、リアル|私は最新|私は、最新|私は外部|私は個人的|私は、個人的|私は現在|私は、現在|私には|"
        "現在の私|ユーザーは|ユーザー様は|必要であれば|必要でしたら|もし必要|もしご|もしよろしければ|"
        "よろしければ|どの項目|どの部分|どの点|どのセクション|どの箇所|続きを|続きが|続きは|AIアシスタント|"
        "トークン|文字数|字数|出力の|出力制限|出力上限|総文字|総字|合計文字|合計字|現在の文字|現在の字|"
        "ここまでの文字|ここまでの字|（ここまで|（文字数|（字数|（総|（合計|（現在|（本文|(ここまで|(文字数|"
        "(字数|(総|(合計|(現在|【ここまで|【文字数|【字数|【総|【合計|【現在|［ここまで|［文字数|［字数|［総|"
        "［合計|［現在|[文字数|[総|[合計|[現在|Sure|Certainly|Of course|Absolutely|Understood|Got it|Okay|OK|"
        "Here|Below is|As an AI|As of my|As a l|My know|My train|My apolog|Sorry|Apologies|Unfortunately|I'm|"
        "I’m|I am|I apolog|I sincerely|I can|I do|I currently|I've|I’ve|I have|Would you|Do you want me|"
        "Please let me|Feel free|If you|Shall I|Should I|Note: Th|This article|This section|This post|This text|"
        "This continuation|This draft|The article|The section|The post|The text|The continuation|The draft|"
        "The user|[Word|(Word|[Total w|(Total w|(Approx|[Approx|(approx|[approx|(About|(about"
    )
    signs = _words(
        "ましょうか|よろしい|いいですか|問題ない|大丈夫|言語モデルとして|言語モデルである|言語モデルなの|言語モデルですの|"
        "既存記事|既存の記事|既存の文章|既存の本文|お知らせ|お申し付け|ご指示ください|教えてください|お聞かせ|"
        "お伝えください|ご指定|ご提示の|いただいた|ご希望の|ご要望を|ご指示を|ご指摘を|ご依頼を|とのこと、|"
        "情報が逆|情報が異な|情報が矛盾"
    )
    subjects = _words(
        "お手伝い|お応え|個人的な|タイトル|見出し|バージョン|問題|入力|切り口|happy to|glad to|delighted to|"
        "question|as you |request|your instructions|cannot|can't|can’t|don't have|don’t have|do not have|"
        "like me to|want me|so I can|so that I can|URL|meets your|リンク|ご提供|text|cut off|truncated|"
        "anything else|記事|文章|本文|原稿|続き|下書き|草稿|ブログ|コンテンツ|リクエスト|ご要望|ご指示|ご依頼|"
        "ご指定|要求事項|ご提示|検索|最新の|リアルタイム|インターネット|ウェブ|言語モデル|私の知識|私の学習|"
        "私の訓練|私はAI|私は、AI|AIアシスタント|トーン|文体|語調|口調|字数|制限|上限|作成|執筆|生成|修正|説明|"
        "解説|回答|提案|整理|翻訳|要約|調査|追加|追記|拡張|補足|調整|構成|方向性|書いて|まとめ|以下|こちら|では|"
        "ここまで|どの|外部|案内文|紹介文|加筆|リライト|書き直|書き換え|校正|推敲|添削|段落|冒頭|結論|表現|修正版|改訂版|完成|お送り|草案|全文|下記|エッセイ|レポート|導入|一文|の節|"
        "全体|文字|字と|字で|字に|0字|コラム|article|continuation|post|draft|rewrite|"
        "translation|summary|version|section|As an AI|As of my|language model|My knowledge|My training|sorry|"
        "Sorry|apolog|Apolog|Unfortunately|unable to|not able to|internet|web|real-time|external|current|"
        "up-to-date|Would you|Feel free|If you|hall I|hould I|I'll|I’ll|I will|I have|I've|I’ve|et me |here|"
        "Here|elow|The user|ord count|words|characters"
    )
