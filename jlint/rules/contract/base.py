"""The contract of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, get_args

import msgspec

from jlint.finding import Edit, Finding, Fix, Related, Severity, Text
from jlint.rules.contract.example import Bad, Good
from jlint.span import Span

if TYPE_CHECKING:
    from jlint.document import Document
    from jlint.rules.contract.directive_use import DirectiveUse

__all__ = [
    "CATEGORIES",
    "Bad",
    "Category",
    "Good",
    "Rule",
    "RuleOptions",
    "Severity",
    "Span",
    "Text",
    "doc",
    "replace",
]

Category = Literal[
    "typo", "repetition", "front-matter", "artifact", "notation", "grammar", "style", "markdown", "suppression"
]
CATEGORIES: tuple[Category, ...] = get_args(Category)


class RuleOptions(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """A rule's options with their defaults. Each field is annotated with `doc(…)`; in rules.yaml it is kebab-case."""


def doc(ja: str, en: str, **limits: Any) -> msgspec.Meta:
    """What an option means, in both languages, and its limits (`ge`, `gt`, `le`, `pattern` …, as `msgspec.Meta`)."""
    return msgspec.Meta(description=ja, extra={"en": en}, **limits)


class Rule:
    """One kind of defect.

    The docstring of a rule is its documentation in Japanese: a sentence that names the defect, then why it matters
    and what to do; `english` is the same in English. `severity` is the default one, None for a rule that is off by
    default. `examples` are documentation and tests at once. On a line where this rule reports something,
    findings of the rules that it `supersedes` are left out; on a line that its finding is related to, those of the
    rules that it `supersedes_at_related`. What it `holds_back` on its line is there to be looked up, but not told. It
    is told with a finding of the rules that it `leads_to` that lies around a place it is related to. The rules that it
    is `told_with` are those whose findings may be the same problem.

    The table of rules (`jlint/rules/listed.py`) repeats what is to be known of a rule before it is imported. A rule
    `across` files is a `CrossRule`; one that `reviews` is asked about a document's directives; one that `heeds` rules
    is asked how it runs beside them. With its default options a rule has nothing to say about a document that lacks
    what it needs, and isn't asked: one of the words in `needs` (parted by spaces, `a-z` is any character from a to z),
    in the source or in what is seen of the prose, or with `needs_unprintable` a character that can't be printed; and
    one of the words in `needs_in_front_matter`, in the source of the front matter (without words any front matter
    will do). Where `needs` is None it says nothing at all with these options.

    A rule knows spans of the document and nothing else: no severity in force, no path, no line, no suppression.
    """

    id: str
    category: Category
    severity: Severity | None
    english: ClassVar[str]
    examples: ClassVar[tuple[Bad | Good, ...]]
    needs: ClassVar[str | None] = ""
    needs_unprintable: ClassVar[bool] = False
    needs_in_front_matter: ClassVar[str | None] = None
    across: ClassVar[bool] = False
    reviews: ClassVar[bool] = False
    heeds: ClassVar[tuple[str, ...]] = ()
    supersedes: ClassVar[tuple[str, ...]] = ()
    supersedes_at_related: ClassVar[tuple[str, ...]] = ()
    holds_back: ClassVar[tuple[str, ...]] = ()
    leads_to: ClassVar[tuple[str, ...]] = ()
    told_with: ClassVar[tuple[str, ...]] = ()
    Options: ClassVar[type[RuleOptions]] = RuleOptions
    options: RuleOptions

    def __init__(self, options: RuleOptions | None = None) -> None:
        self.options = options if options is not None else self.Options()

    @property
    def state(self) -> str:
        """Everything that the findings depend on besides the document; part of the key of a cached result."""
        return repr(self.options)

    def beside(self, others: Sequence[Rule]) -> Rule:
        """This rule as it runs beside `others` that it `heeds` and that are on.

        Of two that undo each other's fixes one yields.
        """
        return self

    def check(self, document: Document) -> Iterator[Finding]:
        """The findings in one document, in any order. An exception it raises is reported as this rule's failure."""
        return iter(())

    def review(self, directive_use: DirectiveUse) -> Iterable[Finding]:
        """Findings about the run over one document rather than its text: what its directives did.

        Called once all rules have run, where there are directives, if the rule `reviews`.
        """
        return ()

    def finding(
        self,
        span: Span,
        *,
        ja: str,
        en: str,
        fix: Fix | None = None,
        related: Iterable[Related] = (),
        group: str = "",
        ends_with_repeats: bool = False,
        problem: str = "",
        choices: Iterable[Fix] = (),
    ) -> Finding:
        """A finding of this rule. The message says what is wrong and what to do, in both languages.

        Findings with the same `group` are of one kind at several places: reports join them. Those with the same
        `problem`, whatever their rules, are cause and effect: one of them is told, the others with it. One that
        `ends_with_repeats` can be judged, or goes away, when the repetitions in the document are removed. `choices` are
        other repairs, the likeliest first, which editors offer.
        """
        return Finding(
            self.id, span, Text(ja, en), fix, tuple(related), group, ends_with_repeats, problem, tuple(choices)
        )


def replace(span: Span, text: str, *, ja: str, en: str, safe: bool) -> Fix:
    """A fix of one edit, which replaces the text at `span` by `text`."""
    return Fix(Text(ja, en), (Edit(span, text),), safe)
