"""Rules about Markdown that is written wrong, beyond their examples."""

from __future__ import annotations

import pytest

from jlint.config.dialect.decision import dialect_named
from jlint.document import Document
from jlint.document.dialect import Dialect
from jlint.engine.lint import lint
from jlint.finding import Finding, Severity
from jlint.rules.artifact.fenced_article import FencedArticle
from jlint.rules.artifact.text_cut_off import TextCutOff
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule
from jlint.rules.front_matter.misplaced_front_matter import MisplacedFrontMatter
from jlint.rules.markdown.accidental_heading import AccidentalHeading
from jlint.rules.markdown.broken_link_syntax import BrokenLinkSyntax
from jlint.rules.markdown.heading_without_space import HeadingWithoutSpace
from jlint.rules.markdown.missing_alt_text import MissingAltText
from jlint.rules.markdown.unclosed_fence import UnclosedFence
from jlint.rules.markdown.undefined_footnote import UndefinedFootnote
from jlint.rules.markdown.unknown_container import UnknownContainer
from jlint.rules.markdown.unused_footnote import UnusedFootnote


def found(rule: type[Rule], text: str, dialect: str | Dialect = "commonmark") -> list[Finding]:
    return list(rule().check(Document(text, dialect=dialect)))


def places(rule: type[Rule], text: str, dialect: str | Dialect = "commonmark") -> list[str]:
    """What the rule marks in the text."""
    return [finding.span.of(text) for finding in found(rule, text, dialect)]


def fixed(rule: type[Rule], text: str, dialect: str | Dialect = "commonmark") -> str:
    for finding in reversed(found(rule, text, dialect)):
        for edit in reversed(finding.fix.edits if finding.fix else ()):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "倉庫は古い。\n---\n",
        "倉庫は「古い。」\n---\n",
        "倉庫は古い！\n---  \n",
        "**倉庫**\n壁は厚い\n---\n",
        "倉庫は古い。壁は厚い\n--------\n",
        f"{'あ' * 41}\n---\n",
        "- 倉庫は古い。\n  ---\n",
        "倉庫は古い。\n-\n",
    ],
)
def test_accidental_headings(text: str) -> None:
    assert len(found(AccidentalHeading, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "港の倉庫\n---\n",
        f"{'あ' * 40}\n---\n",
        f"{'あ' * 41}\n--------\n",
        "港の倉庫\n----\n\n倉庫を建てる。\n----\n\n壁は厚い。\n",
        "-- 港の船を数える。\n--\n",
        "## 倉庫は古い。\n\n---\n",
        "倉庫は古い。\n***\n",
        "港の倉庫\n========\n壁\n--\n\n壁は厚い。\n",
        "| 港 | 倉庫 |\n|---|---|\n| 西 | 古い。 |\n",
        "<<<<<<< HEAD\n倉庫は古い。\n=======\n倉庫は新しい。\n>>>>>>> topic\n",
        "\n---\ntitle: 倉庫\ndate: 2024-05-01\n---\n\n倉庫は古い。\n",
    ],
)
def test_no_accidental_headings(text: str) -> None:
    assert found(AccidentalHeading, text) == []


def test_the_blank_line_has_the_line_end_of_the_text() -> None:
    assert fixed(AccidentalHeading, "倉庫は古い。\r\n---\r\n") == "倉庫は古い。\r\n\r\n---\r\n"


def test_where_a_blank_line_would_not_do_nothing_is_fixed() -> None:
    for text in ("- 倉庫は古い。\n  ---\n", "倉庫は古い。\n--\n"):
        assert fixed(AccidentalHeading, text) == text


def test_kramdown_makes_no_heading_of_several_lines() -> None:
    text = "倉庫は古い。\n壁は厚い。\n---\n"
    (in_kramdown,), (in_commonmark,) = (found(AccidentalHeading, text, each) for each in ("kramdown", "commonmark"))
    assert "区切り線になりません" in in_kramdown.message.ja
    assert "見出しになります" in in_commonmark.message.ja


