"""Markdown as blocks: what is prose in them and what is not."""

from __future__ import annotations

import time

import pytest

from jlint.document import OBJECT, BlockKind, Document


def prose(text: str, dialect: str = "kramdown") -> list[str]:
    return [block.text for block in Document(text, dialect=dialect).prose]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in Document(text).blocks]


def test_each_kind_of_block() -> None:
    text = "# 見出し\n\n段落。\n\n- 項目\n\n| 表 |\n|---|\n| 値 |\n\n```\ncode\n```\n\n<div>\nhtml\n</div>\n\n---\n"
    assert kinds(text) == [
        ("heading", "見出し"), ("paragraph", "段落。"), ("item", "項目"), ("cell", "表"), ("cell", "値"),
        ("code", ""), ("html", ""), ("caption", "html"), ("break", ""),
    ]  # fmt: skip


def test_nested_lists_and_loose_items_are_items() -> None:
    assert kinds("- 一\n  - 二\n\n    三\n- 四\n") == [("item", "一"), ("item", "二"), ("item", "三"), ("item", "四")]


def test_the_first_block_of_an_item_begins_at_its_marker() -> None:
    for text, second in (("- 一\n- 二\n", "- 二"), ("- 一\n\n- 二\n", "- 二"), ("1. [一](a)\n2. 二\n", "2. 二")):
        assert [block.span.start for block in Document(text).blocks] == [0, text.index(second)]


def test_quotations_and_footnotes_are_marked() -> None:
    quoted, note, plain = Document("> 引用。\n\n[^1]: 脚注。\n\n文[^1]。\n").prose
    assert (quoted.quoted, quoted.footnote) == (True, False)
    assert (note.quoted, note.footnote) == (False, True)
    assert plain.text == "文。"


def test_heading_levels_and_list_depth() -> None:
    blocks = Document("## 二\n\n- 外\n  - 内\n").blocks
    assert [(block.level, block.depth) for block in blocks] == [(2, 0), (0, 1), (0, 2)]


def test_inline_code_images_entities_and_urls_are_objects() -> None:
    text = "`a` と ![図](b.png) と &amp; と https://example.com/c_d の話\n"
    assert prose(text) == [f"{OBJECT} と {OBJECT} と {OBJECT} と {OBJECT} の話"]


def test_link_text_is_prose_and_its_address_is_not() -> None:
    assert prose("[記事](https://example.com/a)を読む。<https://example.com>\n") == [f"記事を読む。{OBJECT}"]


def test_readings_in_ruby_are_not_prose() -> None:
    assert prose("<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby>字。\n") == ["漢字。"]


def test_a_soft_break_joins_japanese_and_separates_latin() -> None:
    assert prose("日本\n語の文\nand more\nwords\n") == ["日本語の文\nand more\nwords"]


def test_a_hard_break_ends_a_sentence() -> None:
    for mark in ("  \n", "\\\n", "<br>"):
        (block,) = Document(f"一行目{mark}二行目\n").prose
        assert [sentence.text for sentence in block.sentences] == ["一行目", "二行目"]


def test_a_bold_line_is_a_block_of_its_own() -> None:
    blocks = Document("**見出し代わり**\n本文です。\n__次__\n").blocks
    assert [(block.text, block.bold) for block in blocks] == [
        ("見出し代わり", True),
        ("本文です。", False),
        ("次", True),
    ]
    assert [(*block.span,) for block in blocks] == [(0, 11), (11, 17), (17, 23)]


def test_emphasis_inside_a_line_is_no_boundary() -> None:
    assert [block.bold for block in Document("これは**太字**です。\n").blocks] == [False]


def test_kramdown_renders_emphasis_that_commonmark_leaves() -> None:
    assert prose("**「語」**です。\n", "kramdown") == ["「語」です。"]
    assert prose("**「語」**です。\n", "commonmark") == ["**「語」**です。"]


@pytest.mark.parametrize(
    ("dialect", "text", "visible"),
    [
        ("kramdown", "{% include a.html %}\n\n前{{ site.b }}後{: .c}\n{:.d}\n", [f"前{OBJECT}後"]),
        ("kramdown", "{% raw\n%}\n文。\n", ["文。"]),
        ("zenn", ":::message\n文。\n:::\n", ["文。"]),
        ("qiita", ":::note warn\n文。\n:::\n", ["文。"]),
        ("hugo", '前{{< figure src="a" >}}後\n', [f"前{OBJECT}後"]),
        ("mdx", "import A from './a'\n\n文。{/* 注 */}\n", ["文。"]),
        ("commonmark", "前{{ b }}後\n", ["前{{ b }}後"]),
    ],
)
def test_what_a_dialect_takes_out(dialect: str, text: str, visible: list[str]) -> None:
    assert prose(text, dialect) == visible


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_of_any_kind_separate_what_a_dialect_takes_out(newline: str) -> None:
    assert prose(newline.join([":::message", "文。", ":::", "", "次。"]), "zenn") == ["文。", "次。"]
    assert prose(newline.join(["import A from './a'", "", "文。"]), "mdx") == ["文。"]


