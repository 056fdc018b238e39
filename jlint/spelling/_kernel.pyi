"""The C in `native/`; see `native.py`."""

from typing import Any, final

INTERFACE: int

@final
class Kernel:
    """The statistics over a model's bytes."""

    def __new__(
        cls,
        buffer: Any,
        start: int,
        gram_size: int,
        filler_size: int,
        small_words: tuple[str, ...],
        units: bytes,
        weights: bytes,
        /,
    ) -> Kernel: ...
    def weighed(
        self, sentence: str, margin: int, /
    ) -> list[tuple[int, int, int, str, int, tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...]]]: ...
    def unknown(self, sentence: str, /) -> tuple[list[int], list[int]]: ...
    def level(self, gram: str, /) -> int: ...
    @staticmethod
    def folded(sentence: str, /) -> tuple[str, str]: ...
    @staticmethod
    def twice(text: str, at: int, longest: int, /) -> tuple[int, int] | None: ...
