"""Odd configurations: rules.yaml, words, dictionaries and textlint's files; right, wrong and broken."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from jlint.config import Config, ConfigError
from jlint.config.display.detected import detected
from jlint.config.display.schema import schema
from jlint.config.display.show import show
from jlint.engine.one_file import FileLinter
from jlint.internal_error import internal_error
from jlint.pattern_examples.examples import failures, failures_of_dictionaries
from jlint.textlint.migrate import migrate
from jlint.textlint.presets import PRESETS
from jlint.textlint.read import UnreadableError
from jlint.textlint.table import RULES
from tests.fuzz.documents import document, mutated, piece
from tests.fuzz.targets import expect

_INTERNAL_ERROR = internal_error(ValueError()).ja.partition("）。")[2]
"""What jlint's messages about internal errors have in common."""
REGEXES = (
    "(",
    "[",
    "a{2,1}",
    "(a+)+$",
    "(?P<x>a)(?P=y)",
    "\\",
    "[z-a]",
    "\\p{Han}+",
    "\\p{Nothing}",
    "(?i)ABC",
    "(?<=a+)b",
    "a**",
    "(?1)",
    "^",
    "",
    ".*",
    "(.*)*x",
    "ユーザ(?![ァ-ヺー])",
    "/(?:)/",
    "/[/",
    "/(あ+)+$/i",
    "/a/gz",
    "\\1",
    "(?R)",
    "(?:|あ)",
    "[[:alpha:]]",
    "(?<名>あ)",
    "\\Q",
    "{",
    "/(?!)/",
)
_WORDS = (
    "",
    " ",
    "語",
    "Kubeflow",
    "a.txt",
    "../x.yml",
    "/",
    "**",
    "[",
    "!a",
    "*.md",
    "Asia/Tokyo",
    "Mars/Base",
    "../../etc",
    "%Y",
    "\\g<9>",
    "\\9",
    "$1",
    "null",
    "~",
    "9" * 30,
)
_GOOD_REGEXES = (
    "港",
    "(a+)+$",
    "(.*)*x",
    "(?i)ABC",
    "[ぁ-ん]{2,}",
    "(?<=て)いる",
    "\\p{Han}+",
    "^",
    "。|、",
    "/(あ+)+$/",
    "/[a-z]/i",
)
_GOOD_WORDS = (
    "語",
    "Kubeflow",
    "。",
    "、",
    "A",
    "title",
    "Asia/Tokyo",
    "date",
    "「」",
    "a-z0-9-",
    "()",
    "/港/",
    "😀",
    "が",
)
_PLACES = ("prose", "heading", "code", ["item", "cell", "code"])
_NUMBERS = (0, 1, -1, 2, 3, 5, 10, 100, 10**6, 10**19, -(10**9), 0.5, 1e308, float("inf"), float("nan"), 2.0, 1.0)
_CHANCE_OF_NONSENSE = 0.04


def configuring(random: Random, posts: Sequence[str] = ()) -> int:
    """Writes a folder with a configuration and drafts, and does all that commands do with it. Returns its size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _files(random)
        files["a.md"] = document(random, posts)[:3_000].encode()
        for path, content in files.items():
            (folder / path).write_bytes(content)
        configure(
            folder, random.choice((None, None, ["typo"], ["unclosed-bracket", "notation"], None, None, ["no-such"]))
        )
        (folder / "words.txt").unlink()
        for path in (".textlintrc", ".textlintrc.json"):
            check_migration(folder, path)
    return sum(map(len, files.values()))


def configure(folder: Path, select: Sequence[str] | None = None) -> None:
    """Asserts that the configuration in the folder is accepted, or refused with mistakes."""
    config = Config(file=str(folder / "rules.yaml"), select=select or ())
    draft = str(folder / "a.md")
    try:
        config.load([draft])
    except ConfigError as error:
        expect(error.mistakes, "a configuration is refused without a mistake")
        for mistake in error.mistakes:
            expect(mistake.message.ja.strip() and mistake.message.en.strip(), "a mistake says nothing:", mistake)
        expect(len(error.lines()) == len(error.mistakes), "not every mistake has its line")
        "\n".join(error.lines()).encode()
        return
    settings = config.settings_for(draft)
    "\n".join(show(settings, draft, detected(config, draft), "ja")).encode()
    trials = [*failures(settings.patterns, settings.dialect_of_examples)]
    trials += failures_of_dictionaries(settings.dictionaries.value)
    schema(config.language, [entry.spec.id for entry in settings.patterns])
    config.fail_on(draft)
    result = FileLinter(config)(draft)
    for failure in result.failures if result else ():
        expect(_INTERNAL_ERROR not in failure.message, failure.rule, failure.message)


def check_migration(folder: Path, path: str) -> None:
    """Asserts that textlint's configuration becomes one that jlint accepts, or is refused as unreadable."""
    try:
        text, remarks = migrate(str(folder / path), str(folder / "rules.yaml"), "ja")
    except UnreadableError:
        return
    expect(all(remark.strip() for remark in remarks), "an empty remark")
    (folder / "rules.yaml").write_text(text, "utf-8")
    try:
        Config(file=str(folder / "rules.yaml")).load([str(folder / "a.md")])
    except ConfigError as error:
        # what is wrong with a dictionary of the user's own, or that it is missing, is reported at its place
        own = [line for line in error.lines() if "rules.yaml:" in line and "辞書" not in line]
        expect(not own, "what was carried over is refused:", own)


