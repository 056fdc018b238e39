"""The files under `dictionaries`: read with the configuration, so that their mistakes are reported together."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import yaml

from jlint.yaml_file.mistake import as_typed
from jlint.yaml_file.source import Source


def read_dictionaries(source: Source, node: yaml.Node | None, names: Sequence[str]) -> Iterator[str]:
    """The absolute paths of those that can be used. Mistakes are recorded at their own places."""
    items = node.value if isinstance(node, yaml.SequenceNode) else ()
    for name, item in zip(names, items, strict=True):
        path = os.path.abspath(os.path.join(source.folder, name))
        outside = source.why_outside(path)
        if outside:
            source.wrong(item, *outside)
            continue
        if not os.path.isfile(path):
            from jlint.prh.missing import missing

            source.wrong(item, *missing(as_typed(path)))
            continue
        from jlint.prh.load import read

        dictionary = Source(path, boundary=source.boundary)
        read(dictionary)
        source.mistakes += dictionary.mistakes
        yield path
