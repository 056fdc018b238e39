"""Each syntax that a dialect adds to CommonMark, in every dialect that has it, and as text where there is none."""

from __future__ import annotations

import pytest

from jlint.document import OBJECT, Document
from jlint.document.dialect import FEATURES, Feature

EXAMPLES: dict[str, list[tuple[str, list[str]]]] = {
    ":::message … :::, :::details Title": [
        (":::message\n港の文。\n:::\n\n次の文。\n", ["港の文。", "次の文。"]),
        ("::::details 港の題\n外の文。\n\n:::message alert\n内の文。\n:::\n::::\n", ["港の題", "外の文。", "内の文。"]),
        ("- 項目\n\n  :::details 港の題\n  文。\n  :::\n", ["項目", "港の題", "文。"]),
        ("> :::note info\n> 文。\n> :::\n", ["文。"]),
        ("前の行\n:::message\n文。\n:::\n後の行\n", ["前の行", "文。", "後の行"]),
        ("```\n:::details 題\n```\n\n文。\n", ["文。"]),
    ],
    "::: tip Title … :::, :::tip[Title]": [
        ("::: tip\n港の文。\n:::\n", ["港の文。"]),
        (":::tip\n\n港の文。\n\n:::\n", ["港の文。"]),
        ("::: tip 港の**題**\n文。\n:::\n", ["港の題", "文。"]),
        (":::tip[港の題]{#key}\n文。\n:::\n", ["港の題", "文。"]),
        ("::: details 港の題 {open}\n文。\n:::\n", ["港の題", "文。"]),
        (":::: warning 外\n::: info 内\n文。\n:::\n::::\n", ["外", "内", "文。"]),
        ("- 項目\n\n  ::: tip 題\n  文。\n  :::\n", ["項目", "題", "文。"]),
    ],
    '!!! note "Title", ??? tip, === "Tab"': [
        ("!!! note\n\n    港の文。\n\n次の文。\n", ["港の文。", "次の文。"]),
        ('!!! note inline end "港の**題**"\n    文。\n', ["港の題", "文。"]),
        ('!!! danger ""\n\n    文。\n', ["文。"]),
        (
            '??? question "港の題"\n\n    文。\n\n???+ note "次の題"\n\n    次の文。\n',
            ["港の題", "文。", "次の題", "次の文。"],
        ),
        ('=== "札"\n\n    文。\n\n    === "札の札"\n\n        奥の文。\n', ["札", "文。", "札の札", "奥の文。"]),
        ('- 項目\n\n    !!! note "題"\n\n        文。\n', ["項目", "題", "文。"]),
        ('!!! note "題"\n\n    ```\n    符号\n    ```\n', ["題"]),
    ],
    "/// note | Title … ///": [
        ("/// note | 港の**題**\n文。\n///\n", ["港の題", "文。"]),
        ("/// note | 港の題\n    type: warning\n    open: true\n\n文。\n///\n", ["港の題", "文。"]),
        ("/// note\n    attrs: {class: 鍵}\n文。\n///\n", ["文。"]),
        ("//// tab | 札\n/// note\n文。\n///\n////\n", ["札", "文。"]),
        ("/// html | div[class='鍵']\n文。\n///\n", ["文。"]),
        ("文。\n\n/// caption\n港の写真\n///\n", ["文。", "港の写真"]),
        ("/// figure-caption | < 2\n    attrs: {id: 鍵}\n\n港の写真\n///\n", ["港の写真"]),
        ("//\n", ["//"]),
    ],
    "> [!NOTE], > [!NOTE] Title": [
        ("> [!NOTE]\n> 港の文。\n", ["港の文。"]),
        ("> [!TIP] 港の**題**\n> 文。\n", ["港の題", "文。"]),
        ("> [!WARNING]- 題\n>\n> - 項目\n", ["題", "項目"]),
        ("> 引用。\n> [x] 印。\n", ["引用。⏎[x] 印。"]),
    ],
    "::name[text]{key=value}, :name[text]{key=value}": [
        ("::youtube[港の題]{#key}\n\n文。\n", ["港の題", "文。"]),
        ("::hr\n\n::hr{.key}\n\n文。\n", ["文。"]),
        ('港の:abbr[略語[1]]{title="鍵"}の文。\n', ["港の略語[1]の文。"]),
        ("港の:abbr[略語]の文。\n", ["港の略語の文。"]),
        ("港の:kbd{.key}の文。\n", [f"港の{OBJECT}の文。"]),
        ("12:30の文、a:b[c]の文、`:a[b]`。\n", [f"12:30の文、a:b[c]の文、{OBJECT}。"]),
    ],
    "{% tag %}, {{ output }}": [
        ('{% include a.html text="鍵" %}\n\n文{{ page.title | upcase }}。\n', [f"文{OBJECT}。"]),
        ("{% highlight ruby %}\nputs '鍵'\n\n{% endhighlight %}\n\n文。\n", ["文。"]),
        ("{% comment %}鍵{% endcomment %}\n\n{% raw %}\n文。\n{% endraw %}\n", ["文。"]),
        ('{% include a.html\n   text="鍵"\n%}\n文。\n', ["文。"]),
        ("[道]({% link a.md %})の文。\n", ["道の文。"]),
        ("```\n{% if a %}\n```\n\n文。\n", ["文。"]),
    ],
    "{% tag %}, {{ output }}, {# comment #}": [
        ('{% hint style="info" %}\n港の文。\n{% endhint %}\n', ["港の文。"]),
        ("{% note info 鍵 %}\n港の文。\n{% endnote %}\n", ["港の文。"]),
        ("{% codeblock 鍵 lang:js %}\nconst a = '鍵';\n\n{% endcodeblock %}\n\n文。\n", ["文。"]),
        ("{% mermaid %}\nA[鍵]\n{% endmermaid %}\n文。\n", ["文。"]),
        ("{# 鍵\n\n鍵 #}\n\n文{{ a }}。{# 鍵 #}\n", [f"文{OBJECT}。{OBJECT}"]),
        ("{% raw %}\n<p>文。</p>\n{% endraw %}\n", ["文。"]),
        ('{% tabs %}\n{% tab title="鍵" %}\n文。\n{% endtab %}\n{% endtabs %}\n', ["文。"]),
    ],
    "{{ expression }}": [("港は{{ a + '鍵' }}です。`{{ a }}`の文。\n", [f"港は{OBJECT}です。{OBJECT}の文。"])],
    r"{{#include file}}, \{{#include file}}": [
        ("{{#include 鍵.md}}\n\n文。\n", ["文。"]),
        ("港の{{#include 鍵.md:2:10}}の文。\n", [f"港の{OBJECT}の文。"]),
        ("\\{{#include a.md}}と書く。\n", ["{{#include a.md}}と書く。"]),
    ],
    "{% tag %}": [("{% set a = '鍵' %}\n\n文。\n", ["文。"])],
    "{{< shortcode >}}, {{% shortcode %}}": [
        ('{{< figure src="a.png" caption="鍵 > 鍵" >}}\n\n文。\n', ["文。"]),
        ('{{< figure\n  src="a.png"\n  caption="鍵"\n>}}\n\n文。\n', ["文。"]),
        ('{{% notice tip "鍵" %}}\n港の文。\n{{% /notice %}}\n', ["港の文。"]),
        ('{{< tabs >}}\n{{< tab "鍵" >}}\n文。\n{{< /tab >}}\n{{< /tabs >}}\n', ["文。"]),
        ("{{< highlight go >}}\n// 鍵\n\n{{< /highlight >}}\n\n文。\n", ["文。"]),
        ('{{< code lang="lua" title="例" >}}\n鍵は三つ。\n---\n{{< /code >}}\n\n文。\n', ["文。"]),
        ("{{% comment %}}\n鍵\n{{% /comment %}}\n\n文。\n", ["文。"]),
        ('[道]({{< ref "鍵.md" >}})の文。`{{</* a */>}}`\n', [f"道の文。{OBJECT}"]),
    ],
    "## Heading {#id .class}": [('## 港の見出し {#key .wide title="鍵"}\n\n文。\n', ["港の見出し", "文。"])],
    "{: .class #id}": [
        ('港の文。\n{: .key title="鍵"}\n', ["港の文。"]),
        ('[道](a){: .key target="鍵"}の*文*{:.key}。\n', ["道の文。"]),
        ("- 項目\n{: .key}\n", ["項目"]),
        ("\\{: .x}と書く。\n", ["{: .x}と書く。"]),
    ],
    "{.class}, ![image](a.png){width=200}": [
        ("港の文。\n{.key}\n", ["港の文。"]),
        ('![鍵](a.png){width=200}の[道](a){title="鍵"}と*文*{.key}。\n', [f"{OBJECT}の道と文。"]),
        ("波括弧{あ}の文。\n", ["波括弧{あ}の文。"]),
    ],
    "text {.class}": [
        ("港の文。 {.key}\n", ["港の文。"]),
        ("- 項目 {.key}\n- 次\n", ["項目", "次"]),
        ("| 表 {.key} | 値 |\n|---|---|\n| 欄 | 次 |\n", ["表", "値", "欄", "次"]),
    ],
    "{::comment} … {:/}, ^": [
        ("{::comment}\n鍵\n{:/comment}\n\n文{::comment}鍵{:/}。\n", ["文。"]),
        ("{::nomarkdown}\n<p>港の文。</p>\n{:/}\n", ["港の文。"]),
        ('{::options key="鍵" /}\n\n文。\n', ["文。"]),
        ("- 一\n^\n- 二\n", ["一", "二"]),
    ],
    "* Contents, in the next line {:toc}": [
        ("* 鍵\n{:toc}\n\n文。\n", ["文。"]),
        ("1. 鍵\n{:.key toc}\n\n文。\n", ["文。"]),
        ("* 項目\n{:.no_toc}\n", ["項目"]),
    ],
    "[[toc]]": [("[[toc]]\n\n[[TOC]]\n\n文。\n", ["文。"]), ("[[港]]の文。\n", ["[[港]]の文。"])],
    "[TOC]": [("[TOC]\n\n文。\n", ["文。"]), ("[港]の文。\n", ["[港]の文。"])],
    "*[HTML]: expansion": [("*[HTML]: 鍵\n\n文。\n", ["文。"])],
    "$$ … $$": [
        ("$$\n\\text{鍵}\n$$\n\n文。\n", ["文。"]),
        ("- 項目\n\n  $$\n  \\text{鍵}\n  $$\n", ["項目"]),
        ("> $$\n> \\text{鍵}\n> $$\n>\n> 文。\n", ["文。"]),
        ("値段は$$です。\n\n次も$$です。\n", ["値段は$$です。", "次も$$です。"]),
    ],
    "$$ … $$(1)": [("$$\nx\n$$(鍵)\n\n文。\n", ["文。"]), ("$$\nx\n$$\n\n文。\n", ["文。"])],
    "$x$, $`x`$": [
        ("長さは$鍵_1 < b$です。\n", [f"長さは{OBJECT}です。"]),
        ("長さは$`鍵`$です。\n", [f"長さは{OBJECT}です。"]),
        ("$100から$200まで。\n", ["$100から$200まで。"]),
    ],
    r"$x$, $`x`$, $\text{語}$": [
        ("長さは$a_1$で、幅は$\\text{鍵}$です。\n", [f"長さは{OBJECT}で、幅は{OBJECT}です。"]),
        ("長さは$`a_1`$です。\n", [f"長さは{OBJECT}です。"]),
        ("$100から$200まで。$HOMEと$PATHの文。\n", ["$100から$200まで。$HOMEと$PATHの文。"]),
    ],
    r"\\( … \\), \\[ … \\]": [
        ("港の\\\\(鍵\\\\)です。\n\n\\\\[\n鍵\n\\\\]\n\n文。\n", [f"港の{OBJECT}です。", "文。"])
    ],
    r"\( … \), \[ … \]": [
        ("港の\\(a\\)です。\n\n\\[\n鍵\n\\]\n\n文。\n", [f"港の{OBJECT}です。", "文。"]),
        ("港\\(の文\\)です。\n", ["港(の文)です。"]),
    ],
    "@[card](address)": [("@[card](https://example.com/鍵)\n\n文。\n", ["文。"])],
    "![image](a.png =250x)": [("![鍵](https://example.com/a.png =250x)の文。\n", [f"{OBJECT}の文。"])],
    "^[note]": [
        ("港の文^[港の[道](a)の**注**。]です。\n\n次。\n", ["港の文です。", "港の道の注。", "次。"]),
        ("`^[鍵]`の文。\n", [f"{OBJECT}の文。"]),
    ],
    "<<< @/file": [("<<< @/鍵.js{2}\n\n<<< ../鍵.cs{1,2 c#} [鍵]\n\n文。\n", ["文。"])],
    '--8<-- "file"': [
        ('--8<-- "鍵.md"\n\n文。\n', ["文。"]),
        ("--8<--\n鍵.md\n鍵の束.md\n--8<--\n\n文。\n", ["文。"]),
    ],
    '<Button @click="…">, a tag over several lines': [
        ('<Button @click="open(\'鍵\')" :key="a > b">港の文</Button>です。\n', ["港の文です。"]),
        ('<Button\n  title="鍵 > 鍵"\n  @click="鍵"\n>\n港の文\n</Button>\n', ["港の文"]),
        ('<ul>\n<li v-for="a in b" @click="鍵">項目</li><li #x>次</li>\n</ul>\n', ["項目", "次"]),
        ("`<a @b>`の文。\n", [f"{OBJECT}の文。"]),
    ],
    "<template #name>": [
        ("<Box>\n<template #title>題</template>\n<template v-slot:foot>足</template>\n</Box>\n", ["題", "足"]),
        ("<template v-if=\"a > '鍵'\">\n\n港の文。\n\n</template>\n", ["港の文。"]),
    ],
    "import, export, {expression}, {/* comment */}, <Component>": [
        ("\nimport A, {\n  鍵,\n\n} from './鍵'\n\n文。\n", ["文。"]),
        ("export const a = {\n  b: '鍵',\n\n  c: `鍵`,\n}\n\n文。\n", ["文。"]),
        ("港は{a['鍵 }']}です。{/* 鍵 */}\n", [f"港は{OBJECT}です。"]),
        ("<!-- 鍵 {鍵 <A> -->\n\n文<!-- 鍵 -->。\n", ["文。"]),
        ('<A\n  b="鍵 > 鍵"\n  c={<d e="鍵">鍵</d>}\n>\n港の*文*。\n</A>\n', ["港の文。"]),
        ('<Tabs>\n  <TabItem label="鍵">\n\n    港の文。\n\n  </TabItem>\n</Tabs>\n', ["港の文。"]),
        ("<pre>{`鍵\n\n鍵`}</pre>\n\n<style>{`鍵`}</style>\n\n文。\n", ["文。"]),
        ("<script>鍵</script>\n\n<svg><text>鍵</text></svg>\n\n<textarea>鍵</textarea>\n\n文。\n", ["文。"]),
        ("<kbd>鍵</kbd>と<code>鍵</code>と<s>鍵</s>の文。\n", [f"{OBJECT}と{OBJECT}との文。"]),
        ('<ruby>港<rt className="a">鍵</rt></ruby>の文。\n', ["港の文。"]),
        ("<table><tbody><tr><td>一</td><td>二</td></tr></tbody></table>\n", ["一", "二"]),
        ("<details>\n<summary>題</summary>\n文。\n</details>\n", ["題", "文。"]),
    ],
    "<div markdown>": [
        ('<div class="鍵" markdown="1">\n港の*文*。\n</div>\n', ["港の文。"]),
        ('<p markdown="span">港の**文**。</p>\n', ["港の文。"]),
    ],
    "<div>, a blank line, indented HTML, </div>": [
        ("<table>\n    <tr>\n        <td>一</td>\n\n        <td>二</td>\n    </tr>\n</table>\n", ["一", "二"]),
        ("<ul>\n\t<li>一</li>\n\n\t<li>二</li>\n</ul>\n\n    符号\n", ["一", "二"]),
        ("<div>\n\n文。\n\n    符号\n", ["文。"]),
    ],
    ":anchor:": [
        ("港の:anchor:と:+1:の文。\n", [f"港の{OBJECT}と{OBJECT}の文。"]),
        ("10:30:00とa:b:cと`:a:`の文。\n", [f"10:30:00とa:b:cと{OBJECT}の文。"]),
    ],
    ":material-key:{ .class }": [
        ("港の:material-key:{ .lg title='鍵' }と:ship:の文。\n", [f"港の{OBJECT}と{OBJECT}の文。"])
    ],
    "++ctrl+c++": [
        ('港で++ctrl+alt+"鍵"++を押す。\n', [f"港で{OBJECT}を押す。"]),
        ("C++とC++の文。\n", ["C++とC++の文。"]),
    ],
    "==text==, ^^text^^, H~2~O, x^2^": [
        ("港の==大切な*文*==と^^足した文^^です。\n", ["港の大切な文と足した文です。"]),
        ("H~2~Oとx^2^の文。\n", ["H2Oとx2の文。"]),
        ("a == bと10~20と30~40の文。\n", ["a == bと10~20と30~40の文。"]),
    ],
    "{++text++}, {--text--}, {~~old~>new~~}, {==text==}, {>>remark<<}": [
        ("港{++の文++}{--鍵--}と{~~鍵~>新しい文~~}。\n", ["港の文と新しい文。"]),
        ("{==港の文==}{>>鍵<<}です。\n", ["港の文です。"]),
    ],
    "Term, in the next line : definition": [
        ("港\n: 船の着く所。\n: 人の集まる所。\n", ["港", "船の着く所。", "人の集まる所。"]),
        ("港\n\n:   船の着く所。\n\n    人の集まる所。\n", ["港", "船の着く所。", "人の集まる所。"]),
    ],
    "**「語」**です": [("**「港」**です。これは*（町）*です。\n", ["「港」です。これは（町）です。"])],
    "これは**「語」**です": [("これは**「港」**です。\n", ["これは「港」です。"])],
}
"""Texts and what is seen of them, by the feature's `written`."""