def _files(random: Random) -> dict[str, bytes]:
    written = _dumped(random, _configuration(random))
    if random.random() < 0.5:
        written = _broken(random, written)
    rc = json.dumps(_textlintrc(random), ensure_ascii=False)
    return {
        "rules.yaml": _bytes(random, written),
        "words.txt": _bytes(random, "\n".join(piece(random) for _ in range(random.randint(0, 5)))),
        "prh.yml": _bytes(random, _broken(random, _dumped(random, _dictionary(random)))),
        "base.yaml": _bytes(random, _dumped(random, {"extends": random.choice(("rules.yaml", "none", "base.yaml"))})),
        ".textlintrc": _bytes(random, _broken(random, rc)),
        ".textlintrc.json": _bytes(random, rc),
    }


@cache
def _schema() -> dict[str, Any]:
    return schema("en")


class _Values:
    """Makes values that fit the schema: calm ones that rules accept, or odd ones and some nonsense."""

    def __init__(self, random: Random, *, calm: bool) -> None:
        self._random = random
        self._calm = calm

    def of(self, shape: dict[str, Any]) -> Any:
        """A value of this shape."""
        random = self._random
        if self._is_time_for_nonsense():
            return _nonsense(random)
        if "$ref" in shape:
            return self.of(_schema()["definitions"][shape["$ref"].rpartition("/")[2]])
        if "anyOf" in shape:
            return self.of(random.choice(shape["anyOf"]))
        if "enum" in shape:
            return random.choice(shape["enum"])
        kind = shape.get("type")
        if isinstance(kind, list):
            kind = random.choice(kind)
        if kind == "object":
            return self._mapping(shape)
        if kind == "array":
            return [self.of(shape.get("items", {})) for _ in range(random.choice((0, 1, 1, 2, 4)))]
        if kind in ("integer", "number"):
            least, most = shape.get("minimum", 0), shape.get("maximum", 200)
            return random.choice((least, most, random.randint(int(least), max(int(most), int(least)))))
        if kind == "boolean":
            return random.random() < 0.5
        return None if kind == "null" else self._text(shape)

    def _mapping(self, shape: dict[str, Any]) -> dict[Any, Any]:
        random = self._random
        properties: dict[str, Any] = shape.get("properties", {})
        wanted = random.sample(list(properties), min(len(properties), random.choice((0, 1, 3, 8, 30))))
        wanted += [name for name in shape.get("required", ()) if name not in wanted]
        further = shape.get("additionalProperties")
        made = {name: self.of(properties[name]) for name in wanted if name in properties}
        if isinstance(further, dict):
            made |= {self._text({}): self.of(further) for _ in range(random.randint(0, 3))}
        if self._is_time_for_nonsense():
            made[_text(random)] = _nonsense(random)
        return made

    def _text(self, shape: dict[str, Any]) -> str:
        if not self._calm:
            return _text(self._random)
        text = self._random.choice((*_GOOD_REGEXES, *_GOOD_WORDS))
        return text[: shape.get("maxLength")]

    def _is_time_for_nonsense(self) -> bool:
        return not self._calm and self._random.random() < _CHANCE_OF_NONSENSE


