"""The shape of rules.yaml as types: reading, checking, descriptions and the JSON Schema are derived from these."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from jlint.rules.contract.base import Category, doc

SeverityWord = Literal["error", "warning", "info", "off"]
Where = Literal["prose", "heading", "paragraph", "item", "cell", "code"]

KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ADDRESS = r"^(https?://[!-~]*\{rule\}[!-~]*)?$"
GLOB = doc(".gitignore と同じ書き方のパス。", "A path as in .gitignore.", min_length=1)
WORD = doc("語。", "A word.", min_length=1)


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", kw_only=True):
    """A mapping of rules.yaml. Each field is annotated with `doc(…)`; in the file it is kebab-case."""


Markdown = Annotated[
    Literal[
        "auto",
        "commonmark",
        "kramdown",
        "zenn",
        "qiita",
        "hugo",
        "mdx",
        "vitepress",
        "docusaurus",
        "mkdocs",
        "mdbook",
        "honkit",
        "hexo",
    ],
    doc(
        "Markdown の方言（kramdown など、サイトを作る道具ごとの書き方）。その方言だけの記法は文章として読まない。"
        "auto はファイルごとに見分ける。",
        "The dialect of Markdown; its own markup is not read as prose. auto: found out for each file.",
    ),
]
CjkFriendlyEmphasis = Annotated[
    Literal["auto"] | bool,
    doc(
        "約物に接した ** を太字とするか。auto は方言のとおり、true は remark-cjk-friendly などを使うサイト、"
        "false は使わないサイト。",
        "Whether ** beside punctuation makes bold text. auto: as the dialect has it; true: the site uses "
        "remark-cjk-friendly or the like; false: it doesn't.",
    ),
]


ElementKind = Literal[
    "heading",
    "paragraph",
    "list",
    "item",
    "quotation",
    "table",
    "cell",
    "code-block",
    "code",
    "link",
    "image",
    "emphasis",
    "strong",
    "strikethrough",
    "html",
    "footnote",
]


class Exempt(Shape, frozen=True, kw_only=True):
    """Where nothing is reported, whichever rule finds it."""

    text: Annotated[
        tuple[Annotated[str, WORD], ...],
        doc(
            "原稿の中の語句。その語句に収まる指摘は出さない。/…/ と書くと正規表現。",
            "Passages of a draft: nothing that lies inside one is reported. /…/ is a regular expression.",
        ),
    ] = ()
    within: Annotated[
        tuple[ElementKind, ...],
        doc(
            "Markdown の要素。その中の指摘は出さない。",
            "Elements of Markdown: nothing that lies inside one is reported.",
        ),
    ] = ()
    rules: Annotated[
        tuple[Annotated[str, WORD], ...],
        doc(
            "どのルール（または分類）の指摘か。なければすべて。",
            "The rules or categories that it holds for; all if there are none.",
        ),
    ] = ()


class General(Shape, frozen=True, kw_only=True):
    """The keys that hold for the whole run rather than for one rule, with their defaults."""

    language: Annotated[Literal["ja", "en"], doc("メッセージの言語。", "The messages' language.")] = "ja"
    markdown: Markdown = "auto"
    cjk_friendly_emphasis: CjkFriendlyEmphasis = "auto"
    fail_on: Annotated[
        Literal["error", "warning", "info", "never"],
        doc("この重要度以上の指摘があれば、終了コードを 1 にする。", "Exit with 1 from this severity on."),
    ] = "error"
    exclude: Annotated[
        tuple[Annotated[str, GLOB], ...],
        doc(
            "調べないファイル。このファイルのあるフォルダーから見たパスを .gitignore の書き方で並べる。",
            "Files that are not linted: paths relative to this file, as in .gitignore.",
        ),
    ] = ()
    exempt: Annotated[
        tuple[Exempt, ...],
        doc(
            "どのルールも指摘しない所。語句（text）と Markdown の要素（within）で決め、rules でルールを限れる。",
            "Where no rule reports anything: passages (text), elements of Markdown (within); rules limits it to some.",
        ),
    ] = ()
    dictionaries: Annotated[
        tuple[Annotated[str, doc("ファイルのパス。", "The path of a file.", min_length=1)], ...],
        doc(
            "用語の辞書（prh の YAML）。このファイルから見たパスを並べる。",
            "Dictionaries of terms (prh's YAML): paths relative to this file.",
        ),
    ] = ()
    words: Annotated[
        tuple[Annotated[str, WORD], ...],
        doc(
            "誤字としない語。.txt で終わるものは、一行に一語のファイル。"
            "設定ファイルと同じフォルダーの words.txt も読む（設定ファイルがなければ、原稿にいちばん近いものを読む）。",
            "Words that are no typo. What ends in .txt is a file, one word a line; "
            "words.txt beside this file is read too (without a configuration, the nearest above a draft).",
        ),
    ] = ()
    usage: Annotated[
        str,
        doc(
            "サイトの言い回しのファイル。jlint learn が書く。このファイルから見たパス。",
            "The file of the house's own usage, written by jlint learn: a path relative to this file.",
            min_length=1,
        ),
    ] = "jlint-usage.txt"
    docs_url: Annotated[
        str,
        doc(
            "ルールの説明を載せたページのアドレス。{rule} にルールの名前が入る。レポートとターミナルがリンクにする。",
            "The address of the pages that explain rules; {rule} stands for a rule's name. Reports and terminals link.",
            pattern=ADDRESS,
        ),
    ] = ""
    max_file_size: Annotated[
        int, doc("これより大きいファイルは調べない（バイト）。", "Larger files are not linted (bytes).", ge=1)
    ] = 5_000_000
    max_expression_time: Annotated[
        float,
        doc(
            "設定や辞書に自分で書いた正規表現が、一つのファイルで合わせて使える時間（CPU の秒数）。"
            "使い切ったら、そのファイルの失敗になる。",
            "How long all of your own regular expressions together may take on one file (seconds of CPU time). "
            "When it is up, that is a failure of the file.",
            gt=0,
            le=60,
        ),
    ] = 2.0


class Override(Shape, frozen=True, kw_only=True):
    """Other rules, or another dialect of Markdown, for some of the files."""

    files: Annotated[
        tuple[Annotated[str, GLOB], ...],
        doc(
            "どのファイルか。このファイルのあるフォルダーから見たパスを .gitignore の書き方で並べる。",
            "Which files: paths relative to this file, as in .gitignore.",
            min_length=1,
        ),
    ]
    rules: (
        Annotated[
            dict[str, Any],
            doc("そのファイルでのルールの設定。書き方は上の rules と同じ。", "The rules there, written as in `rules`."),
        ]
        | msgspec.UnsetType
    ) = msgspec.UNSET
    markdown: Markdown | msgspec.UnsetType = msgspec.UNSET
    cjk_friendly_emphasis: CjkFriendlyEmphasis | msgspec.UnsetType = msgspec.UNSET


class PatternMessage(Shape, frozen=True, kw_only=True):
    """A message in both languages."""

    ja: Annotated[str, doc("日本語のメッセージ。", "The message in Japanese.", min_length=1)]
    en: Annotated[str, doc("英語のメッセージ。", "The message in English.", min_length=1)]


class PatternExamples(Shape, frozen=True, kw_only=True):
    """Texts that `jlint config test` tries a pattern on."""

    bad: Annotated[tuple[str, ...], doc("指摘が出るはずの文。", "Texts that it must find fault with.")] = ()
    good: Annotated[tuple[str, ...], doc("指摘が出ないはずの文。", "Texts that it must leave alone.")] = ()


class Pattern(Shape, frozen=True, kw_only=True):
    """A rule without code."""

    id: Annotated[
        str, doc("ルールの名前。小文字の英数字をハイフンでつなぐ。", "The rule's name, in kebab-case.", pattern=KEBAB)
    ]
    match: Annotated[
        Annotated[str, doc("正規表現。", "A regular expression.", min_length=1)]
        | Annotated[tuple[Annotated[str, WORD], ...], doc("語のリスト。", "A list of words.", min_length=1)],
        doc("探すもの。正規表現、または語のリスト。", "What to look for: a regular expression, or a list of words."),
    ]
    replace: Annotated[
        str | None,
        doc(
            "置き換える文字。正規表現のときは \\1 などで一致した部分を使える。",
            "What to put in its place; for a regular expression \\1 and the like stand for what matched.",
        ),
    ] = None
    message: Annotated[
        Annotated[str, doc("メッセージ。", "The message.", min_length=1)] | PatternMessage,
        doc(
            "指摘の文。一つの文、または ja と en の二つ。",
            "What the finding says: one text, or one for ja and one for en.",
        ),
    ]
    severity: Annotated[SeverityWord, doc("指摘の重要度。", "The finding's severity.")] = "warning"
    category: Annotated[Category, doc("分類。", "The category.")] = "notation"
    where: Annotated[
        Where | tuple[Where, ...],
        doc(
            "どこを探すか。prose はすべての文章、ほかは見出し、段落、箇条書き、表のセル、コード。",
            "Where to look: all prose, or headings, paragraphs, list items, table cells, code.",
        ),
    ] = "prose"
    allow: Annotated[
        tuple[str, ...],
        doc(
            "指摘しない語句。その語句に重なる指摘は出さない。/…/ と書くと正規表現。",
            "Passages to leave alone: nothing that overlaps one is reported. /…/ is a regular expression.",
        ),
    ] = ()
    safe: Annotated[
        bool, doc("置き換えを、読まずに当ててもよい。", "The replacement may be made without being read.")
    ] = False
    examples: Annotated[
        PatternExamples, doc("jlint config test が試す例文。", "Texts that jlint config test tries it on.")
    ] = PatternExamples()