def test_a_cut_before_an_accidental_heading_is_found() -> None:
    """One line that is cut, longer than a title, is read as the paragraph that it was meant to be."""
    cut = "町の図書館は朝の八時に開き、夜の九時に閉まりますが、休館日である第二月曜日には誰も本を"
    assert len(cut) > 40
    assert len(found(TextCutOff, f"## 図書館\n\n本を貸します。\n\n{cut}\n---\n\n## 休館日\n\n第二月曜日です。\n")) == 1


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("##港の倉庫\n", ["##"]),
        ("###　港の倉庫\n", ["###"]),
        ("倉庫は古い。\n##灯台\n", ["##"]),
        ("##`ls` を打つ\n\n#準備\n", ["##", "#"]),
        ("##2章 灯台\n", ["##"]),
        ("#港の写真\n", []),
        ("##港の写真\n\n#港 #写真\n", ["##"]),
        ("#######港\n", []),
        ("##\n港\n", []),
        ("    ##港の倉庫\n", []),
        ("<div>\n##港の倉庫\n</div>\n", []),
        ("<!--\n##港の倉庫\n-->\n", []),
    ],
)
def test_headings_without_space(text: str, marks: list[str]) -> None:
    assert places(HeadingWithoutSpace, text) == marks


@pytest.mark.parametrize("rule", [HeadingWithoutSpace, UnknownContainer])
def test_nothing_is_said_where_the_dialect_is_a_guess(rule: type[Rule]) -> None:
    text = "##港の倉庫\n\n:::messages\n倉庫は古い。\n:::\n"
    assert found(rule, text, "zenn")
    assert found(rule, text, dialect_named("auto")) == []


@pytest.mark.parametrize(
    ("text", "fences"),
    [
        ("倉庫です。\n\n~~~\nls\n\n灯台です。\n", ["~~~"]),
        ("倉庫です。\n\n````\nls\n```\n\n灯台です。\n", ["````"]),
        ("- 倉庫\n\n  ```sh\n  ls\n", ["```sh"]),
        ("```sh\nls\n```sh\n\n## 灯台\n\n```sh\npwd\n```sh\n", ["```sh"]),
        ("```sh\nls\n\n## 灯台\n\n```sh\npwd\n```\n\n```\ncd\n", ["```sh"]),
        ("倉庫です。\n\n```sh\nls\n```\t\n", []),
        ("倉庫です。\n\n```sh\nls\n````\n", []),
        ("> ```sh\n> ls\n> ```\n", []),
        ("```sh\n# 倉庫を見る。\nls\n```sh\n```\n", []),
    ],
)
def test_unclosed_fences(text: str, fences: list[str]) -> None:
    assert places(UnclosedFence, text) == fences


def test_an_article_in_a_fence_is_told_once() -> None:
    text = "```markdown\n# 港の倉庫\n\n倉庫は古い。壁は厚い。屋根は低い。\n"
    active = [ActiveRule(rule(), Severity.ERROR) for rule in (UnclosedFence, FencedArticle)]
    assert [finding.rule for finding in lint(Document(text), active).findings] == ["fenced-article"]


