"""textlint's rules outside of presets, and small ones that several presets contain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.finding import Text
from jlint.textlint.site_patterns import banned_words, site_patterns
from jlint.textlint.translation import FIX_ONLY, Dictionary, Given, Lost, Part, Translator, on, simply

_VOWELS = ["a", "i", "u", "e", "o", "n", "/[A-Z]/"]
"""Letters that hardly slip in, for textlint."""
_COMMON = ["/[Cc]言語/", "/[XYZxyz]軸/"]
"""Letters that make a word with what follows."""
_NOT_NEEDED = Text("jlint では要りません", "jlint doesn't need it")


def _allow(given: Given) -> list[str] | None:
    return (given.texts("allow") + given.texts("allows")) or None


def control_character(given: Given) -> Iterable[Part]:
    """Code is looked at only if the options say so, images unless they say no."""
    yield on(
        "control-character",
        allow=_allow(given),
        direction=True,
        in_code=bool(given.get("checkCode", False)),
        in_images=bool(given.get("checkImage", True)),
    )


def empty_section(given: Given) -> Iterable[Part]:
    """A heading with nothing after it, in the middle and at the end."""
    yield on("empty-section")
    yield on("heading-at-end", alone=True)


def unmatched_pair(given: Given) -> Iterable[Part]:
    """Each pair within its paragraph, brackets of another width being no partners."""
    pairs = ["「」", "『』", "（）", "【】", "［］", "｛｝", "〚〛", "()", "[]", "{}", "«»", "‹›", '""']
    yield on("unclosed-bracket", brackets=pairs, blocks=0, same_width=True)
    if given.get("loose"):
        yield Lost("loose", _NOT_NEEDED)


def weekday(given: Given) -> Iterable[Part]:
    """A year for dates without one counts only where the other option says so."""
    year, is_used = given.get("currentYear"), given.get("useCurrentYearIfMissing", False)
    yield on("weekday-mismatch", year=year if is_used and isinstance(year, int) else None)
    if is_used and not isinstance(year, int):
        instead = Text("年のない日付の年は year に書きます", "Write the year of dates without one as `year`")
        yield Lost("useCurrentYearIfMissing", instead)
    if given.get("lang") not in (None, "ja"):
        yield Lost("lang", Text("日本語の日付だけを見ます", "Only Japanese dates are looked at"))


def acronym(given: Given) -> Iterable[Part]:
    """textlint's own list of acronyms that need no explanation is not migrated."""
    yield on(
        "unexpanded-acronym",
        shortest=given.get("min_acronym_len"),
        longest=given.get("max_acronym_len"),
        allow=given.texts("ignore_acronyms") or None,
    )


def unnatural_alphabet(given: Given) -> Iterable[Part]:
    """A lone letter before any other letter; what may stand alone is listed, vowels, n and capitals by default."""
    allow = _VOWELS if given.get("allow") is None and given.get("allows") is None else _allow(given) or []
    common = _COMMON if given.get("allowCommonCase", True) else []
    yield on("stray-letter", anywhere=True, allow=[*allow, *common] or None)


def mixed_width(given: Given) -> Iterable[Part]:
    """textlint names the preferred width by a word."""
    prefer = {"全角": "full", "半角": "half"}.get(str(given.get("prefer")))
    yield on("mixed-width-alphabet", prefer=prefer)


def period_in_heading(given: Given) -> Iterable[Part]:
    """The mark and what counts as one."""
    yield on("period-in-heading", mark=given.get("periodMark"), marks=given.texts("periodMarks") or None)


def period_in_list_item(given: Given) -> Iterable[Part]:
    """The same for list items. What may end an item in its place counts only where a mark is wanted."""
    mark, links = given.get("periodMark"), given.get("ignoreLinkEnd", True)
    yield on(
        "period-in-list-item",
        mark=mark,
        marks=given.texts("periodMarks") or None,
        ordered=False if given.get("allowOrderedList") else None,
        links=False if mark and links else None,
        punctuation=True if mark else None,
        emoji=bool(given.get("allowEmoji")) or None,
        ends=given.texts("allowPeriodMarks") or None,
    )
    if given.get("forceAppendPeriod"):
        yield Lost("forceAppendPeriod", FIX_ONLY)


def prh(given: Given) -> Iterable[Part]:
    """prh's dictionaries are read as they are, in the same parts of the text."""
    yield on(
        "dictionary-term",
        headings=None if given.get("checkHeader", True) else False,
        paragraphs=None if given.get("checkParagraph", True) else False,
        links=None if given.get("checkLink", False) else False,
        emphasis=None if given.get("checkEmphasis", False) else False,
        quotations=True if given.get("checkBlockQuote", False) else None,
    )
    for path in given.texts("rulePaths"):
        if path.startswith("~"):
            yield Lost(
                f"rulePaths（{path}）",
                Text(
                    "ホームフォルダーの辞書はリポジトリに写して、dictionaries に並べてください",
                    "Copy the dictionary from your home folder into the repository and list it under dictionaries",
                ),
            )
        else:
            yield Dictionary(path)
    if given.get("checkCodeComment"):
        yield Lost(
            "checkCodeComment",
            Text("コードのコメントは見ません", "jlint doesn't look at comments in code"),
        )
    given.get("debug")
    if given.get("ruleContents"):
        yield Lost(
            "ruleContents",
            Text("内容を prh.yml に書いて dictionaries に並べてください", "Save them as prh.yml under dictionaries"),
        )


def synonyms(given: Given) -> Iterable[Part]:
    """By default spellings of one word only; other words of the same meaning where the options turn them on."""
    prefer, allow = given.texts("preferWords") or None, _allow(given)
    latin = given.get("allowAlphabet", True) is False
    yield on(
        "mixed-variant",
        prefer=prefer,
        trailing_kana=True,
        latin="all" if latin else "none",
        links=False,
        allow=allow,
    )
    if given.get("allowLexeme", True) is False:
        yield on("mixed-synonym", prefer=prefer, latin=latin or None, links=False, allow=allow)
    if given.get("allowNumber", True) is False:
        yield Lost("allowNumber", Text("数字の書き方は numeral-style が見ます", "numeral-style looks at numbers"))


RULES: Mapping[str, Translator] = {
    "abbr-within-parentheses": simply("abbreviation-before-words"),
    "date-weekday-mismatch": weekday,
    "doubled-spaces": simply("doubled-space"),
    "incremental-headers": simply("skipped-heading-level", first=1, single_top=True),
    "ja-unnatural-alphabet": unnatural_alphabet,
    "ng-word": banned_words,
    "no-dropping-i": simply("dropped-i"),
    "no-dropping-the-ra": simply("dropped-ra"),
    "no-duplicate-abbr": simply("doubled-abbreviation"),
    "no-empty-element": simply("empty-element"),
    "no-empty-section": empty_section,
    "no-filler": simply("filler-word"),
    "no-hankaku-kana": simply("half-width-katakana"),
    "no-insert-dropping-sa": simply("wrong-sou"),
    "no-insert-re": simply("superfluous-re"),
    "no-invalid-control-character": control_character,
    "no-kangxi-radicals": simply("kangxi-radical"),
    "no-mixed-zenkaku-and-hankaku-alphabet": mixed_width,
    "no-nfd": simply("decomposed-kana", spacing=True),
    "no-surrogate-pair": simply("supplementary-character", emoji=True),
    "no-synonyms": synonyms,
    "no-todo": simply("leftover-todo"),
    "no-unmatched-pair": unmatched_pair,
    "no-zero-width-spaces": simply("invisible-character", everywhere=True),
    "pattern": site_patterns,
    "period-in-header": period_in_heading,
    "period-in-list-item": period_in_list_item,
    "prh": prh,
    "unexpanded-acronym": acronym,
}

_WORDS = Text(
    "決まった言葉なら patterns か prh の辞書（dictionaries）に書けます",
    "Words can be listed under patterns, or in a dictionary of prh's under dictionaries",
)
ADVICE: Mapping[str, Text] = {
    "terminology": _WORDS,
    "spellcheck-tech-word": _WORDS,
    "proofdict": _WORDS,
    "no-dead-link": Text(
        "リンク切れは lychee などで調べます", "Look for dead links with a link checker such as lychee"
    ),
    "spellchecker": Text("英語の綴りは cspell などで調べます", "Check English spelling with a tool such as cspell"),
    "common-misspellings": Text("英語の綴りは typos などで調べます", "Check English spelling with typos and the like"),
    "write-good": Text("英文は Vale などで調べます", "Check English prose with a tool such as Vale"),
    "alex": Text("英文は alex で調べます", "Check English prose with alex itself"),
    "@textlint-ja/textlint-rule-morpheme-match": _WORDS,
    "morpheme-match": _WORDS,
}
