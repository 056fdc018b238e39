"""Since which version of jlint a rule is there."""

from __future__ import annotations

from jlint.rules.contract.deferred import Listed

_NEXT = "0.3.0"
_RELEASED = {
    "0.1.0": (
        "doubled-character doubled-fragment doubled-word doubled-particle foreign-letter foreign-word "
        "simplified-chinese-letter known-misspelling broken-idiom stranded-prefix missing-character "
        "missing-particle misspelt-katakana surplus-character surplus-particle swapped-characters "
        "stray-letter wrong-character wrong-kanji wrong-particle repeated-passage short-repeated-passage "
        "repeated-sentence sentence-said-before near-copy repeated-heading repeated-title duplicate-title "
        "duplicate-excerpt duplicate-paragraph front-matter-invalid front-matter-missing front-matter-empty "
        "front-matter-duplicate front-matter-mismatch markdown-in-front-matter glued-title-template "
        "title-cut-off unopened-bracket-in-title length-note assistant-talk-in-front-matter excerpt-cut-off "
        "excerpt-same-as-title boilerplate-excerpt invalid-date date-unlike-file-name "
        "date-shifts-in-time-zone file-name-mismatch reading-time-mismatch date-without-time-zone future-date "
        "end-marker conflict-marker leaked-prompt assistant-talk placeholder continuation-label citation-stub "
        "fenced-article second-front-matter tool-output impossible-figure control-character "
        "invisible-character private-use-character replacement-character mojibake text-cut-off "
        "starts-mid-sentence empty-section heading-at-end kangxi-radical decomposed-kana over-anonymized-name "
        "leftover-todo unclosed-bracket mixed-digit-grouping weekday-mismatch dictionary-term "
        "mixed-numeral-script mixed-variant variant-unlike-other-posts comma-as-decimal-point "
        "full-width-alphanumeric full-width-space-in-katakana half-width-katakana half-width-space-after-mark "
        "mixed-half-width-spacing mixed-mark-width mixed-month-counter mixed-punctuation "
        "period-before-closing-bracket space-around-bracket space-around-markup space-around-slash "
        "space-between-full-width unjapanese-mark western-punctuation mixed-synonym doubled-space "
        "supplementary-character mixed-width-alphabet kanji-adverb kanji-auxiliary-verb kanji-formal-noun "
        "kanji-or-kana kanji-outside-joyo kanji-pronoun missing-long-vowel numeral-style mixed-date-format "
        "lone-tari dropped-ra double-negative misused-word repeated-ga repeated-particle dropped-i "
        "superfluous-re wrong-sou mixed-politeness repeated-sentence-ending repeated-conjunction "
        "long-sentence too-many-commas too-many-latin-commas long-kanji-run missing-full-stop "
        "exclamation-or-question-mark weak-phrase redundant-expression wordy-verb pleonasm cliche-density "
        "inappropriate-word filler-word period-in-heading period-in-list-item abbreviation-before-words "
        "doubled-abbreviation unexpanded-acronym predicate-before-colon bold-label decorative-emoji "
        "hype-expression vague-guidance mixed-caption-politeness unpaired-emphasis unrendered-emphasis "
        "dead-post-link skipped-heading-level empty-element bold-in-heading unknown-suppression "
        "unused-suppression "
    ),
    "0.2.0": (
        "accidental-heading broken-link-syntax dead-local-link doubled-honorific heading-without-space "
        "misplaced-front-matter missing-alt-text misspelt-product-name mixed-first-person nested-bracket "
        "overused-sasete-itadaku self-reference unclosed-fence undefined-footnote unknown-container "
        "unused-footnote "
    ),
}
"""The rules of the versions that are out. What isn't here comes with the next one."""

_VERSIONS = {rule: version for version, rules in _RELEASED.items() for rule in rules.split()}


def since(listed: Listed) -> str:
    """The version that brought the rule, as `0.2.0`: what its line of the table says, else what the changelog does."""
    told: str | None = getattr(listed, "since", None)
    return told or _VERSIONS.get(listed.id, _NEXT)
