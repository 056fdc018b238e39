"""The extension for VS Code offers the settings that the server knows, as the server knows them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jlint
from jlint.lsp.settings import Settings, settings_from

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text("utf-8"))
OWN = {"jlint.path", "jlint.languages", "jlint.trace.server"}
"""Settings that are the extension's business alone."""


def offered() -> dict[str, Any]:
    """What package.json says of each setting that is the server's."""
    properties = PACKAGE["contributes"]["configuration"]["properties"]
    return {name.removeprefix("jlint."): value for name, value in properties.items() if name not in OWN}


def test_all_settings_of_the_server_are_offered() -> None:
    assert {*offered()} == {*Settings.__struct_encode_fields__}


def test_defaults_are_the_servers() -> None:
    defaults = {name: value["default"] for name, value in offered().items()}
    assert settings_from({"jlint": defaults}, Settings(lang=None)) == (Settings(), [])


def test_every_value_on_offer_can_be_used() -> None:
    for name, value in offered().items():
        for each in value.get("enum", ()):
            settings, wrong = settings_from({name: each})
            assert wrong == []
            encoded = dict(zip(Settings.__struct_encode_fields__, Settings.__struct_fields__, strict=True))
            assert getattr(settings, encoded[name]) == each


def test_version_is_that_of_jlint() -> None:
    assert PACKAGE["version"] == jlint.__version__
