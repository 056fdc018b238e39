from __future__ import annotations

import pyromark
import pytest

from jlint.report.width import unwrapped
from jlint.rule_docs.as_markdown import Place, english_part, escaped, fenced, page
from jlint.rules.contract.base import Rule
from jlint.rules.table import BY_ID, RULES


def made(name: str, place: Place | None = None) -> str:
    rule = BY_ID[name].load()()
    return page(rule, "ja", place) if place else page(rule, "ja")


def test_a_page_has_all_parts() -> None:
    text = made("doubled-particle")
    assert text.startswith("# doubled-particle\n\n同じ助詞が続けて二つ書かれている。\n\n- 分類: 誤字脱字（`typo`）\n")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## なぜ指摘するのか", "## 例", "## どのくらい当たるか", "## 指摘を止める"]
    assert "画面で設定をを変える。\n　　　　　＾＾\n```\n\n直すと:\n\n```text\n画面で設定を変える。\n" in text
    assert "<!-- jlint-disable-next doubled-particle -- 理由 -->" in text
    assert "{/* jlint-disable-next doubled-particle -- 理由 */}" in text
    assert "words.txt" in text
    assert "docs/typos.md" in text
    assert "](" not in text


def test_options_and_presets() -> None:
    text = made("numeral-style")
    assert "- 既定の重要度: 調べない（`off`）\n- 調べるプリセット: `jtf`, `strict`, `technical-writing`\n" in text
    assert "- `characters-per-minute: 500` — 1 分に読む字数。" in made("reading-time-mismatch")
    assert "\n    - `max-characters` — 最大の文字数。\n" in made("front-matter-mismatch")


def test_front_matter_is_not_silenced_by_a_comment() -> None:
    text = made("invalid-date")
    assert "jlint-disable-next" not in text
    assert "jlint: {disable: [invalid-date]}" in text


def test_links_only_in_the_documentation() -> None:
    text = made("text-cut-off", Place(in_docs=True))
    assert "[docs/precision.md](../precision.md)" in text
    assert "[`empty-section`](empty-section.md)" in text
    assert made("text-cut-off", Place(2)).startswith("## text-cut-off\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_words_of_a_rule_are_taken_for_markup(rule: type[Rule]) -> None:
    for text in (page(rule(), "ja"), english_part(rule)):
        html = pyromark.html(text)
        without_code = html.replace("<pre>", "\0<pre>").split("\0")
        prose = "".join(part.partition("</pre>")[2] or part * ("<pre>" not in part) for part in without_code)
        allowed = {"h1", "h2", "p", "ul", "li", "code"}
        tags = {tag.split(">")[0].strip("/") for tag in prose.split("<")[1:]}
        assert tags <= allowed


def test_paragraphs_are_unwrapped_as_their_script_wants() -> None:
    assert unwrapped("一つ\n二つ\none\ntwo") == "一つ二つone two"


def test_plain_text_is_escaped_outside_of_code() -> None:
    assert escaped("<a> *b* `<c>` [d] ``` e") == r"\<a\> \*b\* `<c>` \[d\] \`\`\` e"
    assert fenced(["```", "a"]) == "````text\n```\na\n````"
