"""What the client sets: in `initializationOptions`, or under `jlint` in its settings."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from jlint.finding import Text
from jlint.validation_error import why_invalid

SECTION = "jlint"

Names = tuple[str, ...]


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The settings of a folder, with their defaults; keys that nobody knows are passed over.

    `config` and `baseline` are paths, absolute or in the folder; without `baseline` jlint-baseline.json counts where
    there is one. `documentation` is an address in which `{rule}` stands for a rule's id. `format` lets the formatter of
    the editor apply safe fixes. With `unsafe_fixes` "fix all" applies the others too. `allow_plugins` only counts in
    `initializationOptions`: a server has the rules of plugins from its start or not at all.
    """

    lang: Literal["ja", "en"] | None = None
    select: Names = ()
    ignore: Names = ()
    unsafe_fixes: bool = False
    run: Literal["onType", "onSave"] = "onType"
    config: str = ""
    baseline: str = ""
    documentation: Annotated[str, msgspec.Meta(pattern=r"^(https?://.*)?$")] = ""
    format: bool = False
    across_files: bool = True
    allow_plugins: bool = False

    def address_of(self, rule: str) -> str | None:
        """The address of a rule's documentation, None where none is configured."""
        return self.documentation.replace("{rule}", rule) or None


def settings_from(given: Any, base: Settings | None = None) -> tuple[Settings, list[Text]]:
    """The settings that a client gives, and why some of them can't be used; those are as in `base`."""
    base = base or Settings()
    if isinstance(given, dict) and isinstance(given.get(SECTION), dict):
        given = given[SECTION]
    if not isinstance(given, dict):
        return base, []
    changes: dict[str, Any] = {}
    wrong: list[Text] = []
    for field in msgspec.structs.fields(Settings):
        name = field.encode_name
        value = given.get(name)
        if value is None:
            continue
        if field.type == Names and isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        try:
            changes[field.name] = msgspec.convert(value, field.type)
        except msgspec.ValidationError as error:
            why = why_invalid(error)
            wrong.append(
                Text(f"設定の {SECTION}.{name} が使えません: {why.ja}", f"{SECTION}.{name} can't be used: {why.en}")
            )
    return msgspec.structs.replace(base, **changes), wrong
