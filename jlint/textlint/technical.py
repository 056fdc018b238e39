"""textlint's preset-ja-technical-writing, preset-japanese and the rules of grammar and style that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jlint.document.exempt import Exempt
from jlint.finding import Text
from jlint.textlint.passages import is_expression, passage_of
from jlint.textlint.redundant import redundant
from jlint.textlint.translation import FIX_ONLY, Given, Lost, Part, Translator, on, simply

_ENDS = "。．.?!？！"
"""What ends a sentence where textlint isn't told otherwise."""
_NO_PARAGRAPHS = ("heading", "cell", "quotation", "html")
_DOUBLED = ("doubled-character", "doubled-word", "doubled-particle")
_STYLES = {"ですます": "polite", "である": "plain"}


def _together(given: Given, *names: str) -> str | None:
    """Characters that textlint lists one by one, under one of the names."""
    lists = [given.texts(name) if given.get(name) is not None else None for name in names]
    return next(("".join(each) for each in lists if each is not None), None)


def _lost_if_set(given: Given, name: str, instead: Text) -> Iterable[Part]:
    """Tells that an option is lost, where it says something other than no or nothing."""
    if given.get(name):
        yield Lost(name, instead)


def sentence_length(given: Given) -> Iterable[Part]:
    """textlint counts UTF-16 units, English and quotations."""
    yield on(
        "long-sentence",
        max=given.get("max", 100),
        count_latin=True,
        latin_ends=True,
        count_quotations=True,
        count="code-points" if given.get("countBy") == "codepoints" else "utf-16",
        count_urls=True if given.get("skipUrlStringLink") is False else None,
        allow=given.texts("skipPatterns") + given.texts("exclusionPatterns") or None,
    )


def max_ten(given: Given) -> Iterable[Part]:
    """Commas between nouns don't count unless `strict`; headings and tables are left out."""
    yield on(
        "too-many-commas",
        max=given.get("max", 3),
        comma=given.get("touten"),
        ends=f"{given.get('kuten', '。')}！？!?",
        count_lists=True if given.get("strict") else None,
        count_quotations=True,
    )
    yield Exempt(within=("heading", "cell"), rules=("too-many-commas",))


def max_comma(given: Given) -> Iterable[Part]:
    """Latin commas alone."""
    yield on("too-many-latin-commas", max=given.get("max", 4))


def kanji_run(given: Given) -> Iterable[Part]:
    """textlint reports runs of six kanji or more."""
    yield on("long-kanji-run", max=given.get("max", 5), allow=given.texts("allow") or None)


def mixed_style(given: Given) -> Iterable[Part]:
    """Paragraphs, lists and headings are checked apart, every sentence counts; only である and です・ます do."""
    yield on(
        "mixed-politeness",
        body=_STYLES.get(str(given.get("preferInBody")), "majority"),
        lists=_STYLES.get(str(given.get("preferInList")), "majority"),
        headings=_STYLES.get(str(given.get("preferInHeader")), "majority"),
        share=0.0,
        forms="dearu",
        clauses=True if given.get("strict") else None,
    )


def period(given: Given) -> Iterable[Part]:
    """Every paragraph ends with the mark; what else may end it is listed."""
    yield on(
        "missing-full-stop",
        mark=given.get("periodMark"),
        allow=given.texts("allowPeriodMarks"),
        emoji=bool(given.get("allowEmojiAtEnd", False)),
        fragments=True,
        any_end=True,
        markup=False,
        footnotes=True if given.get("checkFootnote") else None,
    )
    yield Exempt(within=("html",), rules=("missing-full-stop",))
    yield from _lost_if_set(given, "forceAppendPeriod", FIX_ONLY)


def doubled_particle(given: Given) -> Iterable[Part]:
    """Both tools count the distance between the copies alike, in paragraphs and items."""
    yield on(
        "repeated-particle",
        interval=given.get("min_interval"),
        allow=given.texts("allow") or None,
        lists=True if given.get("strict") else None,
        words=True,
        commas=_together(given, "commaCharacters", "commaChars"),
        ends=_together(given, "separatorCharacters", "separatorChars") or _ENDS,
    )
    yield Exempt(within=_NO_PARAGRAPHS, rules=("repeated-particle",))


