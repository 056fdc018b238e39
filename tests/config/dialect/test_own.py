"""What a file shows by its name and its front matter alone."""

from __future__ import annotations

import pytest

from jlint.config.dialect.decision import NO_EVIDENCE, decide
from jlint.config.dialect.own import LONGEST, keys_in
from tests.config.dialect.skeletons import QIITA, ZENN


def found(path: str, text: str) -> str:
    """The dialect as far as the file shows one, else an empty text."""
    evidence = decide(path, text, None)
    return "" if evidence is NO_EVIDENCE else evidence.dialect


@pytest.mark.parametrize(
    ("path", "text", "dialect"),
    [
        ("a.mdx", "", "mdx"),
        ("A.MDX", ZENN, "mdx"),
        ("a.md", ZENN, "zenn"),
        ("a.md", "\ufeff" + ZENN.replace("\n", "\r\n"), "zenn"),
        ("a.md", ZENN.replace("\n", "\r"), "zenn"),
        ("a.md", '---\n"emoji": 🐟\n"type": tech\n"topics":\n- 港\n---\n', "zenn"),
        ("a.md", QIITA, "qiita"),
        ("a.md", "---\ntitle: 港\ntags: [港]\nprivate: true\nslide: false\n---\n", "qiita"),
        ("a.md", '+++\ntitle = "港"\n+++\n', "hugo"),
        ("a.md", "+++ \r\ndraft = true\r\n+++\r\n", "hugo"),
        ("a.md", "---\nlayout: post\n---\n", "kramdown"),
        ("a.md", "---\ntitle: 港\n---\n\n{{<highlight html>}}\n<b>港</b>\n{{</highlight>}}\n", "hugo"),
        ("2024-05-01-harbor.md", "---\ntitle: 港\n---\n\n    {{% notice tip %}}\r\n", "hugo"),
        ("a.md", "---\nlayout: 'my-post' # 記事\n---\n", "kramdown"),
        ("_posts/2024-05-01-harbor.md", "---\ntitle: 港\n---\n", "kramdown"),
        ("2024-05-01-港の朝.md", "---\n---\n", "kramdown"),
    ],
)
def test_shown(path: str, text: str, dialect: str) -> None:
    assert found(path, text) == dialect


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("-", ""),
        ("a.md", "港の朝です。\n"),
        # only a part of what an engine's files have
        ("a.md", "---\ntitle: 港\nemoji: 🐟\ntype: idea\n---\n"),
        ("a.md", "---\ntitle: 港\ntags: [港]\nslide: false\n---\n"),
        ("a.md", "---\ntitle: 港\ntags: [港]\nprivate: true\n---\n"),
        # keys that aren't the outermost ones, or stand behind the front matter
        ("a.md", "---\nzenn:\n  emoji: 🐟\n  type: idea\n  topics: [港]\n---\n"),
        ("a.md", "---\ntitle: 港\n---\nemoji: 🐟\ntype: idea\ntopics: 港\n"),
        ("a.md", "---\n# layout: post\n- layout: post\n---\n"),
        ("a.md", "\n---\nlayout: post\n---\n"),
        ("a.md", "----\nlayout: post\n----\n"),
        ("a.md", "++++\n港\n++++\n"),
        ("a.md", "+++ 港\n"),
        # layouts of VitePress, Astro, Eleventy
        ("a.md", "---\nlayout: home\nhero:\n  name: 港\n---\n"),
        ("a.md", "---\nlayout: doc\n---\n"),
        # no shortcodes
        ("a.md", "---\ntitle: 港\n---\n\n港では {{< figure >}} と書く。\n{{ title }}\n{{ %}}\n"),
        ("a.md", "---\nlayout: false\n---\n"),
        ("a.md", "---\nlayout: ../../layouts/Post.astro\n---\n"),
        ("a.md", "---\nlayout: base.njk\n---\n"),
        ("a.md", "---\nlayout:\n---\n"),
        # a date without front matter, or in a name of another form
        ("2024-05-01-harbor.md", "港の朝です。\n"),
        ("2024-05-harbor.md", "---\ntitle: 港\n---\n"),
        ("2024-05-01.md", "---\ntitle: 港\n---\n"),
        ("２０２４-05-01-harbor.md", "---\ntitle: 港\n---\n"),
    ],
)
def test_not_shown(path: str, text: str) -> None:
    assert found(path, text) == ""


def test_only_the_start_is_looked_at() -> None:
    filler = "x: " + "あ" * LONGEST + "\n"
    assert found("a.md", "---\n" + filler + ZENN.removeprefix("---\n")) == ""
    assert keys_in("---\ntitle: 港\n" + filler) == {"title": " 港", "x": " " + "あ" * (LONGEST + 1 - 16)}
    assert found("a.md", "-" * 1_000_000) == ""
