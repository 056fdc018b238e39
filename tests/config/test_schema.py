"""The JSON Schema agrees with the reader of rules.yaml."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from jlint.config.display.schema import schema
from jlint.config.reading.parse import KEYS
from jlint.config.reading.shape import General
from jlint.document.dialect import DIALECTS
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.table import RULES


def parts(whole: Any) -> Iterator[dict[str, Any]]:
    if isinstance(whole, dict):
        yield whole
    for part in whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ():
        yield from parts(part)


def test_top() -> None:
    whole = schema("ja")
    assert whole["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert tuple(whole["properties"]) == KEYS
    assert whole["additionalProperties"] is False
    json.dumps(whole)


def test_rules_and_their_options() -> None:
    rules = schema("en", ["house-term"])["definitions"]["rules"]
    assert set(rules["properties"]) == {*(rule.id for rule in RULES), *CATEGORIES, "house-term"}
    assert rules["additionalProperties"] is False
    _, mapping = rules["properties"]["reading-time-mismatch"]["anyOf"]
    assert mapping["additionalProperties"] is False
    assert mapping["properties"]["severity"] == {"$ref": "#/definitions/severity"}
    assert mapping["properties"]["characters-per-minute"] == {
        "type": "integer",
        "minimum": 1,
        "default": 500,
        "description": "Characters read in a minute, without markup and white space.",
    }


def test_every_reference_is_defined_and_every_word_is_of_draft_07() -> None:
    whole = schema("ja")
    for part in parts(whole):
        if "$ref" in part:
            assert part["$ref"].removeprefix("#/definitions/") in whole["definitions"]
        assert "prefixItems" not in part
        assert "$defs" not in part


def test_descriptions_are_in_one_language() -> None:
    for part in parts(schema("en")):
        if isinstance(part.get("description"), str):
            assert not re.search("[ぁ-ん]", re.sub("「.*?」|`.*?`", "", part["description"]))


def test_dialects_are_those_that_the_document_knows() -> None:
    described = schema("ja")["properties"]["markdown"]
    assert set(described["enum"]) == {"auto", *DIALECTS}
    assert described["default"] == General().markdown


def test_an_override_changes_something() -> None:
    override = schema("en")["properties"]["overrides"]["items"]
    assert override["required"] == ["files"]
    changes = [name for part in override["anyOf"] for name in part["required"]]
    assert changes == ["rules", "markdown", "cjk-friendly-emphasis"]
    assert set(override["properties"]) == {"files", *changes}
    assert "default" not in override["properties"]["markdown"]
