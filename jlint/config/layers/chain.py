"""`extends`: the files that a configuration is based on, later ones winning."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import yaml

from jlint.config.layers.layer import Chain, PatternEntry
from jlint.config.layers.packaged import PREFIX, packaged
from jlint.config.reading.parse import KEYS, entries_of, read_layer
from jlint.config.reading.values import WRONG, read_value
from jlint.document.yaml_nodes import key_of
from jlint.finding import Language, Text
from jlint.nearest import did_you_mean
from jlint.yaml_file.mistake import Mistake, as_typed
from jlint.yaml_file.source import MOST_LEVELS, PackageFolder, Source, too_many_levels

DEFAULT, NONE = "default", "none"
_SUFFIXES = (".yaml", ".yml")
_PRESETS = Path(__file__).with_name("presets")


def presets() -> tuple[str, ...]:
    """The names of the presets that come with jlint, files that turn rules on."""
    return tuple(sorted(path.stem for path in _PRESETS.glob("*.yaml")))


class Loader:
    """Reads configuration files, each once, and collects their mistakes."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self.language: Language | None = None
        self._chains: dict[tuple[str, str | None, str | None], Chain] = {}
        self._being_read: list[str] = []
        self._looked_at: dict[str, tuple[Source, yaml.MappingNode | None]] = {}

    @property
    def files(self) -> tuple[str, ...]:
        """The absolute paths of the files that have been read."""
        return tuple(dict.fromkeys(path for path, _, _ in self._chains))

    def load(self, path: str, shown: str | None = None, boundary: str | None = None, globs: str | None = None) -> Chain:
        """The file with all that it extends, which must lie in the folder `boundary` if there is one.

        Its globs are relative to the folder `globs`, by default its own. Mistakes go to `mistakes`.
        """
        path = os.path.abspath(path)
        key = (path, boundary, globs)
        if key not in self._chains:
            self._being_read.append(path)
            known = self._looked_at.pop(path, None)
            source, root = known if known and shown is None else _read(path, shown, boundary, globs)
            chain = self._chains[key] = self._read(source, root)
            self._being_read.pop()
            if self.language is None and not self._being_read:
                self.language = _language_of(chain)
        return self._chains[key]

    def why_foreign(self, path: str, boundary: str) -> Text | None:
        """The notice for a file of some other tool, one without a key of jlint's. None for others and empty ones."""
        source, root = _read(path, boundary=boundary)
        names = [key_of(key) for key, _ in root.value] if root else source.key_lines()
        if not set(names).isdisjoint(KEYS) or (root is None and not source.says_something()):
            self._looked_at[source.path] = source, root
            return None
        ja, en, _ = next((near for name in names if (near := did_you_mean(name, KEYS)).name), ("", "", ""))
        return Text(
            f"{source.shown} には jlint の項目がないので、読み飛ばします。{ja}",
            f"{source.shown} has no key of jlint's and is passed over. {en}".rstrip(),
        )

    def _read(self, source: Source, root: yaml.MappingNode | None) -> Chain:
        chain = Chain()
        if root is not None:
            entries = entries_of(source, root)
            if "extends" in entries:
                chain = self._extended(source, entries["extends"].value)
            inherited = [entry.spec.id for entry in _last_patterns(chain)]
            layer = read_layer(source, entries, inherited)
            chain = Chain((*chain.layers, layer), chain.from_nothing)
        self.mistakes += source.mistakes
        return chain

    def _extended(self, source: Source, node: yaml.Node) -> Chain:
        """The chains that `extends` names, one after the other.

        `default` sets every key, so what precedes it no longer counts. `extends: default` inside an extended file is
        different: it only names that file's base where nothing else comes first.
        """
        chain: Chain | None = None
        for name, item in self._names(source, node):
            if name == DEFAULT:
                chain = Chain()
            elif name == NONE and chain is None:
                chain = Chain(from_nothing=True)
            elif name == NONE:
                source.wrong(item, "none は先頭にだけ書けます", "none can only come first")
            else:
                further = self._other(source, item, name)
                base = further.from_nothing if chain is None else chain.from_nothing
                before = chain.layers if chain else ()
                # of a file that comes twice only the last place counts: there it sets all its keys again
                earlier = [layer for layer in before if layer not in further.layers]
                chain = Chain((*earlier, *further.layers), base)
        return chain or Chain()

    def _names(self, source: Source, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        value = read_value(source, node, str | tuple[str, ...], "extends")
        if value is WRONG:
            return
        if not value:
            source.wrong(
                node, "extends が空です。default か none と書いてください", "extends is empty; write default or none"
            )
        elif isinstance(value, str):
            yield value, node
        else:
            yield from zip(value, node.value, strict=True)

    def _other(self, source: Source, node: yaml.Node, name: str) -> Chain:
        if name.startswith(PREFIX):
            found = packaged(name)
            if isinstance(found, Text):
                source.wrong(node, *found)
                return Chain()
            return self._further(source, node, found.path, found.shown, found.folder, source.globs)
        if "/" not in name and not name.endswith(_SUFFIXES):
            names = (DEFAULT, NONE, *presets())
            if name in names:
                return self.load(str(_PRESETS / f"{name}.yaml"), name)
            ja, en, near = did_you_mean(name, names)
            listing = ", ".join(names)
            hint = Text(
                f"{listing}, ファイルのパス, {PREFIX}配布物の名前 のどれかを書きます",
                f"Write one of {listing}, the path of a file, or {PREFIX}NAME for a distribution",
            )
            source.wrong(
                node,
                f"extends に {name} という名前は使えません。{ja if near else hint.ja}",
                f"extends knows no {name}. {en if near else hint.en}",
            )
            return Chain()
        path = os.path.abspath(os.path.join(source.folder, name))
        outside = source.why_outside(path)
        if outside:
            source.wrong(node, *outside)
            return Chain()
        if isinstance(source.boundary, PackageFolder):
            shown = f"{source.shown.partition('/')[0]}/{os.path.relpath(path, source.boundary)}".replace(os.sep, "/")
            return self._further(source, node, path, shown, source.boundary, source.globs)
        return self._further(source, node, path, boundary=source.boundary)

    def _further(
        self,
        source: Source,
        node: yaml.Node,
        path: str,
        shown: str | None = None,
        boundary: str | None = None,
        globs: str | None = None,
    ) -> Chain:
        """The chain of a file that `source` extends at `node`, unless that goes on and on, or isn't there."""
        if path in self._being_read:
            round_trip = [*self._being_read[self._being_read.index(path) :], path]
            files = " → ".join(as_typed(file) for file in round_trip)
            source.wrong(node, f"extends が輪になっています: {files}", f"extends goes round in a circle: {files}")
            return Chain()
        if len(self._being_read) >= MOST_LEVELS:
            source.wrong(node, *too_many_levels("extends"))
            return Chain()
        if not os.path.exists(path):
            missing = shown or as_typed(path)
            source.wrong(node, f"{missing} という設定ファイルがありません", f"There is no file {missing}")
            return Chain()
        return self.load(path, shown, boundary, globs)


def _read(
    path: str, shown: str | None = None, boundary: str | None = None, globs: str | None = None
) -> tuple[Source, yaml.MappingNode | None]:
    source = Source(path, shown, boundary, globs)
    return source, source.read()


def _last_patterns(chain: Chain) -> tuple[PatternEntry, ...]:
    return next((layer.patterns for layer in reversed(chain.layers) if layer.patterns is not None), ())


def _language_of(chain: Chain) -> Language | None:
    setting = [layer.general["language"] for layer in chain.layers if "language" in layer.general]
    return setting[-1].value if setting else None
