"""What people come with, and the rules that serve it: the index by need in docs/rules."""

from __future__ import annotations

from typing import NamedTuple


class Need(NamedTuple):
    """A need in both languages, the ids of the rules that serve it (parted by spaces), and what turns all of them on.

    `turn_on` is a rules.yaml, empty where all are on by default. `note` says in Japanese what else there is.
    """

    ja: str
    en: str
    rules: str
    turn_on: str = ""
    note: str = ""


NEEDS: tuple[Need, ...] = (
    Need(
        "誤字や脱字を見つけたい",
        "Typos",
        "doubled-character doubled-fragment doubled-word doubled-particle missing-character missing-particle "
        "surplus-character surplus-particle missing-predicate swapped-characters misspelt-katakana truncated-katakana "
        "known-misspelling broken-idiom stranded-prefix wrong-character wrong-particle",
        "extends: [default, typos]\n",
        "プリセット `typos` は、外れが多くなっても探すためのもの（[docs/typos.md](../typos.md)）。"
        "正しい言い回しを言われるなら、`jlint learn` に覚えさせる（[docs/learn.md](../learn.md)）。",
    ),
    Need(
        "漢字の変換ミスを見つけたい",
        "Wrong kanji",
        "confused-kanji wrong-kanji misused-word broken-idiom",
        "rules:\n  wrong-kanji: info\n  misused-word: warning\n",
    ),
    Need(
        "よその国の字や語が混じっていないか確かめたい",
        "Letters and words of other languages",
        "foreign-letter foreign-word simplified-chinese-letter stray-letter",
        "rules:\n  stray-letter: info\n",
    ),
    Need(
        "文字化けや見えない文字を見つけたい",
        "Mojibake and invisible characters",
        "mojibake replacement-character control-character invisible-character private-use-character kangxi-radical "
        "decomposed-kana supplementary-character",
        "rules:\n  supplementary-character: warning\n",
    ),
    Need(
        "AI が書き残したものを見つけたい",
        "What a text generator left behind",
        "end-marker leaked-prompt assistant-talk assistant-talk-in-front-matter continuation-label citation-stub "
        "fenced-article second-front-matter tool-output self-reference length-note over-anonymized-name",
        "rules:\n  over-anonymized-name: warning\n",
    ),
    Need(
        "AI らしい言い回しや飾りを減らしたい",
        "The manner of generated text",
        "cliche-density hype-expression bold-label decorative-emoji bold-in-heading predicate-before-colon "
        "vague-guidance",
        "extends: [default, ai-writing]\n",
    ),
    Need(
        "同じことを二度書いていないか確かめたい",
        "What is said twice",
        "repeated-passage short-repeated-passage repeated-sentence sentence-said-before near-copy repeated-heading "
        "duplicate-paragraph",
        "rules:\n  duplicate-paragraph: warning\n",
    ),
    Need(
        "途中で切れた文章を見つけたい",
        "Text that breaks off",
        "text-cut-off starts-mid-sentence empty-section heading-at-end title-cut-off excerpt-cut-off unclosed-fence",
    ),
    Need(
        "書きかけのまま公開したくない",
        "What is not finished yet",
        "placeholder leftover-todo conflict-marker empty-section future-date",
        "rules:\n  leftover-todo: warning\n  future-date: warning\n",
    ),
    Need(
        "数字の書き方をそろえたい",
        "Numbers",
        "mixed-digit-grouping mixed-numeral-script numeral-style comma-as-decimal-point mixed-month-counter "
        "full-width-alphanumeric impossible-figure",
        "rules:\n  numeral-style: info\n  comma-as-decimal-point: warning\n  mixed-month-counter: warning\n"
        "  full-width-alphanumeric: warning\n",
    ),
    Need(
        "日付を確かめ、書き方をそろえたい",
        "Dates",
        "weekday-mismatch mixed-date-format invalid-date date-unlike-file-name date-shifts-in-time-zone "
        "date-without-time-zone future-date impossible-figure",
        "rules:\n  mixed-date-format: warning\n  date-shifts-in-time-zone: {time-zone: Asia/Tokyo}\n"
        "  date-without-time-zone: warning\n  future-date: warning\n",
    ),
    Need(
        "漢字とひらがなの使い分けをそろえたい",
        "Kanji or kana",
        "kanji-or-kana kanji-adverb kanji-auxiliary-verb kanji-formal-noun kanji-pronoun kanji-outside-joyo "
        "mixed-variant",
        "rules:\n  kanji-or-kana: info\n  kanji-adverb: info\n  kanji-auxiliary-verb: info\n"
        "  kanji-formal-noun: info\n  kanji-pronoun: info\n  kanji-outside-joyo: info\n",
    ),
    Need(
        "送り仮名や長音などの表記の揺れをなくしたい",
        "Spelling variants",
        "mixed-variant missing-long-vowel nonstandard-loanword mixed-synonym variant-unlike-other-posts "
        "half-width-katakana",
        "rules:\n  missing-long-vowel: warning\n  nonstandard-loanword: warning\n"
        "  mixed-synonym: info\n  variant-unlike-other-posts: info\n"
        "  half-width-katakana: warning\n",
    ),
    Need(
        "製品名や社内の用語を正しく書きたい",
        "Names and terms",
        "misspelt-product-name dictionary-term",
        "dictionaries: []   # ここに prh の辞書を並べると dictionary-term が調べる\n",
        "自分たちの決まりは `patterns` にも書ける（[docs/configuration.md](../configuration.md)）。",
    ),
    Need(
        "空白や全角と半角をそろえたい",
        "Spaces and widths",
        "mixed-half-width-spacing space-between-full-width full-width-space-in-katakana space-around-bracket "
        "space-around-slash space-around-markup half-width-space-after-mark doubled-space full-width-alphanumeric "
        "mixed-width-alphabet half-width-katakana",
        "extends: [default, spacing]\nrules:\n  space-around-slash: warning\n  space-around-markup: info\n"
        "  doubled-space: warning\n  full-width-alphanumeric: warning\n  mixed-width-alphabet: warning\n"
        "  half-width-katakana: warning\n",
    ),
    Need(
        "句読点や記号をそろえたい",
        "Punctuation",
        "mixed-punctuation western-punctuation mixed-mark-width unjapanese-mark exclamation-or-question-mark "
        "missing-full-stop period-in-heading period-in-list-item mixed-item-period period-before-closing-bracket "
        "half-width-space-after-mark unclosed-bracket nested-bracket",
        "rules:\n  mixed-punctuation: warning\n  western-punctuation: info\n  mixed-mark-width: info\n"
        "  unjapanese-mark: info\n  exclamation-or-question-mark: info\n  missing-full-stop: warning\n"
        "  period-in-heading: warning\n  period-in-list-item: info\n  mixed-item-period: info\n"
        "  period-before-closing-bracket: info\n"
        "  half-width-space-after-mark: info\n",
    ),
    Need(
        "文体（です・ます、一人称、文末）をそろえたい",
        "One voice",
        "mixed-politeness mixed-caption-politeness mixed-first-person repeated-sentence-ending",
        "rules:\n  mixed-politeness: info\n  mixed-caption-politeness: info\n  mixed-first-person: info\n",
    ),
    Need(
        "長い文や読みにくい文を減らしたい",
        "Sentences that are hard to read",
        "long-sentence too-many-commas too-many-latin-commas long-kanji-run repeated-particle repeated-ga "
        "repeated-conjunction double-negative",
        "extends: [default, technical-writing]\n",
        "技術文書でなければ、控えめなプリセット `japanese` がある。",
    ),
    Need(
        "回りくどい言い方をなくしたい",
        "Wordiness",
        "redundant-expression wordy-verb pleonasm weak-phrase filler-word overused-sasete-itadaku",
        "extends: [default, technical-writing]\nrules:\n  filler-word: info\n  overused-sasete-itadaku: info\n",
    ),
    Need(
        "文法や敬語の誤りを見つけたい",
        "Grammar",
        "dropped-ra dropped-i superfluous-re wrong-sou lone-tari doubled-honorific misused-word repeated-ga",
        "rules:\n  dropped-i: info\n  superfluous-re: warning\n  wrong-sou: warning\n  misused-word: warning\n"
        "  repeated-ga: warning\n",
    ),
    Need(
        "人を傷つける言葉や、わかりにくい略語を避けたい",
        "Words to avoid",
        "inappropriate-word abbreviation-before-words doubled-abbreviation unexpanded-acronym",
        "rules:\n  inappropriate-word: warning\n  abbreviation-before-words: info\n  doubled-abbreviation: info\n"
        "  unexpanded-acronym: info\n",
    ),
    Need(
        "リンク、画像、脚注を確かめたい",
        "Links, images, footnotes",
        "dead-post-link dead-local-link broken-link-syntax undefined-footnote unused-footnote missing-alt-text "
        "empty-element",
        "rules:\n  missing-alt-text: warning\n  empty-element: warning\n",
    ),
    Need(
        "Markdown が思ったとおりに表示されるか確かめたい",
        "Markdown that shows as it was meant",
        "unpaired-emphasis unrendered-emphasis accidental-heading heading-without-space unclosed-fence "
        "unknown-container skipped-heading-level bold-in-heading markdown-in-front-matter",
        "rules:\n  skipped-heading-level: warning\n  bold-in-heading: info\n",
        "サイトのエンジンは、ふつうファイルごとに見分ける（[docs/dialects.md](../dialects.md)）。",
    ),
    Need(
        "front matter の決まりを守らせたい",
        "Front matter",
        "front-matter-invalid front-matter-missing front-matter-empty front-matter-duplicate front-matter-mismatch "
        "misplaced-front-matter markdown-in-front-matter file-name-mismatch reading-time-mismatch",
        "rules:\n  front-matter-mismatch: {preset: jekyll, fields: {title: {required: true}}}\n"
        "  file-name-mismatch: {characters: a-z0-9-}\n",
        "書き方の説明は [docs/configuration.md](../configuration.md) にある。",
    ),
    Need(
        "題名と要約を読みやすくしたい",
        "Titles and excerpts",
        "repeated-title duplicate-title glued-title-template title-cut-off unopened-bracket-in-title duplicate-excerpt "
        "excerpt-cut-off excerpt-same-as-title boilerplate-excerpt length-note",
        "rules:\n  boilerplate-excerpt: {phrases: [この記事では, 詳しく解説します]}\n",
    ),
)
