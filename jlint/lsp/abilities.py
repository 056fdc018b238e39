"""What the client can do, by what it says when it starts the server."""

from __future__ import annotations

from typing import Any

from lsprotocol import types
from msgspec import Struct


class Abilities(Struct, frozen=True):
    """What the client can do. `pull`: it asks for diagnostics, so they are not published."""

    pull: bool = False
    refresh: bool = False
    related: bool = False
    tags: bool = False
    versions: bool = False
    literal_actions: bool = False
    resolves_edits: bool = False
    watches: bool = False
    progress: bool = False
    configuration: bool = False
    shows_documents: bool = False
    applies_edits: bool = False

    @classmethod
    def of(cls, client: types.ClientCapabilities) -> Abilities:
        """The abilities that the capabilities say."""
        publish = ("text_document", "publish_diagnostics")
        resolve = _get(client, "text_document", "code_action", "resolve_support", "properties") or ()
        return cls(
            pull=_get(client, "text_document", "diagnostic") is not None,
            refresh=bool(_get(client, "workspace", "diagnostics", "refresh_support")),
            related=bool(_get(client, *publish, "related_information"))
            or bool(_get(client, "text_document", "diagnostic", "related_information")),
            tags=bool(_get(client, *publish, "tag_support"))
            or bool(_get(client, "text_document", "diagnostic", "tag_support")),
            versions=bool(_get(client, "workspace", "workspace_edit", "document_changes")),
            literal_actions=_get(client, "text_document", "code_action", "code_action_literal_support") is not None,
            resolves_edits="edit" in resolve and bool(_get(client, "text_document", "code_action", "data_support")),
            watches=bool(_get(client, "workspace", "did_change_watched_files", "dynamic_registration")),
            progress=bool(_get(client, "window", "work_done_progress")),
            configuration=bool(_get(client, "workspace", "configuration")),
            shows_documents=bool(_get(client, "window", "show_document", "support")),
            applies_edits=bool(_get(client, "workspace", "apply_edit")),
        )


def _get(value: Any, *names: str) -> Any:
    for name in names:
        value = getattr(value, name, None)
        if value is None:
            return None
    return value
