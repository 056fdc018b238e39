"""The project's own words: `words` in rules.yaml, and files of words, one a line."""

from __future__ import annotations

import os

import yaml

from jlint.config.layers.layer import Layer, Setting
from jlint.config.reading.file_names import WORDS
from jlint.finding import Text
from jlint.paths import boundary_of
from jlint.regular_file import ReadError, read_regular
from jlint.yaml_file.mistake import Mistake, as_typed
from jlint.yaml_file.source import Entry, Source

FILE = WORDS
"""Read without being named if it is in the configuration's folder."""
_FILE_ENDING = ".txt"
_COMMENT = "#"


def read_words(source: Source, entry: Entry | None, setting: Setting | None) -> Setting | None:
    """The words of one configuration, None where it sets none.

    `setting` holds the items under `words`; those that end in `.txt` are files, relative to the configuration's folder.
    """
    words: list[str] = []
    read: set[str] = set()
    nodes = entry.value.value if entry and isinstance(entry.value, yaml.SequenceNode) else ()
    for item, node in zip(setting.value if setting else (), nodes, strict=False):
        if item.endswith(_FILE_ENDING):
            read.add(os.path.abspath(os.path.join(source.folder, item)))
            words += _words_in(source, os.path.join(source.folder, item), node)
        else:
            words.append(item)
    beside = os.path.abspath(os.path.join(source.folder, FILE))
    if os.path.isfile(beside) and beside not in read:
        words += _words_in(source, beside, entry.key if entry else 0)
        setting = setting or Setting((), as_typed(beside))
    return setting and Setting(tuple(dict.fromkeys(words)), setting.origin)


def words_alone(path: str) -> tuple[Layer, list[Mistake]]:
    """What a file of words says where there is no configuration, and what is wrong with it. `path` is absolute."""
    source = Source(path, boundary=boundary_of(os.path.dirname(path)))
    words = tuple(dict.fromkeys(_words_in(source, path, 0)))
    general = {"words": Setting(words, as_typed(path))} if words else {}
    return Layer(path, general, None, None, None, {}, None, None), source.mistakes


def _words_in(source: Source, path: str, at: yaml.Node | int) -> list[str]:
    shown = as_typed(path)
    try:
        outside = source.why_outside(path)
        if outside:
            raise ReadError(outside)
        lines = read_regular(path).decode("utf-8-sig").splitlines()
    except (ReadError, UnicodeDecodeError) as error:
        why = _why(error)
        source.wrong(at, f"語のファイル {shown} {why.ja}", f"The file of words {shown} {why.en}")
        return []
    return [word for word in map(str.strip, lines) if word and word[0] != _COMMENT]


def _why(error: ReadError | UnicodeDecodeError) -> Text:
    if isinstance(error, UnicodeDecodeError):
        return Text("は UTF-8 として読めません", "is not readable as UTF-8")
    if isinstance(error.__cause__, FileNotFoundError):
        return Text("がありません", "doesn't exist")
    return Text(f"を読めません: {error.message.ja}", f"can't be read: {error.message.en}")
