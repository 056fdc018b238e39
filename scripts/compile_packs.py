"""Writes the packs of rules as JSON, which takes a twentieth of the time to read: `python -m scripts.compile_packs`.

The YAML files in jlint/rules/packs are what people read and change. Run this after each change; a test compares.
"""

from __future__ import annotations

import msgspec

from jlint.rules.helpers.pack import COMPILED, FOLDER, pack_as_written

OTHER_FORM = "synonyms"
"""A pack that has no entries with examples; its rule is off by default and reads it as it is."""


def names() -> list[str]:
    """The packs that are compiled."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != OTHER_FORM)


def compiled(name: str) -> bytes:
    """The content of the pack's JSON file, an entry a line."""
    lines = map(msgspec.json.encode, pack_as_written(name))
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def main() -> None:
    """Writes a file for each pack, and removes those whose pack is gone."""
    COMPILED.mkdir(exist_ok=True)
    for path in COMPILED.glob("*.json"):
        path.unlink()
    for name in names():
        (COMPILED / f"{name}.json").write_bytes(compiled(name))


if __name__ == "__main__":
    main()
