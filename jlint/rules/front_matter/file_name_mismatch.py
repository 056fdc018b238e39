"""A file name that breaks the site's conventions."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Finding, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc
from jlint.rules.helpers.front_matter.site_pattern import AtLeastOne, compiled

_POST = "---\ntitle: 題名\n---\n\n本文です。\n"
_MARKED = "⟦---⟧\ntitle: 題名\n---\n\n本文です。\n"


class FileNameMismatch(Rule):
    """ファイル名が決まりに合っていない。

    ファイル名は記事の URL になり、公開してからでは変えにくい。pattern、characters、max-characters のどれかを決めると
    調べる。どれも末尾の .md を除いた名前について言う。
    """

    id = "file-name-mismatch"
    category = "front-matter"
    severity = Severity.ERROR
    needs = None
    english = """The file's name is not as the house wants it.

    It becomes the post's address and is hard to change once published. It is looked at once `pattern`, `characters` or
    `max-characters` says how it should be; all of them speak of the name without .md.
    """
    examples = (
        Bad(_MARKED, path="2026-05-01-本棚.md", options={"characters": "a-z0-9-"}),
        Bad(_MARKED, path="posts/shelf.md", options={"pattern": r"\d{4}-\d\d-\d\d-.+"}),
        Bad("⟦本文だけの記事です。⟧\n", path="a-very-long-name.md", options={"max-characters": 10}),
        Good(_POST, path="2026-05-01-shelf.md", options={"characters": "a-z0-9-", "pattern": r"\d{4}-\d\d-\d\d-.+"}),
        Good(_POST, path="本棚/shelf.md", options={"characters": "a-z0-9-"}),
        Good(_POST, path="2026-05-01-本棚.md"),
    )

    class Options(RuleOptions):
        pattern: Annotated[
            str | None, doc("名前全体が合うべき正規表現。", "A regular expression that the whole name must match.")
        ] = None
        characters: Annotated[
            str | None,
            doc(
                "使ってよい文字。a-z0-9- のように、正規表現の [ ] の中身を書く。",
                "The characters it may have, such as a-z0-9-: what stands in the [ ] of a regular expression.",
            ),
        ] = None
        max_characters: Annotated[AtLeastOne | None, doc("名前の最大の文字数。", "The most characters.")] = None

    options: Options

    def __init__(self, options: RuleOptions | None = None) -> None:
        super().__init__(options)
        wanted, allowed = self.options.pattern, self.options.characters
        self._pattern = compiled(wanted, "pattern") if wanted else None
        self._allowed = compiled(f"[{allowed}]", "characters") if allowed else None

    def check(self, document: Document) -> Iterator[Finding]:
        name = os.path.splitext(os.path.basename(document.path))[0]
        if name == "-":
            return
        for breach in self._breaches(name):
            yield self.finding(
                _first_line(document),
                ja=f"ファイル名「{name}」{breach.ja}。名前を変えてください",
                en=f'The file name "{name}" {breach.en}. Rename the file',
            )

    def _breaches(self, name: str) -> Iterator[Text]:
        if self._pattern and not self._pattern.fits(name):
            wanted = self.options.pattern
            yield Text(f"が決まった形（{wanted}）に合いません", f"doesn't match {wanted}")
        allowed = self._allowed
        others = "".join(dict.fromkeys(letter for letter in name if not allowed.fits(letter))) if allowed else ""
        if others:
            yield Text(f"に使えない文字「{others}」があります", f'has characters that are not allowed: "{others}"')
        most = self.options.max_characters
        if most and len(name) > most:
            yield Text(
                f"は{len(name)}字で、{most}字までの決まりを超えています", f"has {len(name)} characters, not {most}"
            )


def _first_line(document: Document) -> Span:
    line = document.lines.span(1)
    return Span(line.start, line.start + len(line.of(document.text).rstrip()))
