"""Names of products and services that are spelt otherwise than their owners spell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.document.block import OBJECT
from jlint.document.word_search import WordSearch
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule, Severity, replace
from jlint.rules.data import FOLDER
from jlint.rules.helpers.allow import AllowOptions, allowed
from jlint.rules.helpers.quotations import is_in_others_words

_BEFORE = lazy_pattern(rf"[0-9A-Za-zÀ-ɏ_/\\.@#$%&=+~:{OBJECT}-]\Z")
_AFTER = lazy_pattern(rf"[0-9A-Za-zÀ-ɏ_/\\@=~{OBJECT}-]|[.:'’][0-9A-Za-z/]")
"""What a name stands beside where it is part of a path, an address, an account or an identifier."""
_JAPANESE = lazy_pattern("[ぁ-んァ-ヶ一-鿿々]")
_WORDS_OF_SENTENCE = 4
"""A block without a Japanese letter that has so many words is in another language, most often quoted."""
_OLD_NAME = lazy_pattern(r" ?X\b")
"""Mac OS X, whose name was another one."""


@cache
def _names() -> Mapping[str, str]:
    """The right spelling by each wrong one."""
    lines = (FOLDER / "product_names.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {wrong: right for right, *wrongs in rows for wrong in wrongs}


@cache
def _search() -> WordSearch:
    return WordSearch(list(_names()))


class MisspeltProductName(Rule):
    """製品やサービスの名のつづりが、正式なものと違う（`Github`、`Javascript`、`Wordpress`）。

    大文字と小文字、空白の入れ方も名の一部で、違うと雑に見え、検索にもかかりにくい。正式なつづりに直す。見るのは本文と
    題名で、コード、リンクの題名、引用、外国語の文、番地やファイル名の中は見ない。小文字だけの形（github）も、コマンドや
    アカウントの名かもしれないので見ない。
    """

    id = "misspelt-product-name"
    category = "notation"
    severity = Severity.INFO
    english = """The name of a product or service is not spelt as its owner spells it, as in `Github` and `Javascript`.

    Capitals and spaces are part of a name; another spelling looks careless and is harder to search for. Write the
    owner's. The text and the title are looked at; code, the titles of other pages, quotations, sentences in another
    language, addresses and file names aren't, nor are names all in small letters, which may be commands or accounts.
    """
    examples = (
        Bad("原稿は⟦Github⟧に置く。\n", fixed="原稿はGitHubに置く。\n"),
        Bad("⟦Javascript⟧ と ⟦Node.JS⟧ を学ぶ。\n", fixed="JavaScript と Node.js を学ぶ。\n"),
        Bad("港の案内は⟦Wordpress⟧製だ。\n", fixed="港の案内はWordPress製だ。\n"),
        Good("原稿は GitHub に置く。`Github` と書くと動かない。\n"),
        Good("Github.com、docs/Github/a.md、@Youtube、Github-flavored、Javascript_Guide、MyGithub を開く。\n"),
        Good("[Youtubeの使い方](https://example.com/)という題の記事を読む。\n"),
        Good("> Javascriptで書いた。\n"),
        Good("github にも youtube にも置く。\n"),
        Good(
            "{{< fig-quote >}}\n動画はYoutubeにある。\n{{< /fig-quote >}}\n\n<q>Youtubeで見た</q>と言う。\n",
            dialect="hugo",
        ),
        Good("The pictures are on Youtube.\n\nMacOS X で動いた。\n"),
    )
    Options = AllowOptions
    options: AllowOptions

    def check(self, document: Document) -> Iterator[Finding]:
        allow = allowed(self.options.allow)
        for block, _ in document.proofread_text.blocks_by_word(_search()):
            if not _JAPANESE.search(block.text) and len(block.text.split()) >= _WORDS_OF_SENTENCE:
                continue
            for match in _search().matches(block.text):
                if not _is_name(block.text, *match.span()) or allow.covers(block.text, *match.span()):
                    continue
                span = block.source_span(*match.span())
                wrong, right = match[0], _names()[match[0]]
                is_as_written = span.of(document.text) == wrong
                if right == "macOS" and _OLD_NAME.match(block.text, match.end()):
                    continue
                if not is_as_written or document.in_own_word(span) or is_in_others_words(document, span):
                    continue
                yield self.finding(
                    span,
                    ja=f"「{wrong}」の正式なつづりは「{right}」です。直してください",
                    en=f"{wrong} is spelt {right}. Correct it",
                    fix=replace(span, right, ja=f"「{right}」に直す", en=f"Write {right}", safe=True),
                )


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the word is no part of a longer one, of a path or of an identifier."""
    return not _BEFORE.search(text[max(0, start - 1) : start]) and not _AFTER.match(text[end : end + 2])
