"""Converts findings for reports: spans to lines and columns, messages to one language."""

from __future__ import annotations

from jlint.document import OBJECT, Document
from jlint.engine.fingerprint import characters_in, fingerprint, sentence_names
from jlint.engine.result import Excerpt, Place, ReportedEdit, ReportedFinding, ReportedFix, ReportedRelated
from jlint.finding import Finding, Fix, Language, Severity
from jlint.rules.contract.base import Rule
from jlint.span import Span

_BEFORE, _MARKED, _AFTER = 24, 40, 24
"""How many characters of a long line an excerpt shows before, in and after the finding."""


def report(finding: Finding, rule: Rule, severity: Severity, document: Document, language: Language) -> ReportedFinding:
    """The finding as reports show it."""
    return ReportedFinding(
        path=document.path,
        place=place_of(document, finding.span),
        rule=rule.id,
        category=rule.category,
        severity=severity,
        message=_readable(finding.message.to(language)),
        fix=_reported(document, finding.fix, language) if finding.fix else None,
        related=tuple(
            ReportedRelated(document.path, place_of(document, related.span), _readable(related.message.to(language)))
            for related in finding.related
        ),
        excerpt=excerpt_of(document, finding.span),
        fingerprint=fingerprint(rule.id, document, finding.span),
        repeats=sentence_names(document, finding.span) if rule.category == "repetition" else (),
        characters=characters_in(document, finding.span) if rule.category == "repetition" else 0,
        group=finding.group,
        ends_with_repeats=finding.ends_with_repeats,
        holds_back=rule.holds_back,
        problem=finding.problem,
        leads_to=rule.leads_to,
        choices=tuple(_reported(document, choice, language) for choice in finding.choices),
        fix_note=finding.fix_note.to(language) if finding.fix_note else "",
    )


def place_of(document: Document, span: Span) -> Place:
    """The span as lines and columns."""
    return Place(*document.lines.position(span.start), *document.lines.position(span.end))


def _reported(document: Document, fix: Fix, language: Language) -> ReportedFix:
    edits = tuple(ReportedEdit(place_of(document, edit.span), edit.text) for edit in fix.edits)
    return ReportedFix(_readable(fix.title.to(language)), fix.safe, edits)


def _readable(message: str) -> str:
    """The message with a dot leader for inline code, images and the like, which a quoted text has no letters for."""
    return message.replace(OBJECT, "…")


def excerpt_of(document: Document, span: Span) -> Excerpt:
    """The line on which the span begins, cut to what fits a terminal."""
    line = document.lines.span(document.lines.line_of(span.start))
    text = document.text
    end_of_text = line.end
    while end_of_text > line.start and text[end_of_text - 1] in "\r\n":
        end_of_text -= 1
    end = min(span.end, end_of_text)
    before = text[max(line.start, span.start - _BEFORE) : span.start]
    marked = text[span.start : min(end, span.start + _MARKED)]
    cut_inside = end - span.start > _MARKED
    after = "" if cut_inside else text[end : min(line.end, end + _AFTER)].rstrip("\r\n")
    goes_on = cut_inside or end + _AFTER < line.end - 1
    return Excerpt(
        ("…" if span.start - _BEFORE > line.start else "") + before, marked, after + ("…" if goes_on else "")
    )
