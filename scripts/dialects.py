"""The page docs/dialects.md: what each dialect of Markdown has, from the table that jlint itself reads.

python -m scripts.dialects docs/dialects.md
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from jlint.document.dialect import DIALECTS, FEATURES, Feature
from jlint.document.html import OPAQUE, RAW, STRUCK

_ENGINES = {
    "commonmark": "CommonMark with GitHub's extensions: README files, GitHub, Obsidian",
    "kramdown": "Jekyll (kramdown and Liquid)",
    "zenn": "Zenn",
    "qiita": "Qiita",
    "hugo": "Hugo (Goldmark and shortcodes)",
    "mdx": "MDX 2 and 3: Next.js, Astro, Gatsby, Storybook",
    "vitepress": "VitePress",
    "docusaurus": "Docusaurus, `.md` and `.mdx`",
    "mkdocs": "MkDocs with Material: Python-Markdown, PyMdown Extensions, macros",
    "mdbook": "mdBook",
    "honkit": "HonKit, GitBook",
    "hexo": "Hexo (marked and Nunjucks)",
}

_HEAD = """\
# Dialects of Markdown

No two site generators read Markdown alike. What one takes for markup is text to the next, and a linter that reads it
the wrong way complains about the parameters of a shortcode, or passes over a paragraph that readers see. A dialect is
what the engine of a site adds to CommonMark, and where it differs from it; jlint reads a file as that engine does.

`markdown:` in rules.yaml names the dialect, for all files or, under `overrides`, for some; `auto` lets jlint find it.
`jlint config show FILE` says which dialect a file is read in, and why.

{engines}

Tables, task lists, footnotes, struck text (`~~…~~`), front matter and ruby as in plain text (`認《したた》める`,
`｜組合《ギルド》`) are known in every dialect.

## What is read

Rules see what readers read, in blocks: headings, paragraphs, items of lists, cells of tables, and captions (the titles
of boxes, tabs, pictures and tables). Code, images, addresses and whatever else stands in a sentence without being part
of the prose is a placeholder there, so that no rule takes its neighbours for adjacent words. Parameters are no prose,
even where the site shows them as a title: the caption in `{{{{< figure >}}}}`, the label of a `<TabItem>`, what stands
behind the name in `{{% note %}}`.

So it is with HTML. The text of its elements is prose, and each element that stands apart is a block of its own:
`<h1>` to `<h6>` are headings, `<li>`, `<dt>` and `<dd>` items, `<td>` and `<th>` cells, `<summary>`, `<figcaption>`,
`<caption>` and `<legend>` captions, `<p>` and `<blockquote>` paragraphs. What stands in others, as in `<div>`, is a
paragraph if it holds a sentence, and else a label, which is read like a caption. Not prose are

- comments, tags and their attributes;
{raw}
{opaque}
{struck}

HTML is read as HTML in every dialect, even where a site shows the tags, as Zenn does.

## What each dialect has

{table}
"""


def page() -> str:
    """The whole text of the page."""
    return _HEAD.format(
        engines="\n".join(_rows(("dialect", "engine"), ([f"`{name}`", _ENGINES[name]] for name in DIALECTS))),
        raw=_item(f"the text of {_elements(RAW)};"),
        opaque=_item(f"{_elements(OPAQUE)}, images and character references (`&lt;`): they are placeholders;"),
        struck=_item(f"the text of {_elements(STRUCK)}, and readings in `<ruby>`: they are left out of the sentence."),
        table="\n".join(_rows(("syntax", "how jlint reads it", *DIALECTS), map(_row, FEATURES))),
    )


def _row(feature: Feature) -> list[str]:
    return [_code(feature.written), feature.read, *("✓" if name in feature.dialects else "" for name in DIALECTS)]


def _rows(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    names = list(head)
    for row in (names, ["---"] * len(names), *rows):
        cells = [cell.replace("|", r"\|") for cell in row]
        yield f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _elements(names: Iterable[str]) -> str:
    *most, last = [f"`<{name}>`" for name in sorted(names)]
    return f"{', '.join(most)} and {last}"


def _item(text: str) -> str:
    return textwrap.fill(f"- {text}", 120, subsequent_indent="  ", break_on_hyphens=False)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8", newline="\n")
