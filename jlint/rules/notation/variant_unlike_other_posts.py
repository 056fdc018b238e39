"""A word that one post writes differently from most posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jlint.document import Document
from jlint.finding import Text
from jlint.rules.contract.base import Bad, Good
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.rules.helpers.allow import AllowOptions
from jlint.rules.helpers.notation.katakana_variants import first_long_vowels
from jlint.rules.helpers.notation.listed_variants import first_uses
from jlint.rules.helpers.notation.prose import own_prose_of

_PARTING = "\t"
_FEWEST = 3
"""Posts that must write a word one way for it to be the usual one."""
_TIMES = 2
"""How many times as many these must be as the posts that write it in another way."""


class VariantUnlikeOtherPosts(CrossRule):
    """ほかの記事の多くと、言葉の書き方が違う（ほかは「サーバー」、この記事だけ「サーバ」）。

    サイトの中で書き方がゆれると、検索でも一覧でも漏れが出る。多くの記事が使う書き方にそろえる。見るのは、語尾の長音
    （サーバー、ユーザー）と、漢字とひらがなのどちらでも書く言葉（「全て」と「すべて」）。三つ以上の記事が、ほかの書き方の二倍
    以上あるときに限り、一つの記事の一つの言葉につき一度だけ指摘する。一つの記事の中のゆれは mixed-variant が見る。
    """

    id = "variant-unlike-other-posts"
    category = "notation"
    severity = None
    english = """Most other posts write a word in another way: 「サーバー」 there, 「サーバ」 here.

    Where a site writes one word in two ways, searches and lists miss half of it. Write it as most posts do. Final long
    vowels of loanwords and words that may be in kanji or kana are looked at; at least three posts, and twice as many
    as those that differ, must agree. Each word is reported once a post. mixed-variant looks at single posts.
    """
    examples = (
        Bad(
            "古い⟦サーバ⟧とサーバを捨てた。\n",
            beside={"b.md": "サーバーを置く。\n", "c.md": "サーバーを買う。\n", "d.md": "サーバーを直す。\n"},
        ),
        Bad(
            "⟦全て⟧を見た。\n",
            beside={"b.md": "すべてを聞く。\n", "c.md": "すべてを書く。\n", "d.md": "すべてを読む。\n"},
        ),
        Good("古いサーバを捨てた。\n", beside={"b.md": "サーバーを置く。\n", "c.md": "サーバーを買う。\n"}),
        Good(
            "古いサーバを捨てた。\n",
            beside={"b.md": "サーブを打つ。\n", "c.md": "サーフィンを習う。\n", "d.md": "サーブを受ける。\n"},
        ),
        Good(
            "古いサーバを捨てた。\n",
            options={"allow": ["サーバ"]},
            beside={"b.md": "サーバーを置く。\n", "c.md": "サーバーを買う。\n", "d.md": "サーバーを直す。\n"},
        ),
        Good(
            "サーバとサーバーを捨てた。\n",
            options={"allow": ["/^サーバ(?!ー)/"]},
            beside={"b.md": "サーバーを置く。\n", "c.md": "サーバーを買う。\n", "d.md": "サーバーを直す。\n"},
        ),
        Bad(
            "全て良しという店で、⟦全て⟧を見た。\n",
            options={"allow": ["全て良し"]},
            beside={"b.md": "すべてを聞く。\n", "c.md": "すべてを書く。\n", "d.md": "すべてを読む。\n"},
        ),
    )
    Options = AllowOptions
    options: AllowOptions

    def collect(self, document: Document) -> Iterator[Fact]:
        prose = own_prose_of(document)
        allow = self.options.allow
        for word, use in (*first_uses(prose, allow), *first_long_vowels(prose, allow)):
            if use.way not in allow:
                yield Fact(use.span, f"{word}{_PARTING}{use.way}")

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        by_word: dict[str, dict[str, dict[str, SharedFact]]] = defaultdict(lambda: defaultdict(dict))
        for fact in facts:
            word, _, writing = fact.key.partition(_PARTING)
            by_word[word][writing].setdefault(fact.path, fact)
        for writings in by_word.values():
            usual = max(writings, key=lambda writing: len(writings[writing]))
            others = [writing for writing in writings if writing != usual]
            most = len(writings[usual])
            if most >= _FEWEST and most >= _TIMES * sum(len(writings[other]) for other in others):
                for other in others:
                    yield from _unlike(other, writings[other], usual, writings[usual])


def _unlike(
    writing: str, posts: dict[str, SharedFact], usual: str, usual_posts: dict[str, SharedFact]
) -> Iterator[Conclusion]:
    for fact in posts.values():
        model = next(other for path, other in usual_posts.items() if path != fact.path)
        yield Conclusion(
            fact,
            Text(
                f"「{writing}」は、ほかの記事では多くが「{usual}」です（{len(usual_posts)}件、"
                f"「{writing}」は{len(posts)}件）。「{usual}」にそろえてください",
                f"Most posts write {usual} ({len(usual_posts)} posts, {writing} in {len(posts)}); write {usual}",
            ),
            ((model, Text(f"「{usual}」と書いた記事", f"a post that writes {usual}")),),
        )
