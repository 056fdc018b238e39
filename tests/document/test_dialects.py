"""What each dialect takes out before Markdown is parsed, and how its engine reads emphasis."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jlint.document import OBJECT, Document
from jlint.document.code_regions import CodeRegions
from jlint.document.dialect import DIALECTS, Emphasis
from jlint.document.mask import mask
from jlint.span import LINE_END


def prose(text: str, dialect: str) -> list[str]:
    return [block.text for block in Document(text, dialect=dialect).prose]


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("{% highlight ruby %}\nputs '港'\n{% endhighlight %}\n\n文。\n", ["文。"]),
        ("{%- comment -%}\n伏せた文。\n{%- endcomment -%}\n文。\n", ["文。"]),
        ("{% if a %}\n本文。\n{% endif %}\n", ["本文。"]),
        ("{% highlight ruby %}\n閉じないので文。\n", ["閉じないので文。"]),
        ("{::comment}\n伏せた文。\n{:/comment}\n文。\n", ["文。"]),
        ("前{::nomarkdown}<b>{:/}後\n", ["前後"]),
        ("*語*{:.note}と続く。\n", ["語と続く。"]),
        ("## 見出し {#top}\n{:.wide}\n\n文。\n", ["見出し", "文。"]),
        ("*[API]: 外から使う口\n\n文。\n", ["文。"]),
        ("- 一\n^\n- 二\n", ["一", "二"]),
        ("文は$$x^2$$と書く。\n\n$$\ny\n$$\n", [f"文は{OBJECT}と書く。"]),
        ("値段は$$です。\n\n次の段落$$も文。\n", ["値段は$$です。", "次の段落$$も文。"]),
        ("`$$`と書く。\n\n```\n$$\n```\n\n文$$。\n", [f"{OBJECT}と書く。", "文$$。"]),
        ("港\n: 船の着く所。\n", ["港", "船の着く所。"]),
        ("\\{:.x}と書く。\n", ["{:.x}と書く。"]),
    ],
)
def test_kramdown_and_liquid(text: str, visible: list[str]) -> None:
    assert prose(text, "kramdown") == visible


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        (":::details 詳しい話\n本文。\n:::\n", ["詳しい話", "本文。"]),
        ("::::details 外\n:::message alert\n本文。\n:::\n::::\n", ["外", "本文。"]),
        ("前の行\n:::message\n本文。\n:::\n後の行\n", ["前の行", "本文。", "後の行"]),
        ("@[card](https://example.com/a)\n\n文。\n", ["文。"]),
        ("![図](https://example.com/a.png =250x)の下。\n", [f"{OBJECT}の下。"]),
        ("文^[脚注の[語](a)。]が続く。\n", ["文が続く。", "脚注の語。"]),
        ("長さは$a_1 < b$で、値段は$100から$200。\n", [f"長さは{OBJECT}で、値段は$100から$200。"]),
        ("$$\nx\n$$(1)\n\n文。\n", ["文。"]),
        ("```js:a.js\n:::message\n```\n\n`:::message`です。\n", [f"{OBJECT}です。"]),
    ],
)
def test_zenn(text: str, visible: list[str]) -> None:
    assert prose(text, "zenn") == visible


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        (":::note warn\n本文。\n:::\n", ["本文。"]),
        ("式は$x$と$`y`$です。\n", [f"式は{OBJECT}と{OBJECT}です。"]),
        ("変数$Aと空白 $B の話。\n", ["変数$Aと空白 $B の話。"]),
    ],
)
def test_qiita(text: str, visible: list[str]) -> None:
    assert prose(text, "qiita") == visible


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ('{{< figure src="a.png" caption="図" >}}\n\n文。\n', ["文。"]),
        ("{{% notice tip %}}\n本文。\n{{% /notice %}}\n", ["本文。"]),
        ("{{< highlight go >}}\n// 注釈\n{{< /highlight >}}\n\n文。\n", ["文。"]),
        ("{{< mermaid >}}\n図の文\n{{< /mermaid >}}\n", []),
        ("前{{</* ref */>}}後\n", [f"前{OBJECT}後"]),
        ("## 見出し {#top .wide}\n", ["見出し"]),
        ("港\n: 船の着く所。\n", ["港", "船の着く所。"]),
        ("{{ .Title }}は文。\n", ["{{ .Title }}は文。"]),
    ],
)
def test_hugo(text: str, visible: list[str]) -> None:
    assert prose(text, "hugo") == visible


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("import A from './a'\nexport const b = {\n  c: '値',\n\n  d: 1,\n}\n\n文。\n", ["文。"]),
        ("<Tabs\n  values={[{ a: '値' }]}\n>\n<Tab>\n\n本文。\n\n</Tab></Tabs>\n", ["本文。"]),
        ("これは<Badge kind={1}>新しい</Badge>機能。\n", ["これは新しい機能。"]),
        ('<Icon name="a" />を押す。\n', [f"{OBJECT}を押す。"]),
        ("値は{items.map((x) => `{${x}}`)}です。\n", [f"値は{OBJECT}です。"]),
        ("{/* 注 */}\n\n文{/* 注 */}。\n", ["文。"]),
        ("<details><summary>題</summary>\n本文。\n</details>\n", ["題", "本文。"]),
        ("<Note>\n    字下げの文。\n\n    次の段落。\n</Note>\n", ["字下げの文。", "次の段落。"]),
        ("- 一\n\n    二\n", ["一", "二"]),
        ("`{x}`と`<A>`と\\{y}と3 < 4。\n", [f"{OBJECT}と{OBJECT}と{{y}}と3 < 4。"]),
        ("```\nimport a\n{\n```\n\n閉じない{括弧。\n", ["閉じない{括弧。"]),
        ("export は外へ出すこと。\n", ["export は外へ出すこと。"]),
        ("一<br/>二\n", ["一二"]),
    ],
)
def test_mdx(text: str, visible: list[str]) -> None:
    assert prose(text, "mdx") == visible


def test_elements_of_jsx_are_blocks_of_their_kinds() -> None:
    text = (
        "<ul><li>一</li><li>二</li></ul>\n\n<details><summary>題</summary>\n本文。\n</details>\n\n<h2>節</h2>\n\n次。"
    )
    assert [(block.kind.value, block.level, block.text) for block in Document(text, dialect="mdx").prose] == [
        ("item", 0, "一"), ("item", 0, "二"), ("caption", 0, "題"), ("paragraph", 0, "本文。"),
        ("heading", 2, "節"), ("paragraph", 0, "次。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kramdown", "others"),
    [
        ("**「語」**です。", "「語」です。", "**「語」**です。"),
        ("これは**「語」**です。", "これは「語」です。", "これは**「語」**です。"),
        ("***「語」***です。", "「語」です。", "***「語」***です。"),
        ("**語**です。", "語です。", "語です。"),
        ("語**です。", "語**です。", "語**です。"),
        ("**語です。", "**語です。", "**語です。"),
        ("語 ** です ** よ", "語 ** です ** よ", "語 ** です ** よ"),
        (r"\*\*語\*\*です", "**語**です", "**語**です"),
        (r"\\**語**です", r"\語です", r"\語です"),
        ("snake_case_nameと", "snake_case_nameと", "snake_case_nameと"),
        ("**一「語」**です**二**", "一「語」です二", "一「語」です二"),
        ("**a*", "*a", "*a"),
    ],
)
def test_emphasis_as_the_engine_renders_it(text: str, kramdown: str, others: str) -> None:
    for name, dialect in DIALECTS.items():
        if dialect.emphasis is not Emphasis.CJK_FRIENDLY:
            assert prose(text, name) == [kramdown if dialect.emphasis is Emphasis.KRAMDOWN else others], name


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("**「語」**です。", "「語」です。"),
        ("これは**「語」**です。", "これは「語」です。"),
        ("これは*（語）*です。", "これは（語）です。"),
        ("**古い。**壁も厚い。", "古い。壁も厚い。"),
        ("a**(b)**c", "a**(b)**c"),
        ("語 ** です ** よ", "語 ** です ** よ"),
        ("**語です。", "**語です。"),
        ("**語**と**「町」**と**港**", "語と「町」と港"),
    ],
)
def test_emphasis_beside_japanese_punctuation(text: str, visible: str) -> None:
    assert prose(text, "vitepress") == [visible]


def test_bold_lines_are_as_the_engine_renders_them() -> None:
    (block,) = Document("**一「語」**：**二**\n", dialect="kramdown").prose
    assert not block.bold
    first, second = Document("**「一」**\n本文です。\n", dialect="kramdown").prose
    assert (first.bold, second.bold) == (True, False)


def test_links_have_their_targets() -> None:
    links = Document("[一](/2024/01/02/a_b/) と [二][r] と ![図](c.png)\n\n[r]: /d/ '題'\n").links
    assert [link.destination for link in links] == ["/2024/01/02/a_b/", "/d/"]
    assert [(*link.span,) for link in links] == [(0, 21), (24, 30)]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_markup_in_a_comment_is_none(dialect: str) -> None:
    text = "<!--\n```\n$$\n:::details 題\n!!! note\n<div>\n{ <A\n\nimport a\n-->\n\n文。\n\n<!-- ``` $$ --> \n\n次。\n"
    assert prose(text, dialect) == ["文。", "次。"]


HOSTILE = st.lists(
    st.sampled_from(
        [
            *"あ{}<>/:$*[](|%`~\"'\\=^#@+ \n",
            "```\n", "{%", "%}", "{{", "}}", "{{<", ">}}", "{:", "{::comment}", "{:/}", "$$", ":::", ":::details あ\n",
            "@[card](a)", "^[", "<A", "</A>", "/>", "<A b={c}>", "{/*", "*/}", "import a\n", "export {", "\n\n", "\r\n",
            "{% highlight x %}", "{% endhighlight %}", "    ", "\t", "- ", " {#a}\n", "# ", "*[a]: b\n",
            "\n^\n", "=2x)", "\n<", "<p>", "<li>", "<td>", "</p>", "</li>", "<div>\n", "</div>\n", "<pre>", "</pre>",
            "<code>", "</code>", "<!--", "-->", "<s>", "</s>", "<rt>", "<ul>", "</ul>", "<div markdown>", "<A @b='c'",
            "<template #a>", "</template>", "&lt;", "漢《かん》", "~~", "==", "^^", "++", "++a++", "~a~", "{++", "++}",
            "{~~", "~>", "~~}", "{--", "--}", "{>>", "<<}", ":::note あ\n", '!!! note "あ"\n', '=== "あ"\n', "///\n",
            "/// note | あ\n", "/// caption\n", "> [!NOTE] あ\n", "\\(", "\\)", "\\\\(", ":a:", ":a[", "::a[", "]{b}",
            "--8<--\n", "{:toc}\n", " {.a}\n", "<https://a.b/あ>", "<ab>\n    ", "\n</ab>\n", "<ul>\n  <li>\n    - ",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=HOSTILE)
@settings(max_examples=250, deadline=None)
def test_masking_keeps_every_place(dialect: str, text: str) -> None:
    masked = mask(text, DIALECTS[dialect]).text
    assert len(masked) == len(text)
    assert [end.span() for end in LINE_END.finditer(masked)] == [end.span() for end in LINE_END.finditer(text)]
    document = Document(text, dialect=dialect)
    for block in document.blocks:
        for index, char in enumerate(block.text):
            written = block.source_span(index, index + 1).of(text)
            assert written == char or char == OBJECT or (char, written) == ("\n", "\r")


@given(text=HOSTILE)
@settings(max_examples=250, deadline=None)
def test_code_regions_are_apart_and_in_order(text: str) -> None:
    regions = CodeRegions(text)
    for offset in range(len(text)):
        around = regions.around(offset)
        assert around is None or around.start <= offset < around.end


@pytest.mark.parametrize(
    "unit",
    [
        "{", "}", "<A ", "<A b={", "$$", "$", "`", "``` ", "*", "**あ", "{%", "{{", "{{<", "{{%", ":::", "[^", "^[",
        "^[[", "{/*", "'", "<p>", "<div></p>", "<div>\n", "</div>\n", "\n\n    ", "\n\n<div>\n\n    あ", "<pre>",
        "<kbd>", "<s>", "</kbd>", "<!--", "\n<!--", "<td ", '<a \'"', '<a "', "\n<A\n", "<template ", "<div markdown",
        "{++", "{--", "{~~a", "{~~a~>", "==あ ", "==", "^^あ", "++a", '++"', "~a", ":a", ":a[", ":a[[", "\n::a[",
        ":a{", "\n--8<--", "\n/// note | あ", "\n/// caption", "\n* あ\n{:", "{.a ", " {.a}", "\\(", "\\[", "\\\\(",
        "\\\\[", "《", "漢《か", "&lt;", "<https://",
    ],
)  # fmt: skip
@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_text_takes_quadratic_time(dialect: str, unit: str) -> None:
    started = time.perf_counter()
    mask("{" + unit * (40_000 // len(unit)), DIALECTS[dialect])
    _ = Document("あ" + unit * (4_000 // len(unit)), dialect=dialect).blocks
    assert time.perf_counter() - started < 3
