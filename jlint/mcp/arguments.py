"""The arguments of the tools. The descriptions are written for a model: it sees nothing else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from jlint.finding import Text
from jlint.nearest import did_you_mean
from jlint.rules.contract.base import Category
from jlint.user_error import UserError
from jlint.validation_error import why_invalid

MOST_FINDINGS = 200
_DEFAULT_FINDINGS = 50

_Text = Annotated[str, Meta(description="The whole Markdown text, front matter included, exactly as it will be saved.")]
_Path = Annotated[
    str,
    Meta(
        description="The path that the file has or will have, such as `posts/2026-04-01-spring.md`. It need not exist. "
        "It decides which settings and which dialect of Markdown hold, and it is what findings call the text."
    ),
]
_Select = Annotated[
    tuple[str, ...],
    Meta(
        description="Only these rules or categories, such as `typo`. A rule that is named by its id runs even if it is "
        "off. Leave it out to use the project's settings."
    ),
]
_Ignore = Annotated[tuple[str, ...], Meta(description="Not these rules or categories.")]
_Limit = Annotated[
    int,
    Meta(
        ge=1,
        le=MOST_FINDINGS,
        description="How many findings to return, the most severe first. All of them are counted.",
    ),
]


class _Arguments(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """Arguments of a tool."""


class CheckText(_Arguments, frozen=True, kw_only=True):
    """What check_text is called with."""

    text: _Text
    path: _Path = "draft.md"
    select: _Select = ()
    ignore: _Ignore = ()
    limit: _Limit = _DEFAULT_FINDINGS


class CheckFiles(_Arguments, frozen=True, kw_only=True):
    """What check_files is called with."""

    paths: Annotated[
        tuple[str, ...],
        Meta(
            description="Files and folders, relative to the working folder. In folders, and those in them, all "
            "Markdown that .gitignore and the settings don't exclude is checked. Left out: the whole working folder."
        ),
    ] = (".",)
    select: _Select = ()
    ignore: _Ignore = ()
    limit: _Limit = _DEFAULT_FINDINGS


class FixText(_Arguments, frozen=True, kw_only=True):
    """What fix_text is called with."""

    text: _Text
    path: _Path = "draft.md"
    unsafe: Annotated[
        bool,
        Meta(
            description="Also apply fixes that may change the meaning. Only if the user asks for it; compare the texts "
            "afterwards."
        ),
    ] = False
    select: _Select = ()
    ignore: _Ignore = ()
    limit: _Limit = _DEFAULT_FINDINGS


class ExplainRule(_Arguments, frozen=True, kw_only=True):
    """What explain_rule is called with."""

    rule: Annotated[str, Meta(description="The id of a rule, such as `doubled-particle`, as findings name it.")]


class ListRules(_Arguments, frozen=True, kw_only=True):
    """What list_rules is called with."""

    category: Annotated[Category | None, Meta(description="Only the rules of this category.")] = None
    on_by_default: Annotated[
        bool | None, Meta(description="Only the rules that are on by default (true), or off (false).")
    ] = None
    search: Annotated[
        str,
        Meta(
            description="Only rules whose id or documentation, in Japanese or English, has all of these words, "
            "whatever their case."
        ),
    ] = ""


_Given = TypeVar("_Given", bound=msgspec.Struct)


def read_arguments(tool: str, kind: type[_Given], given: Mapping[str, Any]) -> _Given:
    """The arguments of a call. Raises UserError for those that the tool doesn't take.

    As some clients write them, null is an argument that is left out, and a text may stand for a list of names: `typo,
    style`, or the list as JSON.
    """
    known = [field.name for field in msgspec.structs.fields(kind)]
    unknown = next((name for name in given if name not in known), None)
    if unknown is not None:
        near = did_you_mean(unknown, known)
        raise UserError(
            Text(
                f"{tool} に {unknown} という引数はありません。{near.ja}",
                f"{tool} takes no argument {unknown}. {near.en}",
            )
        )
    hints = get_type_hints(kind)
    values = {
        name: _as_list(value) if _is_list(hints[name]) else value for name, value in given.items() if value is not None
    }
    try:
        return msgspec.convert(values, kind, strict=False)
    except (msgspec.ValidationError, RecursionError) as error:
        why = why_invalid(error)
        raise UserError(
            Text(f"{tool} の引数が正しくありません: {why.ja}", f"The arguments of {tool} are wrong: {why.en}")
        ) from None


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple


def _as_list(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        decoded = json.loads(value)
    except (ValueError, RecursionError):
        decoded = None
    return decoded if isinstance(decoded, list) else [name.strip() for name in value.split(",") if name.strip()]
