"""Links to posts of the same Jekyll site that don't exist."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jlint.compiled import lazy_pattern
from jlint.document import OBJECT, Document
from jlint.finding import Text
from jlint.paths import boundary_of, lies_in
from jlint.regular_file import ReadError, read_regular
from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact

if TYPE_CHECKING:
    from jlint.rules.helpers.markdown.jekyll_site import Site

_DATED = lazy_pattern(r"/(?:19|20)\d\d/")
_SITE = "permalink: /:year/:month/:day/:title/\ntimezone: Asia/Tokyo\n"
_POST = "---\ntitle: 港の倉庫\ndate: 2024-05-01 20:00:00 +0000\n---\n\n倉庫は古い。\n"


class DeadPostLink(CrossRule):
    """サイトの中の記事へのリンクに、相手の記事がない。

    読者は「見つかりません」の画面に着く。記事の番地は、Jekyll の _config.yml にある permalink と timezone、記事の
    ファイル名と date から求める。date の時刻がサイトの時間帯で翌日になると、番地の日付もずれる。_config.yml が上の
    フォルダーになければ調べない。番地に年が入らないサイトと、permalink を defaults で決めているサイトも調べない。
    """

    id = "dead-post-link"
    category = "markdown"
    severity = Severity.WARNING
    needs = "[ <"
    english = """A link leads to a post of the same site that doesn't exist.

    Readers get a page that says so. Where a post stands is computed from `permalink` and `timezone` in Jekyll's
    _config.yml, the post's file name and its date; a time that is on the next day in the site's time zone moves the
    address by a day. Without a _config.yml in a folder above nothing is checked, nor where addresses hold no year or
    `defaults` set the permalink. The posts are read from the site's folder, so that one file alone can be checked.
    """
    examples = (
        Bad(
            "⟦[倉庫の話](/2024/05/01/old-harbour/)⟧を読む。\n",
            path="_posts/2024-06-01-a.md",
            beside={"_config.yml": _SITE, "_posts/2024-05-01-old-harbour.md": _POST},
        ),
        Bad(
            "⟦[灯台の話](/2024/05/02/lighthouse/)⟧を読む。\n",
            path="_posts/2024-06-01-a.md",
            beside={"_config.yml": _SITE, "_posts/2024-05-01-old-harbour.md": _POST},
        ),
        Good(
            "[倉庫の話](/2024/05/02/old-harbour/#top)を読む。[料金](/price/)と[写真](/2024/harbour.jpg)も見る。\n",
            path="_posts/2024-06-01-a.md",
            beside={"_config.yml": _SITE, "_posts/2024-05-01-old-harbour.md": _POST},
        ),
        Good(
            "[倉庫の話](/2024/05/01/old-harbour/)を読む。\n",
            path="_posts/2024-06-01-a.md",
            beside={"_posts/2024-05-01-old-harbour.md": _POST},
        ),
    )

    def collect(self, document: Document) -> Iterator[Fact]:
        for link in document.links:
            # what stands before the path in {{ site.baseurl }}/… is masked
            address = link.destination.lstrip(OBJECT)
            if address.startswith(("/", "http://", "https://")) and _DATED.search(address):
                yield Fact(link.span, address)

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        sites = _Sites()
        for fact in facts:
            site = sites.of(os.path.dirname(os.path.abspath(fact.path)))
            dead = site.dead(fact.key) if site else None
            if dead:
                yield Conclusion(fact, _message(*dead))


def _message(path: str, elsewhere: str | None) -> Text:
    if elsewhere and elsewhere != path:
        return Text(
            f"{path} に記事はありません。同じ名前の記事は {elsewhere} にあります。リンクを直してください",
            f"There is no post at {path}; the one of that name is at {elsewhere}. Correct the link",
        )
    return Text(
        f"{path} に記事はありません。リンクを直すか、消してください",
        f"There is no post at {path}. Correct the link or remove it",
    )


class _Sites:
    """The site that each folder belongs to; read anew for each run, as posts come and go."""

    def __init__(self) -> None:
        self._known: dict[str, Site | None] = {}

    def of(self, folder: str) -> Site | None:
        """The site whose _config.yml is nearest above, no further than the root of the git repository."""
        if folder not in self._known:
            self._known[folder] = self._here(folder) or self._above(folder)
        return self._known[folder]

    def _above(self, folder: str) -> Site | None:
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        return self.of(parent)

    def _here(self, folder: str) -> Site | None:
        path = os.path.join(folder, "_config.yml")
        boundary = boundary_of(folder)
        if not os.path.isfile(path) or not lies_in(path, boundary):
            return None
        from jlint.document.yaml_nodes import compose_whole, value_of
        from jlint.rules.helpers.markdown.jekyll_site import Site

        try:
            node, _ = compose_whole(read_regular(path).decode("utf-8-sig"))
        except (ReadError, UnicodeDecodeError):
            return None
        config = value_of(node) if node is not None else None
        return Site(folder, config, boundary) if isinstance(config, dict) else None
