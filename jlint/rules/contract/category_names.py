"""What the categories of rules are called in Japanese."""

from __future__ import annotations

CATEGORY_NAMES = {
    "typo": "誤字脱字",
    "repetition": "くり返し",
    "front-matter": "front matter（記事の先頭の設定）",
    "artifact": "文章を作った道具の残りものと、途切れた文章",
    "notation": "表記",
    "grammar": "文法",
    "style": "文体",
    "markdown": "Markdown の書き方",
    "suppression": "指摘を止めるコメント",
}
_SHORT = {
    "誤字": "typo",
    "脱字": "typo",
    "繰り返し": "repetition",
    "残りもの": "artifact",
    "コメント": "suppression",
}


def category_named(name: str) -> str:
    """The id of the category that is called so in Japanese; any other name as it is."""
    return _SHORT.get(name) or next((each for each, called in CATEGORY_NAMES.items() if called == name), name)