ELSEWHERE = [
    (":::message\n文。\n:::\n", "hugo", [":::message⏎文。⏎:::"]),
    ('!!! note "題"\n', "commonmark", ['!!! note "題"']),
    ("/// note | 題\n", "hugo", ["/// note | 題"]),
    ("港の:abbr[略語]{.a}。\n", "commonmark", ["港の:abbr[略語]{.a}。"]),
    ("{% raw %}の{{ a }}。\n", "zenn", ["{% raw %}の{{ a }}。"]),
    ("{{< a >}}の文。\n", "kramdown", [f"{OBJECT}の文。"]),
    ("{{< a >}}の文。\n", "zenn", ["{{< a >}}の文。"]),
    ("## 見出し {#key}\n", "zenn", ["見出し {#key}"]),
    ("文。 {.key}\n", "hugo", ["文。 {.key}"]),
    ("文。\n{: .key}\n", "commonmark", ["文。⏎{: .key}"]),
    ("* 目次\n{:toc}\n", "commonmark", ["目次⏎{:toc}"]),
    ("[[toc]]\n", "commonmark", ["[[toc]]"]),
    ("[TOC]\n", "vitepress", ["[TOC]"]),
    ("*[HTML]: 意味\n", "commonmark", ["*[HTML]: 意味"]),
    ("長さは$a$です。\n", "kramdown", ["長さは$a$です。"]),
    ("@[card](a)\n", "qiita", ["@card"]),
    ("文^[注]です。\n", "qiita", ["文^[注]です。"]),
    ("<<< @/a.js\n", "commonmark", ["<<< @/a.js"]),
    ("{a}と{/* 注 */}。\n", "commonmark", ["{a}と{/* 注 */}。"]),
    ("<div>\n\n    文。\n\n</div>\n", "commonmark", []),
    ("文:anchor:です。\n", "zenn", ["文:anchor:です。"]),
    ("==文==とC++の++a++。\n", "commonmark", ["==文==とC++の++a++。"]),
    ("港\n: 船の着く所。\n", "commonmark", ["港⏎: 船の着く所。"]),
    ("**「港」**です。\n", "hexo", ["**「港」**です。"]),
]
"""Texts in a dialect that has no such syntax, whose readers see them as they stand."""


def seen(text: str, dialect: str) -> list[str]:
    texts = [block.text for block in Document(text, dialect=dialect).prose]
    return [text.replace("\n", "⏎") for text in texts if text.strip(f"{OBJECT}\n")]


def test_every_feature_has_an_example() -> None:
    assert list(EXAMPLES) == [feature.written for feature in FEATURES]


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.written)
def test_a_feature_is_read_in_each_dialect_that_has_it(feature: Feature) -> None:
    for dialect in sorted(feature.dialects):
        for text, visible in EXAMPLES[feature.written]:
            assert seen(text, dialect) == visible, f"{dialect}: {text}"


@pytest.mark.parametrize(("text", "dialect", "visible"), ELSEWHERE)
def test_markup_of_another_dialect_is_text(text: str, dialect: str, visible: list[str]) -> None:
    assert seen(text, dialect) == visible