def test_comments_are_found_outside_code() -> None:
    document = Document("<!-- 一 -->\n\n文<!-- 二 -->。\n\n```\n<!-- 三 -->\n```\n`<!-- 四 -->`\n")
    assert [comment.text for comment in document.comments] == [" 一 ", " 二 "]
    assert [comment.span.of(document.text) for comment in document.comments] == ["<!-- 一 -->", "<!-- 二 -->"]


def test_comments_of_mdx() -> None:
    document = Document("{/* 一 */}\n\n```\n{/* 二 */}\n```\n", dialect="mdx")
    assert [comment.text for comment in document.comments] == [" 一 "]


def test_raw_lines_leave_out_code_and_front_matter() -> None:
    document = Document("---\ntitle: あ\n---\n一\n\n```\n二\n```\n三\n")
    assert [text for _, text in document.raw_lines] == ["一", "", "三", ""]


def test_text_needs_no_markdown_file_around_it() -> None:
    assert Document("").blocks == ()
    assert Document("\ufeff").text == ""
    assert Document("---\ntitle: あ\n---").blocks == ()


def test_deep_nesting_is_no_trouble() -> None:
    (block,) = Document(">" * 10_000 + " 深い。\n").prose
    assert block.text == "深い。"
    assert block.kind is BlockKind.PARAGRAPH


def test_comments_that_never_end_take_no_time() -> None:
    started = time.process_time()
    assert Document("{/*" * 100_000, dialect="mdx").comments == ()
    assert Document("<!--" * 100_000).comments == ()
    assert time.process_time() - started < 10


def test_an_unknown_dialect_is_refused() -> None:
    with pytest.raises(KeyError):
        _ = Document("文。", dialect="wiki").blocks


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("zenn", "# 一\n\n@[card](https://example.com/a)\n\n# 二\n"),
        ("zenn", "# 一\n\n$$\nx\n$$\n\n# 二\n"),
        ("hugo", '# 一\n\n{{< figure src="a.png" >}}\n\n# 二\n'),
        ("kramdown", "# 一\n{% include map.html %}\n# 二\n"),
        ("vitepress", "# 一\n<<< @/a.js\n# 二\n"),
        ("mdx", "# 一\n\n<A />\n\n# 二\n"),
        ("mdx", "# 一\n\n{items.map((item) => item.name)}\n\n# 二\n"),
    ],
)
def test_what_a_reader_sees_on_lines_of_its_own_is_a_block(dialect: str, text: str) -> None:
    one, between, two = Document(text, dialect=dialect).blocks
    assert (one.text, two.text) == ("一", "二")
    assert between.text in ("", OBJECT)


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("mdx", "# 一\n\n{/* 注 */}\n\n# 二\n"),
        ("zenn", "# 一\n:::message\n:::\n# 二\n"),
        ("kramdown", "# 一\n{:.a}\n\n# 二\n"),
    ],
)
def test_what_a_reader_does_not_see_is_no_block(dialect: str, text: str) -> None:
    assert [block.text for block in Document(text, dialect=dialect).blocks] == ["一", "二"]


def test_raw_lines_leave_out_what_a_comment_holds() -> None:
    text = "一\n<!-- 二\n---\n三 -->\n四\n\n文 <!-- 五 --> 文\n"
    assert [line for _, line in Document(text).raw_lines] == ["一", "<!-- 二", "四", "", "文 <!-- 五 --> 文", ""]


def test_an_admonition_needs_no_space_before_its_type() -> None:
    text = '!!!note\n    - 一。\n\n???+tip "題"\n    二。\n'
    blocks = Document(text, dialect="mkdocs").blocks
    assert [(block.kind.value, block.text) for block in blocks] == [
        ("item", "一。"),
        ("caption", "題"),
        ("paragraph", "二。"),
    ]


def test_markup_of_a_dialect_in_a_comment_does_not_end_it() -> None:
    text = "港。\n\n<!--\n{{ a }}\n```\n{% include a.html %}\n-->\n\n倉庫。\n"
    assert [(block.kind.value, block.text) for block in Document(text, dialect="kramdown").blocks] == [
        ("paragraph", "港。"),
        ("html", ""),
        ("paragraph", "倉庫。"),
    ]
