"""The answers as text, for models that don't read structured content. What is said is the same, in fewer characters."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jlint.finding import Language, Text
from jlint.mcp.answers import CheckAnswer, Finding, Fix, FixAnswer, RuleAnswer, RuleExample, RuleLine, RulesAnswer
from jlint.printable import printable_line

_BY_HAND = Text("fix_text が直します", "fix_text applies it")
_SAFE = {True: Text("安全な直し方", "safe fix"), False: Text("読んで確かめる直し方", "fix to be reviewed")}


def of_check(answer: CheckAnswer, language: Language) -> list[str]:
    """The text of what check_text and check_files answer."""
    return ["\n".join(_check(answer, language))]


def of_fix(answer: FixAnswer, language: Language) -> list[str]:
    """Two texts: what was done and what is left, and then, if it has changed, the repaired text as it is."""
    count = sum(answer.fixes.values())
    by_rule = ", ".join(f"{rule} {number}" for rule, number in answer.fixes.items())
    if answer.changed:
        done = Text(
            f"{count}か所を直しました（{by_rule}）。直した文章はこの次にあります。残り:",
            f"Fixes applied: {count} ({by_rule}). The repaired text follows by itself. What is left:",
        )
    else:
        done = Text(
            "直すところはなく、文章は元のままです。残り:", "Nothing was fixed; the text is as it was. What is left:"
        )
    said = "\n".join([done.to(language), *_check(answer.left, language)])
    return [said, answer.text] if answer.changed else [said]


def of_rules(answer: RulesAnswer, language: Language) -> list[str]:
    """The text of what list_rules answers: a rule a line."""
    count = Text(
        f"{answer.total}個のルールのうち{len(answer.rules)}個", f"{len(answer.rules)} of {answer.total} rules"
    ).to(language)
    lines = [f"{rule.id} ({_state(rule, language)}): {rule.summary}" for rule in answer.rules]
    if answer.left_out:
        lines.append(Text(f"ほかに{answer.left_out}個", f"{answer.left_out} more").to(language))
    return ["\n".join([f"{count}:", *lines, *answer.notices])]


def of_rule(answer: RuleAnswer, language: Language) -> list[str]:
    """The text of what explain_rule answers."""
    return ["\n".join(_rule(answer, language))]


def _check(answer: CheckAnswer, language: Language) -> Iterator[str]:
    yield answer.summary
    yield from answer.notices
    told: set[str] = set()
    for finding in answer.findings:
        yield ""
        yield from _finding(finding, language)
        if finding.rule in answer.why and finding.rule not in told:
            told.add(finding.rule)
            yield f"    {Text('なぜ', 'why').to(language)}: {answer.why[finding.rule]}"
    if answer.left_out:
        every = ", ".join(f"{rule} {number}" for rule, number in answer.by_rule.items())
        yield ""
        yield Text(
            f"ほかに{answer.left_out}件あります。これより重くはありません。上を直すか、limit か select を使います",
            f"{answer.left_out} more findings are left out, none more severe. Mend these first, or use limit or select",
        ).to(language)
        yield Text(f"すべて: {every}", f"All of them: {every}").to(language)
    for failure in answer.failures:
        rule = f" [{failure.rule}]" if failure.rule else ""
        yield f"{failure.path}: {Text('失敗', 'failure').to(language)}: {failure.message}{rule}"
    if answer.failures_left_out:
        yield Text(f"ほかに失敗が{answer.failures_left_out}件", f"{answer.failures_left_out} more failures").to(
            language
        )
    if answer.suppressed:
        yield Text(
            f"コメントで止めてある指摘が{answer.suppressed}件あります",
            f"Findings that comments in the text suppress: {answer.suppressed}",
        ).to(language)


def _finding(finding: Finding, language: Language) -> Iterator[str]:
    yield f"{finding.path}:{finding.line}:{finding.column}: {finding.severity} {finding.message} [{finding.rule}]"
    if finding.line_text.strip():
        yield f"    {Text('原文', 'text').to(language)}: {finding.line_text}"
    if finding.marked.strip() and finding.marked != finding.line_text:
        yield f"    {Text('箇所', 'part').to(language)}: {finding.marked}"
    for related in finding.related:
        yield f"    → {related.path}:{related.line}:{related.column}: {related.message}"
    if finding.related_left_out:
        yield "    → " + Text(f"ほかに{finding.related_left_out}か所", f"{finding.related_left_out} more places").to(
            language
        )
    if finding.fix:
        yield from _fix(finding.fix, language)


def _fix(fix: Fix, language: Language) -> Iterator[str]:
    edits = "; ".join(
        f"{edit.line}:{edit.column}-{edit.end_line}:{edit.end_column} → {_quoted(edit.text)}" for edit in fix.edits
    )
    yield f"    {_SAFE[fix.safe].to(language)}: {fix.title} ({edits or _BY_HAND.to(language)})"


def _quoted(text: str) -> str:
    """The text as JSON, so that its ends and line ends are seen."""
    return printable_line(json.dumps(text, ensure_ascii=False))


def _state(rule: RuleLine | RuleAnswer, language: Language) -> str:
    words: list[str] = [rule.category, rule.severity]
    words += [Text("既定で有効", "on by default").to(language)] * rule.on_by_default
    words += [Text("直せる", "has fixes").to(language)] * rule.has_fixes
    return ", ".join(words)


def _rule(answer: RuleAnswer, language: Language) -> Iterator[str]:
    yield f"{answer.id} ({_state(answer, language)})"
    yield from answer.notices
    yield ""
    yield answer.documentation
    for example in answer.examples:
        yield ""
        yield from _example(example, language)
    if answer.options:
        yield ""
        yield Text("設定（既定の値）:", "Options (with their defaults):").to(language)
    for option in answer.options:
        yield f"  {option.name}: {json.dumps(option.default, ensure_ascii=False)}"
        yield f"      {option.meaning}"
    yield ""
    yield Text("指摘が誤りなら、文章に書きます:", "Where a finding is wrong, write into the text:").to(language)
    yield f"  {answer.to_suppress}"
    yield Text("調べないようにするには、rules.yaml に書きます:", "To turn it off, write into rules.yaml:").to(language)
    yield from (f"  {line}" for line in answer.to_turn_off.splitlines())


def _example(example: RuleExample, language: Language) -> Iterator[str]:
    title = Text("悪い例", "Bad") if example.is_bad else Text("良い例", "Good")
    notes = [json.dumps(example.options, ensure_ascii=False)] if example.options else []
    notes += [f"markdown: {example.markdown}"] if example.markdown != "commonmark" else []
    yield title.to(language) + (f" ({', '.join(notes)})" if notes else "") + ":"
    yield from _indented(example.text)
    if example.marked:
        yield Text("箇所", "Parts").to(language) + ": " + ", ".join(map(_quoted, example.marked))
    for path, text in example.beside.items():
        yield Text(f"同時に調べる {path}:", f"Checked together with {path}:").to(language)
        yield from _indented(text)
    if example.fixed is not None:
        yield Text("直すと", "Fixed").to(language) + ":"
        yield from _indented(example.fixed)


def _indented(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"  {printable_line(line)}".rstrip()
