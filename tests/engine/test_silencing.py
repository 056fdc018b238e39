"""Comments that silence findings: where they stand, and that they change nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyromark
import pytest

import jlint
from jlint.document import Document
from jlint.document.rendering import renders_alike
from jlint.engine.silencing import Wanted, silenced
from jlint.span import Span

BAD = "設定をを変える。"
COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}", re.DOTALL)


def _wanted(document: Document, path: str) -> Iterator[Wanted]:
    for finding in jlint.lint(document.text, path).findings:
        start = document.lines.span(finding.line).start + finding.column - 1
        yield Wanted(finding.rule, finding.category, Span(start, document.lines.span(finding.line).end))


def silence(text: str, path: str = "draft.md", reason: str = "") -> str:
    """The text with all that is found silenced. Nothing may be left, and nothing else may change."""
    dialect = "mdx" if path.endswith(".mdx") else "commonmark"
    document = Document(text, path, dialect)
    wanted = list(_wanted(document, path))
    assert wanted
    done = silenced(document, wanted, reason)
    assert done.left == ()
    assert jlint.lint(done.document.text, path).findings == ()
    assert renders_alike(document, done.document)
    assert silenced(done.document, [], reason).document is done.document
    return done.document.text


def html(text: str) -> str:
    """What a reader gets to see, by a renderer of CommonMark."""
    shown = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES)
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"[ \t]+(?=\n|<)", "", COMMENT.sub("", shown))).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"前の段落。\n\n{BAD}\n", f"前の段落。\n\n<!-- jlint-disable-next doubled-particle -->\n\n{BAD}\n"),
        (f"# 題\n{BAD}\n", f"# 題\n\n<!-- jlint-disable-next doubled-particle -->\n\n{BAD}\n"),
        (f"## {BAD}\n\n本文。\n", f"<!-- jlint-disable-next doubled-particle -->\n\n## {BAD}\n\n本文。\n"),
        (f"- 一\n- {BAD}\n- 三\n", f"<!-- jlint-disable-next doubled-particle -->\n\n- 一\n- {BAD}\n- 三\n"),
        (
            f"| 甲 | 乙 |\n|---|---|\n| 一 | {BAD} |\n",
            f"<!-- jlint-disable-next doubled-particle -->\n\n| 甲 | 乙 |\n|---|---|\n| 一 | {BAD} |\n",
        ),
        (
            f"```sh\nls\n```\n{BAD}\n",
            f"```sh\nls\n```\n\n<!-- jlint-disable-next doubled-particle -->\n\n{BAD}\n",
        ),
        (f"> 一。\n>\n> {BAD}\n", f"> 一。\n>\n> <!-- jlint-disable-next doubled-particle -->\n>\n> {BAD}\n"),
        (f"> {BAD}\n", f"<!-- jlint-disable-next doubled-particle -->\n\n> {BAD}\n"),
        (
            f"---\ntitle: {BAD}\n---\n\n本文。\n",
            f"---\ntitle: {BAD}\njlint: {{disable: [doubled-particle]}}\n---\n\n本文。\n",
        ),
        (
            f"---\njlint: {{disable: [end-marker]}}\ntitle: {BAD}\n---\n\n---END---\n\n本文。\n",
            f"---\njlint: {{disable: [end-marker, doubled-particle]}}\ntitle: {BAD}\n---\n\n---END---\n\n本文。\n",
        ),
        (
            f"---\njlint:\n  disable:\n    - end-marker\ntitle: {BAD}\n---\n\n---END---\n\n本文。\n",
            "---\njlint:\n  disable:\n    - end-marker\n    - doubled-particle\n"
            f"title: {BAD}\n---\n\n---END---\n\n本文。\n",
        ),
        (
            f"---\njlint: {{disable: end-marker}}\ntitle: {BAD}\n---\n\n---END---\n\n本文。\n",
            f"---\njlint: {{disable: [end-marker, doubled-particle]}}\ntitle: {BAD}\n---\n\n---END---\n\n本文。\n",
        ),
        (
            f'+++\ntitle = "{BAD}"\n+++\n\n本文。\n',
            f'+++\ntitle = "{BAD}"\n+++\n<!-- jlint-disable-file doubled-particle -->\n\n\n本文。\n',
        ),
        (
            f"<!-- jlint-disable-next doubled-particle -- 例 -->\n\n{BAD}あなたもご存存じだ。\n",
            "<!-- jlint-disable-next doubled-particle -- 例 -->\n\n<!-- jlint-disable-next doubled-character -->\n\n"
            f"{BAD}あなたもご存存じだ。\n",
        ),
    ],
)
def test_the_comment_stands_where_it_silences(text: str, expected: str) -> None:
    assert silence(text) == expected
    if not text.startswith(("---", "+++")):
        assert html(expected) == html(text)


@pytest.mark.parametrize(
    ("text", "reason", "expected"),
    [
        (
            f"<!-- jlint-disable-next end-marker -- わざと -->\n\n{BAD}\n",
            "",
            "<!-- jlint-disable-next end-marker -- わざと -->\n\n<!-- jlint-disable-next doubled-particle -->\n\n"
            f"{BAD}\n",
        ),
        (
            f"<!-- jlint-disable-next long-sentence -->\n\n{BAD}\n",
            "わざと",
            "<!-- jlint-disable-next long-sentence -->\n\n<!-- jlint-disable-next doubled-particle -- わざと -->\n\n"
            f"{BAD}\n",
        ),
        (
            f"<!-- jlint-disable-next long-sentence -- わざと -->\n\n{BAD}\n",
            "わざと",
            f"<!-- jlint-disable-next long-sentence doubled-particle -- わざと -->\n\n{BAD}\n",
        ),
        (
            f"---\njlint: {{disable: [end-marker]}}  # わざと\ntitle: {BAD}\n---\n\n---END---\n\n本文。\n",
            "",
            f"---\njlint: {{disable: [end-marker]}}  # わざと\ntitle: {BAD}\n---\n"
            "<!-- jlint-disable-file doubled-particle -->\n\n\n---END---\n\n本文。\n",
        ),
    ],
)
def test_a_reason_is_for_what_it_was_written_for(text: str, reason: str, expected: str) -> None:
    document = Document(text, "draft.md", "commonmark")
    wanted = [each for each in _wanted(document, "draft.md") if each.rule == "doubled-particle"]
    done = silenced(document, wanted, reason)
    assert (done.left, done.document.text) == ((), expected)


def test_findings_of_one_block_share_a_comment() -> None:
    text = f"{BAD}あなたもご存存じだ。{BAD[:-1]}時。\n\n次の段落。\n"
    assert silence(text, reason="原文のまま").startswith(
        "<!-- jlint-disable-next doubled-particle doubled-character -- 原文のまま -->\n\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        f"- 一\n\n  {BAD}\n\n- 二\n",
        f"1. 一\n   - {BAD}\n2. 二\n",
        f"<div>\n{BAD}\n</div>\n",
        f"一行目  \n{BAD}\n",
        f"本文[^1]。\n\n[^1]: {BAD}\n",
        f"題\n===\n{BAD}\n",
        f"前の行。\r\n\r\n{BAD}\r\n",
        f"{BAD}",
        f"前の段落。\n* * *\n{BAD}\n- 一\n",
    ],
)
def test_nothing_else_changes(text: str) -> None:
    done = silence(text)
    assert html(done) == html(text)
    assert ("\r\n" in text) == ("\r\n" in done)
    assert "\n" not in done.replace("\r\n", "") if "\r\n" in text else True


def test_inside_a_box() -> None:
    comment = "<!-- jlint-disable-next doubled-particle -->"
    assert silence(f":::message\n{BAD}\n:::\n") == f":::message\n\n{comment}\n\n{BAD}\n:::\n"
    assert silence(f"> [!NOTE]\n> {BAD}\n") == f"> [!NOTE]\n>\n> {comment}\n>\n> {BAD}\n"


@pytest.mark.parametrize(
    "text",
    [
        f"import A from 'a'\n\n# 題\n\n{BAD}\n",
        f"前の段落。\n\n<Note>\n\n{BAD}\n\n</Note>\n",
        f"- 一\n- {BAD}\n",
    ],
)
def test_mdx_has_comments_of_its_own(text: str) -> None:
    done = silence(text, "draft.mdx", "理由")
    assert "{/* jlint-disable-next doubled-particle -- 理由 */}\n\n" in done
    assert "<!--" not in done
