"""Since which version of jlint a rule is there."""

from __future__ import annotations

from jlint.rules.contract.deferred import Listed

_FIRST = "0.1.0"
_LATER = {
    "0.2.0": (
        "accidental-heading",
        "broken-link-syntax",
        "dead-local-link",
        "doubled-honorific",
        "heading-without-space",
        "misplaced-front-matter",
        "missing-alt-text",
        "misspelt-product-name",
        "mixed-first-person",
        "nested-bracket",
        "overused-sasete-itadaku",
        "self-reference",
        "unclosed-fence",
        "undefined-footnote",
        "unknown-container",
        "unused-footnote",
    ),
    "0.3.0": ("confused-kanji", "truncated-katakana"),
}
_VERSIONS = {rule: version for version, rules in _LATER.items() for rule in rules}


def since(listed: Listed) -> str:
    """The version that brought the rule, as `0.2.0`: what its line of the table says, else what the changelog does."""
    told: str | None = getattr(listed, "since", None)
    return told or _VERSIONS.get(listed.id, _FIRST)
