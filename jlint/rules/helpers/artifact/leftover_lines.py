"""Lines that tools leave between the parts of a text: end markers, headings of a prompt, marks of a git conflict."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from jlint.compiled import compiled, lazy_pattern
from jlint.document import Document
from jlint.rules.contract.base import Span

LeftoverKind = Literal["end", "prompt", "conflict"]

_LONGEST = 60
"""No such line is longer. This keeps the patterns from running on lines of any length."""

_TEXT = "(?:記事|本文|文章|原稿|コンテンツ|出力|生成)"
_JAPANESE_END = f"{_TEXT}(?:の|は)?(?:終わり|おわり|終了|末尾|ここまで)"
_END_WORD = rf"(?:END(?: OF (?:ARTICLE|DOCUMENT|FILE|TEXT|CONTENT|OUTPUT|(?:BLOG )?POST))?|EO[FS]|{_JAPANESE_END})"
_TOKEN = r"(?:<\|[a-z_]{2,24}\|>|</s>|\[/?INST\]|<</?SYS>>)"
_END = rf"""(?xi)
      (?P<rule>-{{2,}}|={{3,}}|~{{3,}}|\*{{3,}}|[—―─]+) [ ]? {_END_WORD.replace(" ", "[ ]")} [ ]? (?:(?P=rule)|-*)
    | \#{{2,}} [ ] {_END_WORD.replace(" ", "[ ]")} [ ] \#{{2,}}
    | (?:\[ | 【 | ＜ | <) {_END_WORD.replace(" ", "[ ]")} (?:\] | 】 | ＞ | >)
    | [（(] {_JAPANESE_END} [）)]
    | {_TOKEN}
    """
_GLUED_END = rf"(?<=[。．.！？!?」』）)\w])[ \t]*(?:---[ ]?END[ ]?---|{_TOKEN})\Z"
_STRUCK = ("<s>", "</s>")
_LAST = ("-", ">", "]")
"""What it ends with."""

_BEFORE_HERE = "(?:既存|これまで|ここまで|前回まで|前回|直前|上記|元)"
_PROMPT = rf"""(?x)
    (?P<opening> [【\[［＜<《〔〈≪] | \#{{1,6}}[ ]+ | \*\*[【\[［〔〈]? | (?:[■◆●▼]|-{{2,}}|={{2,}})[ ]?(?=既存) )
    (?:
        (?:{_BEFORE_HERE}の|既存){_TEXT}(?:の[^】\]］＞>》〕〉≫*=-]{{1,12}})?
      | {_TEXT}の(?:続き|最後の(?:部分|段落|文)|末尾(?:の部分)?|追記部分)
      | 続き(?:の{_TEXT})?
      | (?:ここから|以下に?、?)続き(?:を(?:執筆|記述|作成|生成|出力))?
      | 続きを(?:執筆|記述|作成|生成|出力)(?:開始|ここから)?
      | (?:追記|加筆)(?:する|した)(?:記事|本文|文章|部分)
      | 執筆(?:の)?(?:指示|要件) | (?:記事|文章)(?:作成|生成)(?:の)?(?:指示|要件|条件)
      | 記事本文
      | (?:Existing|Previous|Original)[ ](?:article|text|content|part) | Instructions?(?=[ ]*:)
    )
    (?: [】\]］＞>》〕〉≫] | \*\* | [：:] | [ ]?(?:-{{2,}}|={{2,}}) )*
    """
_BARE_HEADINGS = lazy_pattern(
    r"#{1,6}[ ]+(?:続き|(?:記事|本文|文章)の続き|記事本文|[EPO].*|(?:元|これまで|ここまで|前回まで|前回|直前|上記)の.*"
    r"|(?:ここから|以下).*|続きを.*|[追加執].*|(?:記事|文章)(?:作成|生成).*"
    r"|既存の?(?:記事|本文|文章|原稿|コンテンツ|出力|生成)(?:の(?!最後|末尾|終わり|途中|冒頭|一部|抜粋|後半|全文).*)?)"
)
_CONFLICT = lazy_pattern(r"(?:<{7}|>{7}|\|{7})(?: [!-~].*)?|={7}")
_OPENS_CONFLICT = lazy_pattern(r"[<>]{7} [!-~].*")


class Leftover(Struct, frozen=True):
    """What a tool left on a line, without the white space around it; `alone` if nothing else is on the line."""

    kind: LeftoverKind
    span: Span
    alone: bool


@lru_cache(maxsize=1)
def leftover_lines(document: Document) -> tuple[Leftover, ...]:
    """The leftover lines of a document's body outside code, in order."""
    return tuple(_found(document))


def _found(document: Document) -> Iterator[Leftover]:
    in_conflict = any(_OPENS_CONFLICT.fullmatch(text) for _, text in document.raw_lines)
    for span, text in document.raw_lines:
        bare = text.strip(" \t") if len(text) <= 4 * _LONGEST else ""
        if bare and len(bare) <= _LONGEST:
            is_tag = bare == _STRUCK[1] and _is_struck(document.text, span.start)
            kind = None if is_tag else _kind(bare, in_conflict=in_conflict)
            if kind is not None:
                start = span.start + text.index(bare)
                yield Leftover(kind, Span(start, start + len(bare)), True)
                continue
        stripped = text[-_LONGEST:].rstrip(" \t")
        ending = stripped.endswith(_LAST) and compiled(_GLUED_END).search(stripped)
        if ending:
            end = span.start + len(text.rstrip(" \t"))
            if ending[0].endswith(_STRUCK[1]) and _is_struck(document.text, end - len(_STRUCK[1])):
                continue
            yield Leftover("end", Span(end - len(ending[0].lstrip()), end), False)


def _is_struck(text: str, end: int) -> bool:
    """Whether the tag at `end` closes an element of HTML that strikes text out."""
    return text.rfind(_STRUCK[0], 0, end) > text.rfind(_STRUCK[1], 0, end)


def _kind(line: str, *, in_conflict: bool) -> LeftoverKind | None:
    if compiled(_END).fullmatch(line):
        return "end"
    if compiled(_PROMPT).fullmatch(line) and not _BARE_HEADINGS.fullmatch(line):
        return "prompt"
    if in_conflict and _CONFLICT.fullmatch(line):
        return "conflict"
    return None
