"""Boxes (:::) that the site's engine doesn't know, or that are never closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jlint.compiled import lazy_pattern
from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span

_LINE = lazy_pattern(r"(?P<before>[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)(?P<colons>:{3,})[ \t]*(?P<rest>[^:\s].*|)")
_TYPE = lazy_pattern(r"[A-Za-z][\w-]*")
_VALID = {
    "zenn": lazy_pattern(r"message(?:[ \t]*alert)?|details[ \t]+\S.*"),
    "qiita": lazy_pattern(r"note(?:[ \t].*)?"),
}
"""What the services take; they show everything else as it is."""
_KNOWN = {
    "zenn": ("message", "details"),
    "qiita": ("note",),
    "vitepress": ("info", "tip", "warning", "danger", "details", "raw", "code-group", "v-pre"),
    "docusaurus": ("note", "tip", "info", "warning", "danger", "caution", "important", "secondary", "success"),
}
"""A site of VitePress or Docusaurus may define others, so only what is nearly one of these is reported."""
_LIKENESS = 0.8
_DEEPEST = 20
"""So many boxes are looked at for the one that a line closes."""


class UnknownContainer(Rule):
    """::: の箱の種類をサイトのエンジンが知らないか、箱が閉じられていない。

    知らない種類の箱は、::: の行がそのまま表示される。閉じられていない箱には、そこから先がすべて入る。Zenn は message、
    message alert と、題のある details を、Qiita は note を知っている。VitePress と Docusaurus は種類を設定で増やせる
    ので、既定の種類の書き誤りと見えるものだけを指摘する。ほかの方言では何も指摘しない。
    """

    id = "unknown-container"
    category = "markdown"
    severity = Severity.WARNING
    needs = ":::"
    english = """The engine doesn't know this kind of box (:::), or the box is never closed.

    The lines of an unknown box are shown as they are, and all that follows is inside a box that isn't closed. Zenn has
    `message`, `message alert`, and `details` with a title, Qiita has `note`. A site of VitePress or Docusaurus may
    define others, so only what looks like a slip in one of theirs is reported. In other dialects nothing is.
    """
    examples = (
        Bad("⟦:::messages⟧\n倉庫は古い。\n:::\n", dialect="zenn"),
        Bad("⟦:::note warn⟧\n倉庫は古い。\n:::\n", dialect="zenn"),
        Bad("⟦:::details⟧\n倉庫は古い。\n:::\n", dialect="zenn"),
        Bad("⟦:::message⟧\n倉庫は古い。\n\n## 灯台\n\n灯台は新しい。\n", dialect="zenn"),
        Bad("⟦:::message⟧\n倉庫は古い。\n:::\n", dialect="qiita"),
        Bad("⟦::: warnning 注意⟧\n倉庫は古い。\n:::\n", dialect="vitepress"),
        Good("::::details 倉庫\n:::message alert\n倉庫は古い。\n:::\n::::\n", dialect="zenn"),
        Good(":::note warn\n倉庫は古い。\n:::\n", dialect="qiita"),
        Good(":::details 倉庫\n::: code-group\n<<< @/a.go\n:::\n\n灯台は新しい。\n", dialect="vitepress"),
        Good("::: harbour\n倉庫は古い。\n:::\n", dialect="vitepress"),
        Good(":::tip[倉庫]\n倉庫は古い。\n:::\n", dialect="docusaurus"),
        Good("```\n:::messages\n```\n", dialect="zenn"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        engine = document.dialect.name
        if document.dialect.is_guess or engine not in _KNOWN or ":::" not in document.text:
            return
        opened: list[_Box] = []
        for line, text in document.raw_lines:
            match = _LINE.fullmatch(text.rstrip()) if ":::" in text else None
            if match is None:
                continue
            size, rest = len(match["colons"]), match["rest"]
            span = Span(line.start + match.start("colons"), line.start + match.end())
            if rest:
                message = _unknown(rest, engine)
                if message is not None:
                    yield self.finding(span, ja=message.ja, en=message.en)
                if message is not None or _TYPE.match(rest):
                    opened.append(_Box(size, span, message is None))
            else:
                closed = _closed(opened, size)
                if closed is not None:
                    yield from self._unclosed(opened[closed + 1 :])
                    _close(opened, closed, document)
        yield from self._unclosed(opened)

    def _unclosed(self, boxes: Iterable[_Box]) -> Iterator[Finding]:
        for box in boxes:
            if box.is_to_tell:
                yield self.finding(
                    box.opening,
                    ja="この箱は閉じられていません。終わりに ::: だけの行を置いてください",
                    en="This box is never closed. Put a line of ::: where it ends",
                )


class _Box(NamedTuple):
    """A box that is open: its colons, its first line, and whether it is to be told if it stays open."""

    size: int
    opening: Span
    is_to_tell: bool


def _closed(opened: Sequence[_Box], size: int) -> int | None:
    """The number of the box that a line of so many colons closes: the last one with as many, else one with fewer."""
    near = range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1)
    same = next((index for index in near if opened[index].size == size), None)
    return same if same is not None else next((index for index in near if opened[index].size < size), None)


def _close(opened: list[_Box], closed: int, document: Document) -> None:
    """Drops a box and those in it. Engines end a box with the first line that may, those right inside it included."""
    inner = opened[closed].opening
    del opened[closed:]
    for index in range(closed - 1, max(-1, closed - 1 - _DEEPEST), -1):
        if document.text[opened[index].opening.end : inner.start].strip(" \t\r\n>"):
            return
        inner = opened[index].opening
        opened[index] = opened[index]._replace(is_to_tell=False)


def _unknown(rest: str, engine: str) -> Text | None:
    """What is wrong with the kind of a box, None if nothing is."""
    kind = _TYPE.match(rest)
    known = _KNOWN[engine]
    valid = _VALID.get(engine)
    if valid is None:
        near = did_you_mean(kind[0].lower(), known, likeness=_LIKENESS).name if kind and kind[0] not in known else ""
        return _message(kind[0], f"{near} ではありませんか", f"Is {near} meant?") if kind and near else None
    if valid.fullmatch(rest):
        return None
    if rest == "details":
        return Text(
            "details に題がないので、箱になりません。題を書いてください",
            "This is no box, for details needs a title. Write one",
        )
    names = ", ".join(known)
    return _message(rest, f"使えるのは {names} です", f"Use one of {names}")


def _message(written: str, ja: str, en: str) -> Text:
    return Text(
        f"{written} という箱はなく、::: がそのまま表示されます。{ja}", f"There is no box {written}: ::: is shown. {en}"
    )