def doubled_ga(given: Given) -> Iterable[Part]:
    """The marks that end a sentence may be set."""
    yield on("repeated-ga", ends=_together(given, "separatorCharacters", "separatorChars"))


def doubled_conjunction(_: Given) -> Iterable[Part]:
    """A conjunction that repeats the one before it in its paragraph. The rule has no options."""
    yield on("repeated-conjunction", anywhere=True)
    yield Exempt(within=_NO_PARAGRAPHS, rules=("repeated-conjunction",))


def doubled_opening(given: Given) -> Iterable[Part]:
    """Any opening before the first comma counts."""
    yield on("repeated-conjunction", interval=given.get("interval"), any_opening=True)
    yield Exempt(within=_NO_PARAGRAPHS, rules=("repeated-conjunction",))


def exclamation(given: Given) -> Iterable[Part]:
    """The marks that no option allows."""
    allowed = {
        "!": "allowHalfWidthExclamation",
        "！": "allowFullWidthExclamation",
        "?": "allowHalfWidthQuestion",
        "？": "allowFullWidthQuestion",
    }
    marks = "".join([mark for mark, option in allowed.items() if not given.get(option)])
    allow = given.texts("allow")
    if marks:
        yield on("exclamation-or-question-mark", marks=marks, allow=["Yahoo!", *allow] if allow else None)


def successive_word(given: Given) -> Iterable[Part]:
    """What jlint's own rules about doubling find; legitimate doublings need no list. Only adjacent words count."""
    yield on("doubled-character")
    yield on("doubled-word", phrases=False)
    yield on("doubled-particle")
    passages: list[str] = []
    for word in given.texts("allow"):
        passage = passage_of(word)
        if isinstance(passage, Text):
            yield Lost(f"allow {word}", passage)
        elif passage:
            # jlint's finding covers both copies
            passages.append(f"/(?:{passage[1:-1] if is_expression(word) else re.escape(word)})+/")
    if passages:
        yield Exempt(text=tuple(passages), rules=_DOUBLED)
    if given.get("allowOnomatopee", True) is False:
        instead = Text("擬音語のくり返しは指摘しません", "words for sounds are never reported")
        yield Lost("allowOnomatopee", instead)


def abusage(given: Given) -> Iterable[Part]:
    """Words mistaken for others, and plain misspellings."""
    yield on("misused-word", allow=given.texts("allow") + given.texts("allows") or None)
    yield on("known-misspelling")


def double_negative(given: Given) -> Iterable[Part]:
    """What stands in 「」 and in links is looked at, quotations in blocks aren't."""
    yield on("double-negative", quotations=True, allow=given.texts("allow") + given.texts("allows") or None)
    yield Exempt(within=("quotation",), rules=("double-negative",))


def tari(_: Given) -> Iterable[Part]:
    """Headings are left alone."""
    yield on("lone-tari")
    yield Exempt(within=("heading",), rules=("lone-tari",))


RULES: Mapping[str, Translator] = {
    "arabic-kanji-numbers": simply("numeral-style"),
    "ja-no-abusage": abusage,
    "ja-no-inappropriate-words": simply("inappropriate-word"),
    "ja-no-mixed-period": period,
    "ja-no-redundant-expression": redundant,
    "ja-no-successive-word": successive_word,
    "ja-no-weak-phrase": simply("weak-phrase"),
    "max-comma": max_comma,
    "max-kanji-continuous-len": kanji_run,
    "max-ten": max_ten,
    "no-double-negative-ja": double_negative,
    "no-doubled-conjunction": doubled_conjunction,
    "no-doubled-conjunctive-particle-ga": doubled_ga,
    "no-doubled-joshi": doubled_particle,
    "no-exclamation-question-mark": exclamation,
    "no-mix-dearu-desumasu": mixed_style,
    "no-start-duplicated-conjunction": doubled_opening,
    "prefer-tari-tari": tari,
    "sentence-length": sentence_length,
}
