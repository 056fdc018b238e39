"""Facts for rules across files as the cache has them: most of one isn't decoded unless a finding is made of it."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from jlint.engine.result import PlacedFact


class KnownFact(Struct, frozen=True, array_like=True):
    """What rules across files see of a fact; `packed` is all of it."""

    rule: str
    key: str
    line: int
    packed: bytes

    @classmethod
    def of(cls, fact: PlacedFact) -> KnownFact:
        """The fact, packed. Raises UnicodeEncodeError for text that isn't valid Unicode."""
        return cls(fact.rule, fact.key, fact.line, msgspec.msgpack.encode(fact))

    def whole(self) -> PlacedFact:
        """The fact. Raises msgspec.MsgspecError for bytes that are none."""
        return msgspec.msgpack.decode(self.packed, type=PlacedFact)


AnyFact = PlacedFact | KnownFact
