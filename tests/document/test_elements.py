"""Where the elements of a Markdown file are."""

from __future__ import annotations

from typing import get_args

import pytest

from jlint.config.reading.shape import ElementKind
from jlint.document import Document
from jlint.document.elements import TAGS, element_spans

TEXT = """\
---
title: 港
---

# 朝の港

> 船が**出る**。[時刻表](https://example.com)を見る。

- 魚`鯛`を買う。
- *貝*を~~売る~~。

| 網 | 糸 |
|---|---|
| 一 | 二 |

```
古い舟
```

![絵](a.png)

<div>欄</div>

本文[^1]です。

[^1]: 注です。
"""


@pytest.mark.parametrize(
    ("kind", "sources"),
    [
        ("heading", ["# 朝の港\n"]),
        ("quotation", ["> 船が**出る**。[時刻表](https://example.com)を見る。\n"]),
        ("strong", ["**出る**"]),
        ("link", ["[時刻表](https://example.com)"]),
        ("list", ["- 魚`鯛`を買う。\n- *貝*を~~売る~~。\n"]),
        ("item", ["- 魚`鯛`を買う。\n", "- *貝*を~~売る~~。\n"]),
        ("code", ["`鯛`"]),
        ("emphasis", ["*貝*"]),
        ("strikethrough", ["~~売る~~"]),
        ("table", ["| 網 | 糸 |\n|---|---|\n| 一 | 二 |\n"]),
        ("code-block", ["```\n古い舟\n```"]),
        ("image", ["![絵](a.png)"]),
        ("html", ["<div>欄</div>\n"]),
        ("footnote", ["[^1]: 注です。\n"]),
    ],
)
def test_spans(kind: str, sources: list[str]) -> None:
    document = Document(TEXT)
    assert [span.of(TEXT).strip() for span in element_spans(document, [kind])] == [each.strip() for each in sources]


def test_several_kinds_in_order() -> None:
    document = Document("一**二**[三](https://example.com)\n")
    spans = element_spans(document, ["link", "paragraph", "strong"])
    assert [span.start for span in spans] == [0, 1, 6]


def test_the_configuration_knows_every_kind() -> None:
    assert set(get_args(ElementKind)) == TAGS.keys()
