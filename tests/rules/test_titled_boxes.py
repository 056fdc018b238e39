"""Chapters that the titles of boxes open, and slides: their headings may be the same."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.rules.helpers.titled_boxes import titled_boxes
from jlint.rules.repetition.repeated_heading import RepeatedHeading

HEADING = "## 道具\n\n{}です。\n"
SPRING, WINTER = HEADING.format("鍬"), HEADING.format("斧")


def indented(text: str) -> str:
    return "".join(f"    {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def repeated(text: str, dialect: str) -> list[int]:
    document = Document(text, dialect=dialect)
    return [document.lines.line_of(finding.span.start) for finding in RepeatedHeading().check(document)]


def boxes(text: str, dialect: str = "commonmark") -> list[tuple[int, int]]:
    document = Document(text, dialect=dialect)
    return [(document.lines.line_of(box.start), document.lines.line_of(box.end - 1)) for box in titled_boxes(document)]


APART = [
    ("mkdocs", f'??? summary "春"\n\n{indented(SPRING)}\n??? summary "冬"\n\n{indented(WINTER)}'),
    ("mkdocs", f'!!! note "春"\n\n{indented(SPRING)}\n!!! note "冬"\n\n{indented(WINTER)}'),
    ("mkdocs", f'=== "春"\n\n{indented(SPRING)}\n=== "冬"\n\n{indented(WINTER)}'),
    ("mkdocs", f"/// note | 春\n\n{SPRING}\n///\n\n/// note | 冬\n\n{WINTER}\n///\n"),
    ("docusaurus", f":::tip[春]\n\n{SPRING}\n:::\n\n:::tip[冬]\n\n{WINTER}\n:::\n"),
    ("vitepress", f"::: tip 春\n\n{SPRING}\n:::\n\n::: tip 冬\n\n{WINTER}\n:::\n"),
    ("zenn", f":::details 春\n\n{SPRING}\n:::\n\n:::details 冬\n\n{WINTER}\n:::\n"),
    (
        "mdx",
        f'<Tabs>\n<TabItem value="spring">\n\n{SPRING}\n</TabItem>\n<TabItem value="winter">\n\n{WINTER}\n'
        "</TabItem>\n</Tabs>\n",
    ),
    (
        "commonmark",
        f"<details>\n<summary>春</summary>\n\n{SPRING}\n</details>\n\n<details>\n<summary>冬</summary>\n\n{WINTER}\n"
        "</details>\n",
    ),
    (
        "hugo",
        f'{{{{% tab "春" %}}}}\n\n{SPRING}\n{{{{% /tab %}}}}\n\n{{{{% tab "冬" %}}}}\n\n{WINTER}\n{{{{% /tab %}}}}\n',
    ),
    ("commonmark", f"---\nmarp: true\n---\n\n{SPRING}\n---\n\n{WINTER}"),
]


@pytest.mark.parametrize(("dialect", "text"), APART)
def test_headings_of_two_boxes_are_not_compared(dialect: str, text: str) -> None:
    assert repeated(text, dialect) == []


@pytest.mark.parametrize(
    ("dialect", "text", "line"),
    [
        ("mkdocs", f'??? note "春"\n\n{indented(SPRING)}\n{indented(WINTER)}', 7),
        ("mkdocs", f'{SPRING}\n??? note "夏"\n\n    暑い。\n\n{WINTER}', 9),
        ("vitepress", f"::: tip 春\n\n{SPRING}\n{WINTER}\n:::\n", 7),
        ("vitepress", f"{SPRING}\n::: tip 夏\n\n暑い。\n\n:::\n\n{WINTER}", 11),
        ("commonmark", f"<details>\n<summary>春</summary>\n\n{SPRING}\n{WINTER}\n</details>\n", 8),
        (
            "commonmark",
            f"{SPRING}\n<details>\n<summary>夏</summary>\n\n## 飲み物\n\n麦茶。\n\n</details>\n\n{WINTER}",
            14,
        ),
        ("commonmark", f"---\nmarp: true\n---\n\n{SPRING}\n{WINTER}", 9),
        ("commonmark", f"{SPRING}\n---\n\n{WINTER}", 7),
    ],
)
def test_headings_of_one_box_and_around_a_box_are_compared(dialect: str, text: str, line: int) -> None:
    assert repeated(text, dialect) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "::: tip\n\n本文。\n\n:::\n",
        ":::message\n\n本文。\n\n:::\n",
        "<div>\n\n本文。\n\n</div>\n",
        '<img title="春">\n\n本文。\n',
        '<TabItem label="春" />\n\n本文。\n',
        "```\n::: tip 春\n:::\n```\n",
        "<details>\n\n本文。\n\n</details>\n",
        ":::details 閉じない\n\n本文。\n",
        '{{< figure src="a.png" >}}\n\n本文。\n',
        "> [!NOTE]\n> 本文。\n",
    ],
)
def test_what_has_no_title_or_no_end_is_no_titled_box(text: str) -> None:
    assert boxes(text) == []


def test_boxes_may_be_inside_each_other() -> None:
    assert boxes(":::: tip 外\n\n::: info 中\n\n本文。\n\n:::\n\n::::\n") == [(1, 9), (3, 7)]
    assert boxes('??? note "外"\n\n    !!! tip "中"\n\n        本文。\n\n    続き。\n\n後。\n', "mkdocs") == [
        (1, 8),
        (3, 6),
    ]
