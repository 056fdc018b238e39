"""Links and images that lead to no file of the repository."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from jlint.compiled import lazy_pattern
from jlint.document import OBJECT, BlockKind, Document
from jlint.document.code_regions import CodeRegions
from jlint.finding import Text
from jlint.paths import boundary_of
from jlint.rules.contract.base import Bad, Good, Severity
from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact
from jlint.rules.helpers.markdown.anchors import Anchors
from jlint.rules.helpers.markdown.diffs import is_diff
from jlint.rules.helpers.markdown.html_links import html_links
from jlint.rules.helpers.markdown.local_files import Lack, Repository

_GIT = {".git": "gitdir: elsewhere\n"}
_FENCE = lazy_pattern(r"^[ \t>]*(`{3,}|~{3,})[ \t]*([A-Za-z]*)", re.MULTILINE)
_MODULE = lazy_pattern(r"^(?:export (?:const|default|function|async)|import [^\n]{1,200} from [\"'])", re.MULTILINE)
_SCHEMES = ("http:", "https:", "mailto:", "tel:", "data:", "//")


class DeadLocalLink(CrossRule):
    """リポジトリの中のファイルへのリンクや画像に、相手のファイルや見出しがない。

    読者にはリンク切れや空白が見える。パスの数え方はサイトのエンジン（方言）で違うので、そのエンジンが見にいく場所の
    どこにもないものだけを指摘する。HTML の <a href> と <img src> も見る。リポジトリ（.git のある上のフォルダー）の
    外は見ず、通信もしない。エンジンが分からないときは、拡張子のある相対パスだけを見て、画像などは、同じ拡張子の
    ファイルがそのフォルダーにあるときに指摘する。見出しへのリンクは、同じ文字の見出しも id もないときに指摘する。
    サブモジュールの中、ほかの頁に入れる部品（includes など）、作られる頁（.html など）、置き場所を設定で変えている
    サイトは指摘しない。コードの囲みの中に囲みが始まっていて、どこまでがコードか疑わしい文章も見ない。
    """

    id = "dead-local-link"
    category = "markdown"
    severity = Severity.WARNING
    needs = "[ <"
    english = """A link or an image leads to a file or heading of the repository that isn't there.

    Readers get an error or a blank. What a path counts from differs by the site's engine (the dialect), so it is
    reported only if nothing stands at any place where that engine looks. Nothing outside the repository, whose folder
    has `.git`, is looked at, and nothing is fetched. `<a href>` and `<img src>` in HTML count, too. Where the engine
    isn't known, only relative paths with a file ending are looked up, and what is no page is reported only if its
    folder holds files with the same ending. A link to a heading is reported if no heading has these letters and nothing
    has this id. Submodules, parts of other pages (such as includes), pages that are built, such as .html, and sites
    whose settings move the folders are left alone, and so is a text in which a fence begins inside a fence, for what is
    code is in doubt there.
    """
    examples = (
        Bad("⟦[倉庫の話](souko.md)⟧を読む。\n", beside=_GIT),
        Bad("港の写真。\n\n⟦![倉庫](images/souko.png)⟧\n", beside={**_GIT, "images/hashi.png": "橋"}),
        Bad(
            "⟦![倉庫](/images/souko.png)⟧\n",
            path="articles/minato.md",
            beside={**_GIT, "images/hashi.png": "橋", "articles/hashi.md": "橋は長い。\n"},
            dialect="zenn",
        ),
        Bad("# 港\n\n⟦[料金](#料金の一覧)⟧を見る。\n\n## 料金表\n", beside=_GIT, dialect="qiita"),
        Bad(
            "⟦[料金](annai.md#料金の一覧)⟧を見る。\n",
            beside={**_GIT, "annai.md": "# 港\n\n## 料金表\n"},
        ),
        Bad('港の写真。⟦<img src="images/souko.png" alt="倉庫">⟧\n', beside={**_GIT, "images/hashi.png": "橋"}),
        Bad('<p>⟦<a href="souko.md#長さ">⟧倉庫の話</a>を読む。</p>\n', beside=_GIT),
        Good('`<img src="a.png">` や <a href="souko.md">倉庫</a> と書く。\n', beside={**_GIT, "souko.md": "倉庫"}),
        Good(
            "[倉庫](souko.md)と[橋](./a/%E6%A9%8B.md#長さ)を見る。\n",
            beside={**_GIT, "souko.md": "倉庫", "a/橋.md": "# 長さ"},
        ),
        Good("[倉庫](souko.md)を読む。\n"),
        Good("```markdown\n```bash\nls\n```\n[使い方](docs/usage.md)\n```\n", beside=_GIT),
        Good("[会社](https://example.com/souko.md)、[頁](souko.html)、[例](path/to/souko.md)。\n", beside=_GIT),
        Good("[料金](#料金-表)を見る。\n\n## 料金（表）\n", beside=_GIT, dialect="qiita"),
        Good(
            "![倉庫](/images/souko.png)\n",
            path="content/posts/minato.md",
            beside={**_GIT, "hugo.toml": "", "static/images/souko.png": "倉庫"},
            dialect="hugo",
        ),
    )

    def collect(self, document: Document) -> Iterator[Fact]:
        dialect = "" if document.dialect.is_guess else document.dialect.name
        anchors: Anchors | None = None
        if is_diff(document) or _has_fence_in_fence(document) or _has_code_outside_fences(document):
            return
        for link in chain(document.links, document.images, html_links(document)):
            target = link.destination
            if not target or OBJECT in target or target.lower().startswith(_SCHEMES):
                continue
            if not target.startswith("#"):
                yield Fact(link.span, f"{dialect}\t{target}")
            elif dialect:
                anchors = anchors or Anchors(document.text)
                if anchors.lack(target[1:]):
                    yield Fact(link.span, f"{dialect}\t{target}")

    def conclude(self, facts: Sequence[SharedFact]) -> Iterator[Conclusion]:
        repositories = _Repositories()
        for fact in facts:
            dialect, _, target = fact.key.partition("\t")
            lack = repositories.lack(target, fact.path, dialect)
            if lack:
                yield Conclusion(fact, _message(target, lack))


def _has_fence_in_fence(document: Document) -> bool:
    """Whether code holds the beginning of a fence no shorter than its own: what is code is in doubt then."""
    codes = (block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.CODE)
    return any(
        inner[1].startswith(outer[1]) and inner[2] != ""
        for code in codes
        if (outer := _FENCE.match(code))
        for inner in _FENCE.finditer(code, outer.end())
    )


def _has_code_outside_fences(document: Document) -> bool:
    """Whether JavaScript stands among the text of what isn't read as MDX: strings in it may look like Markdown."""
    found = None if document.dialect.has_jsx else _MODULE.search(document.text, document.body.start)
    return found is not None and CodeRegions(document.text).around(found.start()) is None


def _message(target: str, lack: Lack) -> Text:
    if lack == "heading":
        return Text(
            f"{target} に当たる見出しがありません。リンクを直すか、消してください",
            f"There is no heading for {target}. Correct the link or remove it",
        )
    return Text(
        f"{target} に当たるファイルがありません。パスを直すか、リンクを消してください",
        f"There is no file at {target}. Correct the path or remove the link",
    )


class _Repositories:
    """The repository that each folder belongs to; looked at anew for each run, as files come and go."""

    def __init__(self) -> None:
        self._by_folder: dict[str, Repository | None] = {}
        self._by_root: dict[str, Repository] = {}

    def lack(self, target: str, path: str, dialect: str) -> Lack | None:
        folder, name = os.path.split(os.path.abspath(path))
        if folder not in self._by_folder:
            root = boundary_of(folder)
            is_repository = os.path.lexists(os.path.join(root, ".git"))
            self._by_folder[folder] = self._by_root.setdefault(root, Repository(root)) if is_repository else None
        repository = self._by_folder[folder]
        if repository is None:
            return "heading" if target.startswith("#") else None
        return repository.lacks(target, os.path.join(os.path.realpath(folder), name), dialect)