def _configuration(random: Random) -> Any:
    """A whole configuration; half of them are calm enough to be accepted."""
    if random.random() < 0.5:
        return _Values(random, calm=False).of(_schema())
    values = _Values(random, calm=True)
    definitions = _schema()["definitions"]
    patterns: list[dict[str, Any]] = []
    for number in range(random.randint(0, 3)):
        entry = {"id": f"own-{number}", "match": random.choice(_GOOD_REGEXES), "message": "注"}
        more: dict[str, Any] = {"where": random.choice(_PLACES), "replace": random.choice(("", "語", "\\g<0>"))}
        more["allow"] = [random.choice(_GOOD_WORDS)]
        patterns.append(entry | {name: more[name] for name in random.sample(list(more), random.randint(0, 3))})
    return {
        "extends": random.choice(("default", "none", ["default"], "technical-writing")),
        "markdown": random.choice(_schema()["properties"]["markdown"]["enum"]),
        "rules": values.of(definitions["rules"]),
        "patterns": patterns,
        "overrides": [{"files": ["a.*"], "rules": values.of(definitions["rules"])}] if random.random() < 0.3 else [],
        "dictionaries": ["prh.yml"] if random.random() < 0.3 else [],
    }


def _text(random: Random) -> str:
    return random.choice((random.choice(_WORDS), random.choice(REGEXES), piece(random), "prh.yml", "words.txt", "a-b"))


def _nonsense(random: Random) -> Any:
    return random.choice((None, True, [], {}, [[]], {"a": 1}, [None, 1], _text(random), random.choice(_NUMBERS)))


def _dictionary(random: Random) -> Any:
    def entry() -> Any:
        patterns = [random.choice((f"/{random.choice(REGEXES)}/", _text(random))) for _ in range(random.randint(0, 3))]
        made: dict[str, Any] = {"expected": _text(random), random.choice(("pattern", "patterns")): patterns}
        made |= random.choice(({}, {"specs": [{"from": piece(random), "to": piece(random)}]}, {"prh": _text(random)}))
        made |= random.choice(({}, {"regexpMustEmpty": "$1"}, {"options": {"wordBoundary": True}}))
        return random.choice((made, made, made, _text(random), _nonsense(random)))

    imports = random.choice(([], ["prh.yml"], "prh.yml", [{"path": "a.md", "ignoreRules": [_text(random)]}], [1]))
    return {"version": 1, "rules": [entry() for _ in range(random.randint(0, 6))], "imports": imports}


def _textlintrc(random: Random) -> Any:
    def options(depth: int = 0) -> Any:
        names = (
            "severity",
            "max",
            "allows",
            "allow",
            "words",
            "min",
            "interval",
            "rulePaths",
            "pattern",
            "preferInList",
        )
        made = {random.choice((*names, _text(random))): _nonsense(random) for _ in range(random.randint(0, 3))}
        made |= {"severity": random.choice(("warning", "error", "info", 3))} if random.random() < 0.3 else {}
        return random.choice((True, False, made, made, made, None, _nonsense(random)))

    presets = {preset: {name: options() for name in rules} for preset, rules in PRESETS.items()}
    names = [*RULES, *PRESETS, *(f"preset-{name}" for name in PRESETS), "textlint-rule-x", "@a/b", "prh", ""]
    rules = {name: presets.get(name, options()) for name in random.sample(names, random.choice((0, 2, 10, len(names))))}
    filters = random.choice(({}, {"comments": True}, {"allowlist": {"allow": [_text(random)]}}, [1], {"node-types": 3}))
    return {"rules": random.choice((rules, rules, rules, [1], None)), "filters": filters, "plugins": _nonsense(random)}


def _dumped(random: Random, value: Any) -> str:
    style = random.choice((None, None, True, False))
    return yaml.safe_dump(value, allow_unicode=True, default_flow_style=style, sort_keys=False)


def _broken(random: Random, text: str) -> str:
    """The text, now and then with a change that may make it invalid YAML or JSON."""
    odd = (
        "\t",
        "!!python/name:os.system ",
        "&a ",
        "*a",
        "<<: *a\n",
        "? ",
        "- ",
        "{",
        "}",
        "[",
        ": ",
        "#",
        "|\n",
        "---\n",
        "%TAG\n",
        '"',
        "\x00",
    )
    for _ in range(random.choice((0, 0, 0, 0, 1, 2, 5))):
        at = random.randint(0, len(text))
        text = random.choice((text[:at] + random.choice(odd) + text[at:], mutated(random, text)))
    return text


def _bytes(random: Random, text: str) -> bytes:
    data = text.encode()
    if random.random() < 0.03:
        at = random.randint(0, len(data))
        data = data[:at] + random.choice((b"\xff", b"\x93", b"\xe3\x81", b"\xed\xa0\x80")) + data[at:]
    return random.choice((*[data] * 20, b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n"), b""))