@pytest.mark.parametrize(
    ("text", "dialect", "lines"),
    [
        (":::message alert\n倉庫\n:::\n", "zenn", []),
        (":::message info\n倉庫\n:::\n", "zenn", [":::message info"]),
        (":::details 倉庫\n古い。\n:::\n", "zenn", []),
        ("::::details 倉庫\n:::message\n古い。\n::::\n", "zenn", [":::message"]),
        ("- :::message\n  古い。\n  :::\n", "zenn", []),
        (":::note info\n古い。\n:::\n\n:::note\n新しい。\n", "qiita", [":::note"]),
        (":::note 古い。:::\n", "qiita", [":::note 古い。:::"]),
        ("::: tips\n古い。\n:::\n", "vitepress", ["::: tips"]),
        ("::: Tip\n古い。\n:::\n", "docusaurus", ["::: Tip"]),
        (":::messages\n古い。\n:::\n", "hugo", []),
        ("<!--\n:::messages\n-->\n", "zenn", []),
    ],
)
def test_containers(text: str, dialect: str, lines: list[str]) -> None:
    assert places(UnknownContainer, text, dialect) == lines


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("\n\n---\ntitle: 港\ndate: 2024-05-01\n---\n", ["---"]),
        ("----\ntitle: 港\ndate: 2024-05-01\n----\n", ["----"]),
        (" ---\ntitle: 港\ntags:\n  - 倉庫\n---\n", ["---"]),
        ("\r\n---\r\ntitle: 港\r\ndate: 2024-05-01\r\n---\r\n", ["---"]),
        ("title: 港\ndate: 2024-05-01\n---\n\n倉庫\n", ["title: 港"]),
        ("---\ntitle: 港\ndate: 2024-05-01\n---\n", []),
        ("\n---\ntitle: 港\n---\n", []),
        ("\n---\nport: 8080\nhost: harbour\n---\n", []),
        ("\n---\ntitle: 港\n倉庫は古い。\ndate: 2024-05-01\n---\n", []),
        ("倉庫は古い。\n\n---\ntitle: 港\ndate: 2024-05-01\n---\n", []),
        ("title: 港\ndate: 2024-05-01\n\n倉庫は古い。\n\n---\n", []),
    ],
)
def test_misplaced_front_matter(text: str, marks: list[str]) -> None:
    assert places(MisplacedFrontMatter, text) == marks


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[港]((https://example.com/)", "[港]((https://example.com/)"),
        ("[港](https://example.com/）", "[港](https://example.com/）"),
        ("[港]（https://example.com/）", "[港]（https://example.com/）"),
        ("［港］(https://example.com/)", "［港］(https://example.com/)"),
        ("[港]　(https://example.com/)", "[港]　(https://example.com/)"),
        ("（港）[https://example.com/]", "（港）[https://example.com/]"),
        ("![港]()", "![港]()"),
        ("[港](  )", "[港](  )"),
        ("［港］（https://example.com/）", ""),
        ("[1]（https://example.com/）", ""),
        ("- [ ] (https://example.com/)", ""),
        ("[港](<>)", ""),
        ("`[港] (https://example.com/)`", ""),
        (r"\[港] (https://example.com/)", ""),
        ("table[key]()", ""),
        ("[港][宿] (https://example.com/)", ""),
        ("    [港]()", ""),
    ],
)
def test_broken_links(text: str, link: str) -> None:
    assert places(BrokenLinkSyntax, f"{text}\n") == ([link] if link else [])


@pytest.mark.parametrize(
    ("text", "undefined", "unused"),
    [
        ("倉庫[^1]と灯台[^2]。\n\n[^1]: 古い。\n", ["[^2]"], []),
        ("倉庫[^1]。\n\n[^2]: 古い。\n", ["[^1]"], ["[^2]"]),
        ("- 倉庫[^1]。\n\n  [^1]: 古い。\n", [], []),
        ("> 倉庫[^1]。\n>\n> [^1]: 古い。\n", [], []),
        ("文字は[^a]か[^0-9]。\n", [], []),
        ('倉庫[^1]。\n\n--8<-- "notes.md"\n', [], []),
        ("倉庫。\n\n[^1]: 灯台[^2]。\n[^2]: 白い。\n", [], ["[^1]"]),
        (r"倉庫\[^1]。" + "\n", [], []),
    ],
)
def test_footnotes(text: str, undefined: list[str], unused: list[str]) -> None:
    assert places(UndefinedFootnote, text) == undefined
    assert places(UnusedFootnote, text) == unused


@pytest.mark.parametrize(
    ("text", "images"),
    [
        ("![ ](a.png)と![港](b.png)\n", ["![ ](a.png)"]),
        ("<img src='a.png'\n  width=40>\n", ["<img src='a.png'\n  width=40>"]),
        ("<img alt='港' src='a.png'><img alt src='b.png'>\n", []),
        ("    ![](a.png)\n", []),
        ("<!-- ![](a.png) -->\n", []),
        ("![](a_(b).png 'c')", ["![](a_(b)"]),
    ],
)
def test_missing_alt_texts(text: str, images: list[str]) -> None:
    assert places(MissingAltText, text) == images


@pytest.mark.parametrize("label", ["tn1", "memo-2", "P1"])
def test_a_mark_with_a_number_counts_without_other_footnotes(label: str) -> None:
    assert places(UndefinedFootnote, f"倉庫は古い[^{label}]。\n") == [f"[^{label}]"]
    assert places(UndefinedFootnote, "数字の前は [^abc] か [^a-z] か [^a-z0-9] と書く。\n") == []


def test_a_diff_is_no_markdown() -> None:
    hunk = "@@ -1,4 +1,2 @@\n 港の倉庫\n-倉庫は古い。\n-\n-壁は厚い。\n ```\n+橋は新しい。\n"
    for text in (hunk, f"diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n{hunk}"):
        assert found(AccidentalHeading, text) == []
        assert found(UnclosedFence, text) == []
    assert len(found(AccidentalHeading, hunk.partition("\n")[2])) == 1
    assert len(found(UnclosedFence, hunk.partition("\n")[2])) == 1
