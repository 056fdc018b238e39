"""Kinds of text whose time may grow faster than their length: each a function from a number of characters to a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from random import Random

from benchmarks.draft import draft

Kind = Callable[[int], str]
_SEED = 20260501
_WORDS = ("会議", "資料", "図書館", "機械", "点検", "記録", "サーバー", "ユーザー", "する", "ある", "古い", "静かに")
_PARTICLES = "がのをにではともへや"
_SLIPS = "設定をを変えて下さい、アルゴゴリズムの説明は見れるが、そのの"


def run(characters: str) -> Kind:
    """The same characters over and over."""
    return lambda size: (characters * (size // len(characters) + 1))[:size]


def lines(line: str) -> Kind:
    """The same line over and over."""
    return run(f"{line}\n")


def numbered(part: str, before: str = "", behind: str = "") -> Kind:
    """Parts with a number in the place of each `{}`, with something before and behind all of them."""
    return lambda size: before + _filled((part.replace("{}", str(number)) for number in count(1)), size) + behind


def chosen(characters: str) -> Kind:
    """Characters at random."""

    def text(size: int) -> str:
        return "".join(Random(_SEED).choices(characters, k=size))

    return text


def nested(opening: str, inner: str, closing: str) -> Kind:
    """Something inside itself, as deep as there is room."""

    def text(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + inner + closing * depth

    return text


def _filled(parts: Iterable[str], size: int) -> str:
    text: list[str] = []
    for part in parts:
        if size <= 0:
            break
        text.append(part)
        size -= len(part)
    return "".join(text)


def _range(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


def one_sentence(size: int) -> str:
    """One sentence with many particles."""
    random = Random(_SEED)
    return _filled((random.choice(_WORDS) + random.choice(_PARTICLES) for _ in count()), size)


def near_copies(size: int) -> str:
    """Paragraphs that differ in a word or two."""
    random = Random(_SEED)
    words = random.choices(_WORDS, k=60)

    def paragraph() -> str:
        some = list(words)
        some[random.randrange(60)] = random.choice(_WORDS)
        return "、".join(f"{word}を見る" for word in some) + "。\n\n"

    return _filled((paragraph() for _ in count()), size)


def words(letters: str, shortest: int, longest: int, joiner: str) -> Kind:
    """Words of some letters, all of them different, nearly always."""

    def text(size: int) -> str:
        random = Random(_SEED)
        return _filled(
            ("".join(random.choices(letters, k=random.randint(shortest, longest))) + joiner for _ in count()), size
        )

    return text


def deep_yaml(size: int) -> str:
    """Front matter nested as deep as there is room."""
    return f"---\na: {'[' * (size // 2)}{']' * (size // 2)}\n---\n\n本文です。\n"


def wide_table(size: int) -> str:
    """A table of three rows."""
    columns = size // 12
    return f"|{'列|' * columns}\n|{'---|' * columns}\n|{'機械の|' * columns}\n"


def quotes_in_lists(size: int) -> str:
    """Lists and quotations nested as deep as a line has room, again and again."""
    stairs = "".join(f"{'  ' * depth}- > 項目{depth}\n" for depth in range(30))
    return run(stairs)(size)


KINDS: dict[str, Kind] = {
    "hiragana": run("あ"),
    "katakana": run("ア"),
    "long vowel marks": run("ー"),
    "iteration marks": run("々"),
    "kanji": run("漢"),
    "commas": run("、"),
    "full stops": run("。"),
    "opening quotes": run("「"),
    "opening brackets": run("（"),
    "closing brackets": run("）"),
    "digits": run("1"),
    "full-width digits": run("１"),
    "latin": run("x"),
    "full-width latin": run("Ａ"),
    "zeros": run("〇"),
    "circles": run("◯"),
    "spaces": lambda size: "前" + " " * size + "後",
    "wide spaces": lambda size: "前" + "\u3000" * size + "後",
    "newlines": run("\n"),
    "dots": run("・"),
    "ellipses": run("…"),
    "ascii dots": run("."),
    "hyphens": lambda size: "前" + "-" * size,
    "exclamation marks": run("！"),
    "half-width katakana": run("ｱ"),
    "emoji": run("😀"),
    "combining marks": run("か\u3099"),
    "object characters": run("\ufffc"),
    "control characters": run("\x01"),
    "line separators": run("前の文\x0b"),
    "foreign letters in words": numbered("第{}のアイ\u0433ウエの図、"),
    "small kana": run("っ"),
    "particles": run("をに"),
    "random hiragana": chosen(_range("ぁ", "ゖ")),
    "random katakana": chosen(_range("ァ", "ヺ") + "ー"),
    "random kanji": chosen(_range("一", "鿿")),
    "random latin": chosen(_range("a", "z")),
    "random mix": chosen("あいうをにはアイウー漢字学生abcXYZ012、。,. 　「」（）*_`\n"),
    "random marks": chosen("*_`~[]()<>!|#-+>&\\$\"' a\n"),
    "brackets in brackets": nested("[", "語", "]"),
    "brackets wide": nested("（", "語", "）"),
    "quotes in quotes": nested("「『", "語", "』」"),
    "block quotes": nested(">", " 語", ""),
    "quotes and lists": quotes_in_lists,
    "list in list": nested("- ", "語", ""),
    "stars": run("*"),
    "stars and letters": run("*a"),
    "strong and letters": run("**語 "),
    "strong closed": run("**語**を"),
    "underscores": run("_"),
    "underscores and letters": run("_a "),
    "emphasis in emphasis": nested("*a **b ", "語", " b** a*"),
    "backticks": run("`"),
    "backticks growing": lambda size: _filled((f"{'`' * number}語" for number in count(1)), size),
    "code": run("`語`と"),
    "tildes": run("~"),
    "tildes and letters": run("~~語 "),
    "links open": run("[a]("),
    "links": numbered("[図{}](https://example.com/{})と、"),
    "images open": run("![a]("),
    "link definitions": numbered("[図{}]: https://example.com/{}\n", behind="\n[図1]と[図2]。\n"),
    "reference links": numbered("[図{}]と"),
    "table wide": wide_table,
    "table long": numbered("| 項目{} | {} |\n", before="| 列 | 数 |\n|---|---|\n"),
    "pipes": run("|"),
    "one sentence": one_sentence,
    "repeated sentence": run("朝の市場は四時に開きます。"),
    "repeated question": run("なぜでしょうか？"),
    "repeated slips": run(_SLIPS),
    "slips in sentences": numbered("{}番の設定をを変えて下さい。アルゴゴリズムの説明は見れる。\n"),
    "near copies": near_copies,
    "new sentences": lambda size: "".join(f"{n}番の{part}。" for n, part in enumerate(draft(size).split("。"))),
    "new sentences on one line": lambda size: KINDS["new sentences"](size).replace("\n", ""),
    "draft": draft,
    "urls": numbered("https://example.com/図/{}?a=1&b=2 "),
    "mail addresses": numbered("name{}@example.com、"),
    "tags nested": nested("<b>", "語", "</b>"),
    "tags unclosed": run("<a href='"),
    "angles": run("<"),
    "tags and text": numbered("<span class='a{}'>語</span>を"),
    "divs": lines("<div>"),
    "comments open": run("<!--"),
    "comments": numbered("<!-- 注{} -->\n\n語{}です。\n\n"),
    "comments in a line": run("<!-- 注 -->語"),
    "declarations": run("<!A "),
    "processing instructions": run("<?a "),
    "entities": run("&amp;"),
    "ampersands": run("&"),
    "backslashes": run("\\"),
    "liquid": numbered("{{ page.a{} }}を{% if b %}語{% endif %}と"),
    "liquid open": run("{% a "),
    "liquid output open": run("{{ a "),
    "jsx braces": run("{a}"),
    "braces open": run("{"),
    "jsx tags": run("<A b={c}>"),
    "shortcodes open": run("{{< a "),
    "attributes": run("語{: .a}"),
    "long title": lambda size: f"---\ntitle: {one_sentence(size)}\n---\n\n本文です。\n",
    "many keys": numbered("key{}: 値{}\n", before="---\n", behind="---\n\n本文です。\n"),
    "deep yaml": deep_yaml,
    "front matter open": numbered("key{}: 値{}\n", before="---\n"),
    "toml": numbered('key{} = "値{}"\n', before="+++\n", behind="+++\n\n本文です。\n"),
    "json": numbered('"key{}": "値{}",\n', before="{\n", behind='"end": 1}\n\n本文です。\n'),
    "front matter lines": lines("---"),
    "suppressed lines": numbered("{}番のの文です。 <!-- jlint-disable-line -->\n"),
    "suppressions": numbered("<!-- jlint-disable doubled-particle -->\n\n設定{}をを変えた。\n\n"),
    "suppressions in pairs": numbered(
        "<!-- jlint-disable -->\n\n設定{}をを変えた。\n\n<!-- jlint-enable -->\n\n設定{}をを見た。\n\n"
    ),
    "math open": run("$a "),
    "math": numbered("$x_{}$と$$y_{}$$を"),
    "math lines": lines("$$"),
    "headings": numbered("## 見出し{}\n\n"),
    "headings with text": numbered("## 第{}章の見出し\n\n本文{}です。\n\n"),
    "same headings": lines("## 見出し\n"),
    "underlines": lines("==="),
    "footnotes": numbered("語{}です[^{}]。\n\n[^{}]: 注{}です。\n\n"),
    "footnotes open": run("[^1]"),
    "items": numbered("- 項目{}です\n"),
    "ordered items": numbered("{}. 項目です。\n"),
    "tasks": lines("- [ ] 項目"),
    "definitions": numbered("用語{}\n: 説明{}\n\n"),
    "rules": lines("* * *\n"),
    "fences": lines("```"),
    "fences growing": lambda size: _filled((f"{'`' * number}\n語\n" for number in count(3)), size),
    "containers": lines(":::"),
    "hard breaks": lines("語  "),
    "wrapped lines": numbered("この文{}は行の途中で\n折り返され、"),
    "numbers": numbered("{},234,567円と"),
    "numbers alone": run("1,234,"),
    "decimals": run("1."),
    "dates": numbered("2026年5月{}日（月）と"),
    "clock times": run("10:30 "),
    "mixed variants": numbered("{}番のサーバとサーバー、例えばとたとえば、ウェブとウエブ。\n"),
    "variants in one sentence": run("サーバとサーバー、例えばとたとえば、ウェブとウエブ、行なうと行う、"),
    "katakana words": words("アイウカキクサシスタチツラリルレロンーッャ", 3, 8, "と"),
    "kanji words": words("会議資料図書館機械点検記録大学院入試験", 2, 4, "を見て、"),
    "kana words": words("あいうかきくさしすたちつらりるれろん", 2, 5, "人"),
    "acronyms": words("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 2, 5, "と"),
    "foreign letters": words("あいうгджжб报说", 3, 6, "の港、"),
    "captions": numbered("![図{}です](a{}.png)\n\n`語{}`を見る。\n\n"),
    "placeholders": numbered("〇〇株式会社の△△さんへ、{}番の「ここに入力」"),
    "listed misspellings": run("シュミレーションと除々に、"),
    "assistant talk": lines("もちろんです。以下に記事を示します。ご参考になれば幸いです。\n"),
    "quoted words": numbered("「{}」と『{}』と（{}）と"),
    "decorated": numbered("**{}**：説明です。\n\n"),
    "english": run("The quick brown fox jumps over the lazy dog, and then (again) it does. "),
    "english in japanese": run("Pythonのlistを使ってAPIを呼ぶ "),
    "ruby": run("<ruby>漢<rt>かん</rt></ruby>を"),
    "conflict marks": lines("<<<<<<< HEAD"),
    "carriage returns": run("語\r"),
    "quotes unpaired": run("「語。"),
    "brackets unpaired": run("語。）"),
    "colons": run("語："),
    "slashes": run("語/"),
    "kanji numerals": run("一"),
    "long words": run("大学院入学試験"),
}
"""The kinds by name."""

DIALECTS = {
    "jsx braces": "mdx",
    "braces open": "mdx",
    "jsx tags": "mdx",
    "shortcodes open": "hugo",
    "math open": "zenn",
    "math": "zenn",
    "containers": "zenn",
    "footnotes open": "zenn",
}
"""The dialects of those that aren't measured in kramdown."""
