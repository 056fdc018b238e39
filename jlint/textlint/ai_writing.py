"""textlint's preset-ai-writing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jlint.finding import Text
from jlint.textlint.translation import Given, Lost, Part, Translator, on

PRESET = "preset-ai-writing"


def _allow(given: Given) -> list[str] | None:
    return (given.texts("allows") + given.texts("allow")) or None


def _enabled(given: Given, **options: str | tuple[str, ...]) -> list[str] | None:
    """The kinds that none of the options `disable…` turns off; None for all of them."""
    off: set[str] = set()
    for kind, names in options.items():
        # each is read, so that none of them counts as unknown
        values = [given.get(name, False) for name in _several(names)]
        if any(values):
            off.add(kind)
    return [kind for kind in options if kind not in off] if off else None


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


def list_formatting(given: Given) -> Iterable[Part]:
    """Bold labels and emoji in list items."""
    allow = _allow(given)
    if not given.get("disableBoldListItems", False):
        yield on("bold-label", items=True, labels=[], allow=allow)
    if not given.get("disableEmojiListItems", False):
        yield on("decorative-emoji", before_bold=False, allow=allow)


def hype(given: Given) -> Iterable[Part]:
    """Exaggerations of three kinds."""
    kinds = _enabled(
        given,
        absolute="disableAbsolutenessPatterns",
        vague="disableAbstractPatterns",
        prophetic=("disabledPredictivePatterns", "disablePredictivePatterns"),
    )
    yield on("hype-expression", kinds=kinds, allow=_allow(given))


def emphasis(given: Given) -> Iterable[Part]:
    """Emoji before bold words, bold labels before paragraphs, bold words in headings."""
    allow = _allow(given)
    if not given.get("disableEmojiEmphasisPatterns", False):
        yield on("decorative-emoji", bullets=[], before_bold=True, allow=allow)
    if not given.get("disableInfoPatterns", False):
        yield on("bold-label", items=False, allow=allow)
    if not given.get("disableHeadingEmphasisPatterns", False):
        yield on("bold-in-heading", allow=allow)


def colon(given: Given) -> Iterable[Part]:
    """What may follow the colon is turned off one by one."""
    before = _enabled(
        given,
        list="disableList",
        code=("disableCodeBlock", "disableCode"),
        quote=("disableQuote", "disableBlockQuote"),
        table="disableTable",
    )
    yield on("predicate-before-colon", before=before, allow=_allow(given))


def guideline(given: Given) -> Iterable[Part]:
    """Five kinds of advice, two of them in two parts, and an analysis of the whole text, which jlint hasn't."""
    kinds = _enabled(
        given,
        redundancy="disableRedundancyGuidance",
        voice="disableVoiceGuidance",
        clarity="disableClarityGuidance",
        consistency="disableConsistencyGuidance",
        structure="disableStructureGuidance",
    ) or ["redundancy", "voice", "clarity", "consistency", "structure"]
    wider = [kind for kind, of in (("passive", "voice"), ("judgement", "clarity")) if of in kinds]
    yield on("vague-guidance", kinds=[*kinds, *wider], allow=_allow(given))
    if given.get("enableDocumentAnalysis", False):
        yield Lost(
            "enableDocumentAnalysis",
            Text("文書全体の点数は出しません", "jlint gives no score of the whole text"),
        )


RULES: Mapping[str, Translator] = {
    f"{PRESET}/ai-tech-writing-guideline": guideline,
    f"{PRESET}/no-ai-colon-continuation": colon,
    f"{PRESET}/no-ai-emphasis-patterns": emphasis,
    f"{PRESET}/no-ai-hype-expressions": hype,
    f"{PRESET}/no-ai-list-formatting": list_formatting,
}

_NO_SUCH = Text(
    "このプリセットにないルールで、textlint でも働いていません。",
    "The preset has no such rule; it does nothing in textlint either. ",
)
ADVICE: Mapping[str, Text] = {
    f"{PRESET}/ai-generated-phrases": Text(
        _NO_SUCH.ja + "決まった言葉は patterns に書けます",
        _NO_SUCH.en + "Phrases of your own can be listed under patterns",
    ),
    f"{PRESET}/professional-tone": Text(
        _NO_SUCH.ja + "設定から消してください。文体のそろい方は mixed-politeness が見ます",
        _NO_SUCH.en + "Remove it. mixed-politeness looks at the consistency of style",
    ),
}
