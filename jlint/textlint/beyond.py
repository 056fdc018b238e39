"""Where a rule of jlint's finds more than the rules of textlint's that it replaces, and can't be held to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.finding import Text

BEYOND: Mapping[str, Text] = {
    "doubled-character": Text("単語の中の重なり", "doublings inside words"),
    "double-negative": Text("言い方が多い", "more forms"),
    "inappropriate-word": Text("語の一覧は jlint のもの", "jlint's own list"),
    "kanji-adverb": Text("語の一覧は jlint のもの", "jlint's own list"),
    "kanji-auxiliary-verb": Text("語の一覧は jlint のもの", "jlint's own list"),
    "kanji-formal-noun": Text("語の一覧は jlint のもの", "jlint's own list"),
    "kanji-or-kana": Text("語の一覧は jlint のもの", "jlint's own list"),
    "kanji-pronoun": Text("語の一覧は jlint のもの", "jlint's own list"),
    "known-misspelling": Text("一覧が長い", "a longer list"),
    "missing-long-vowel": Text("一覧ではなく辞書で決める", "decided by the dictionary, not by a list"),
    "misused-word": Text("一覧が長い", "a longer list"),
    "nonstandard-loanword": Text("一覧のほか、辞書でも決める", "decided by the dictionary too, not by a list alone"),
    "weak-phrase": Text("言い回しが多い", "more phrases"),
}


def beyond(rules: Iterable[str]) -> Text | None:
    """A sentence on those of the rules that find more; None if none does."""
    wider = [(rule, BEYOND[rule]) for rule in rules if rule in BEYOND]
    if not wider:
        return None
    ja = "、".join(f"{rule}（{what.ja}）" for rule, what in wider)
    en = ", ".join(f"{rule} ({what.en})" for rule, what in wider)
    return Text(
        f"次のルールは textlint より広く見るところがあります: {ja}",
        f"These rules may find more than textlint: {en}",
    )
