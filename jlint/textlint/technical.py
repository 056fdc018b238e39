"""textlint's preset-ja-technical-writing, preset-japanese and the rules of grammar and style that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jlint.textlint.translation import Given, Part, Translator, on, simply

_STYLES = {"ですます": "polite", "である": "plain"}


def _together(given: Given, *names: str) -> str | None:
    """Characters that textlint lists one by one, under one of the names."""
    lists = [given.texts(name) if given.get(name) is not None else None for name in names]
    return next(("".join(each) for each in lists if each is not None), None)


def sentence_length(given: Given) -> Iterable[Part]:
    """textlint counts UTF-16 units, English and quotations."""
    yield on(
        "long-sentence",
        max=given.get("max", 100),
        count_latin=True,
        count_quotations=True,
        count="code-points" if given.get("countBy") == "codepoints" else "utf-16",
        count_urls=True if given.get("skipUrlStringLink") is False else None,
        allow=given.texts("skipPatterns") + given.texts("exclusionPatterns") or None,
    )


def max_ten(given: Given) -> Iterable[Part]:
    """Commas between nouns don't count unless `strict`."""
    yield on(
        "too-many-commas",
        max=given.get("max", 3),
        comma=given.get("touten"),
        ends=given.get("kuten"),
        count_lists=True if given.get("strict") else None,
    )


def max_comma(given: Given) -> Iterable[Part]:
    """Latin commas alone."""
    yield on("too-many-latin-commas", max=given.get("max", 4))


def kanji_run(given: Given) -> Iterable[Part]:
    """textlint reports runs of six kanji or more."""
    yield on("long-kanji-run", max=given.get("max", 5), allow=given.texts("allow") or None)


def mixed_style(given: Given) -> Iterable[Part]:
    """Paragraphs, lists and headings are checked apart, every sentence counts, and only だ and である are plain."""
    yield on(
        "mixed-politeness",
        body=_STYLES.get(str(given.get("preferInBody")), "majority"),
        lists=_STYLES.get(str(given.get("preferInList")), "majority"),
        headings=_STYLES.get(str(given.get("preferInHeader")), "majority"),
        share=0.0,
        forms="copula",
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
    )
    for name in ("forceAppendPeriod", "checkFootnote"):
        given.get(name)


def doubled_particle(given: Given) -> Iterable[Part]:
    """Both tools count the distance between the copies alike."""
    yield on(
        "repeated-particle",
        interval=given.get("min_interval"),
        allow=given.texts("allow") or None,
        lists=True if given.get("strict") else None,
        commas=_together(given, "commaCharacters", "commaChars"),
        ends=_together(given, "separatorCharacters", "separatorChars"),
    )


def doubled_ga(given: Given) -> Iterable[Part]:
    """The marks that end a sentence may be set."""
    yield on("repeated-ga", ends=_together(given, "separatorCharacters", "separatorChars"))


def doubled_conjunction(given: Given) -> Iterable[Part]:
    """Separators can't be set: jlint distinguishes conjunctions from other words."""
    yield on("repeated-conjunction")
    _together(given, "separatorCharacters", "separatorChars")


def doubled_opening(given: Given) -> Iterable[Part]:
    """Any opening before the first comma counts."""
    yield on("repeated-conjunction", interval=given.get("interval"), any_opening=True)


def exclamation(given: Given) -> Iterable[Part]:
    """The marks that no option allows."""
    allowed = {
        "!": "allowHalfWidthExclamation",
        "！": "allowFullWidthExclamation",
        "?": "allowHalfWidthQuestion",
        "？": "allowFullWidthQuestion",
    }
    marks = "".join([mark for mark, option in allowed.items() if not given.get(option)])
    if marks:
        yield on("exclamation-or-question-mark", marks=marks)


def successive_word(given: Given) -> Iterable[Part]:
    """What jlint's own rules about doubling find; legitimate doublings need no list."""
    for kind in ("character", "word", "fragment", "particle"):
        yield on(f"doubled-{kind}")
    for name in ("allow", "allowOnomatopee"):
        given.get(name)


def abusage(given: Given) -> Iterable[Part]:
    """Words mistaken for others, and plain misspellings."""
    yield on("misused-word", allow=given.texts("allow") + given.texts("allows") or None)
    yield on("known-misspelling")


def redundant(given: Given) -> Iterable[Part]:
    """Set expressions, and verbs written in two words."""
    yield on("redundant-expression", allow=given.texts("allow") + given.texts("allows") or None)
    yield on("wordy-verb")
    for name in ("dictOptions", "allowNodeTypes"):
        given.get(name)


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
    "no-double-negative-ja": simply("double-negative"),
    "no-doubled-conjunction": doubled_conjunction,
    "no-doubled-conjunctive-particle-ga": doubled_ga,
    "no-doubled-joshi": doubled_particle,
    "no-exclamation-question-mark": exclamation,
    "no-mix-dearu-desumasu": mixed_style,
    "no-start-duplicated-conjunction": doubled_opening,
    "prefer-tari-tari": simply("lone-tari"),
    "sentence-length": sentence_length,
}

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "preset-ja-technical-writing": {
        "sentence-length": {"max": 100},
        "max-comma": {"max": 3},
        "max-ten": {"max": 3},
        "max-kanji-continuous-len": {"max": 6, "allow": []},
        "arabic-kanji-numbers": True,
        "no-mix-dearu-desumasu": {
            "preferInHeader": "",
            "preferInBody": "ですます",
            "preferInList": "である",
            "strict": True,
        },
        "ja-no-mixed-period": {"periodMark": "。"},
        "no-double-negative-ja": True,
        "no-dropping-the-ra": True,
        "no-doubled-conjunctive-particle-ga": True,
        "no-doubled-conjunction": True,
        "no-doubled-joshi": {"min_interval": 1},
        "no-nfd": True,
        "no-invalid-control-character": True,
        "no-zero-width-spaces": True,
        "no-exclamation-question-mark": True,
        "no-hankaku-kana": True,
        "ja-no-weak-phrase": True,
        "ja-no-successive-word": True,
        "ja-no-abusage": True,
        "ja-no-redundant-expression": True,
        "ja-unnatural-alphabet": True,
        "no-unmatched-pair": True,
    },
    "preset-japanese": {
        "max-ten": {"max": 3},
        "no-doubled-conjunctive-particle-ga": True,
        "no-doubled-conjunction": True,
        "no-double-negative-ja": True,
        "no-doubled-joshi": {"min_interval": 1},
        "sentence-length": {"max": 100},
        "no-dropping-the-ra": True,
        "no-mix-dearu-desumasu": True,
        "no-nfd": True,
        "no-invalid-control-character": True,
        "no-zero-width-spaces": True,
        "no-kangxi-radicals": True,
    },
}
"""The rules inside a preset with the options that the preset sets; true where it sets none, false where off."""
