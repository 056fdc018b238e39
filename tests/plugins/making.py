"""Makes plugins as an installer leaves them: a module, and the metadata of its distribution."""

from __future__ import annotations

from pathlib import Path

RULE = '''\
"""A rule."""

from collections.abc import Iterator
from typing import Annotated

from jlint.document import Document
from jlint.finding import Edit, Finding, Fix, Text
from jlint.rules.contract.base import Bad, Good, Rule, RuleOptions, Severity, Span, doc, replace


class Harbor(Rule):
    """「波止場」を「港」と書いていない。

    読み手が迷わないように、「港」にそろえる。
    """

    id = "house-harbor"
    category = "notation"
    severity = Severity.WARNING
    needs = "波止場"
    english = """「波止場」 is written for 「港」.

    Readers wonder whether it is another place. Write 「港」.
    """
    examples = (
        Bad("朝の⟦波止場⟧へ行く。\\n", fixed="朝の港へ行く。\\n"),
        Good("朝の港へ行く。\\n"),
        Good("`波止場` は名前です。\\n"),
    )

    class Options(RuleOptions):
        word: Annotated[str, doc("使う語", "The word to use")] = "港"

    options: Options

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            start = sentence.text.find("波止場")
            if start >= 0:
                span = sentence.source_span(start, start + 3)
                word = self.options.word
                fix = replace(span, word, ja=f"「{word}」にする", en=f"Write {word}", safe=True)
                yield self.finding(span, ja=f"「波止場」は「{word}」と書いてください", en=f"Write {word}", fix=fix)
'''
ENTRY = {"house-harbor": "jlint_harbor:Harbor"}


def plugin(
    folder: Path,
    code: str = RULE,
    *,
    name: str = "jlint-harbor",
    version: str = "1.0",
    entries: dict[str, str] | None = None,
    files: dict[str, str] | None = None,
    is_package: bool = False,
) -> Path:
    """Writes the distribution's module, its metadata and more `files` of it into the folder, which it returns."""
    module = name.replace("-", "_")
    place = f"{module}/__init__.py" if is_package else f"{module}.py"
    written = {place: code, **(files or {})}
    info = f"{module}-{version}.dist-info"
    written[f"{info}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    lines = "".join(f"{id} = {value}\n" for id, value in (ENTRY if entries is None else entries).items())
    written[f"{info}/entry_points.txt"] = f"[jlint.rules]\n{lines}"
    written[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*written, f"{info}/RECORD"])
    for path, text in written.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder
