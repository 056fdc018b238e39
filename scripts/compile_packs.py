"""Writes what rules read as JSON, which takes a twentieth of the time to read: `python -m scripts.compile_packs`.

The YAML files in jlint/rules/packs, and confused_kanji.tsv in jlint/rules/data, are what people read and change. Run
this after each change, and after one of `needed_literals`; a test compares.
"""

from __future__ import annotations

import msgspec

from jlint.rules.helpers.pack import COMPILED, FOLDER, pack_as_written
from jlint.rules.helpers.typo import confused_kanji

OTHER_FORM = "synonyms"
"""A pack that has no entries with examples; its rule is off by default and reads it as it is."""


def names() -> list[str]:
    """The packs that are compiled."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != OTHER_FORM)


def compiled(name: str) -> bytes:
    """The content of the pack's JSON file, an entry a line."""
    lines = map(msgspec.json.encode, pack_as_written(name))
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def compiled_table() -> bytes:
    """The content of the JSON file of the table of confused kanji."""
    table = confused_kanji.table_as_written()
    lines = b",\n".join(map(msgspec.json.encode, table.lines))
    by_literal = b",\n".join(
        msgspec.json.encode(literal) + b":" + msgspec.json.encode(numbers)
        for literal, numbers in table.by_literal.items()
    )
    return b'{"lines":[\n' + lines + b'\n],"by_literal":{\n' + by_literal + b"\n}}\n"


def main() -> None:
    """Writes a file for each pack and the table, and removes those whose pack is gone."""
    COMPILED.mkdir(exist_ok=True)
    for path in COMPILED.glob("*.json"):
        path.unlink()
    for name in names():
        (COMPILED / f"{name}.json").write_bytes(compiled(name))
    confused_kanji.COMPILED.parent.mkdir(exist_ok=True)
    confused_kanji.COMPILED.write_bytes(compiled_table())


if __name__ == "__main__":
    main()
