"""textlint's preset-ja-spacing, and the rules about kanji and hiragana."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.document.exempt import Exempt
from jlint.finding import Text
from jlint.textlint.translation import Given, Lost, On, Part, Translator, on, simply

RULE = "mixed-half-width-spacing"
STYLED = ("heading", "cell", "quotation", "strong", "emphasis", "strikethrough", "link", "html")
"""What is no plain text of a paragraph or an item, which is all that these rules of textlint's look at."""


def in_plain_text(translate: Translator) -> Translator:
    """A rule of textlint's that looks at nothing but plain text."""

    def translate_exempt(given: Given) -> Iterable[Part]:
        rules: list[str] = []
        for part in translate(given):
            if isinstance(part, On):
                rules.append(part.rule)
            yield part
        yield Exempt(within=STYLED, rules=tuple(dict.fromkeys(rules)))

    return translate_exempt


def between_half_and_full_width(given: Given) -> Iterable[Part]:
    """`space` is a word for both kinds, or a list of what gets one; punctuation is checked if the options say so."""
    space = given.get("space", "never")
    kinds = space if isinstance(space, list) else ["alphabets", "numbers"] if space == "always" else []
    of = {True: "space", False: "none"}
    strict = given.get("exceptPunctuation", True) is False or "punctuation" in kinds
    is_everywhere = bool(given.get("lintStyledNode", False))
    yield on(
        RULE,
        letters=of["alphabets" in kinds],
        numbers=of["numbers" in kinds],
        punctuation=of[bool(kinds)] if strict else None,
        full_width_spaces=True,
        in_links=is_everywhere,
        allow=(given.texts("allows") + given.texts("allow")) or None,
    )
    if not is_everywhere:
        yield Exempt(within=STYLED, rules=(RULE,))


between_full_width = simply("space-between-full-width", after_stops=False, full_width_spaces=False)
"""Half-width spaces between two Japanese letters."""


def around_parentheses(given: Given) -> Iterable[Part]:
    """Half-width parentheses may be set off, must be, or must not be."""
    allowed = given.get("allowOutsideHalfParentheses", True)
    required = given.get("requireOutsideHalfParentheses", False)
    yield on("space-around-bracket", half_width="space" if required else None if allowed else "none")


def around(kind: str) -> Translator:
    """The spaces on both sides of one kind of markup."""

    def translate(given: Given) -> Iterable[Part]:
        before, after = bool(given.get("before", False)), bool(given.get("after", False))
        sides = {(True, True): "both", (False, False): "none", (True, False): "before", (False, True): "after"}
        yield On("space-around-markup", {kind: sides[before, after]})

    return translate


def after(mark: str) -> Translator:
    """The space after one mark."""

    def translate(given: Given) -> Iterable[Part]:
        yield on("half-width-space-after-mark", marks=[mark])

    return translate


_OFFICIAL_KANJI = (
    *(
        "全て",
        "例えば",
        "恐らく",
        "極めて",
        "次第に",
        "/僅か(?!に)/",
        "専ら",
        "全く",
        "甚だ",
        "殊に",
        "総じて",
        "辛うじて",
        "強いて",
    ),
    *("大抵", "無論", "多分", "到底", "今更", "早速", "時折", "時々", "近々", "幾ら", "大層", "何となく", "度々"),
)
"""Adverbs that official texts write in kanji, of those that textlint's list doesn't have."""


def without_own_words(rule: str, left_alone: tuple[str, ...] = ()) -> Translator:
    """A rule whose words textlint reads from a file, while jlint has its own list, but for those in `left_alone`."""

    def translate(given: Given) -> Iterable[Part]:
        if given.get("rulePath"):
            ja = "語の一覧は jlint のものを使います。足す語は patterns に書いてください"
            en = "jlint's own list of words is used. Write further words under patterns"
            yield Lost("rulePath", Text(ja, en))
        yield on(rule, allow=[*given.texts("allow"), *given.texts("allows"), *left_alone] or None)

    return translate


def formal_noun(given: Given) -> Iterable[Part]:
    """方 and 上 are found unless any option is set and theirs isn't."""
    nouns = {"detection_hou_kata": "方", "detection_ue": "上"}
    left = [noun for name, noun in nouns.items() if not given.get(name) and given.are_set]
    yield on("kanji-formal-noun", allow=left or None)


RULES: Mapping[str, Translator] = {
    "ja-space-between-half-and-full-width": between_half_and_full_width,
    "ja-no-space-between-full-width": in_plain_text(between_full_width),
    "ja-nakaguro-or-halfwidth-space-between-katakana": in_plain_text(simply("full-width-space-in-katakana")),
    "ja-no-space-around-parentheses": in_plain_text(around_parentheses),
    "ja-no-space-around-slash": in_plain_text(simply("space-around-slash")),
    "ja-space-after-exclamation": in_plain_text(after("！")),
    "ja-space-after-question": in_plain_text(after("？")),
    "ja-space-around-code": around("code"),
    "ja-space-around-emphasis": around("emphasis"),
    "ja-space-around-strong": around("strong"),
    "ja-space-around-link": around("link"),
    "ja-hiragana-daimeishi": without_own_words("kanji-pronoun"),
    "ja-hiragana-fukushi": without_own_words("kanji-adverb", _OFFICIAL_KANJI),
    "ja-hiragana-hojodoushi": without_own_words("kanji-auxiliary-verb"),
    "ja-hiragana-keishikimeishi": without_own_words("kanji-formal-noun"),
    "ja-keishikimeishi": formal_noun,
    "ja-no-orthographic-variants": simply("mixed-variant", verbs=True),
}
