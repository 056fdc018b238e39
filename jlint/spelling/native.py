"""The search for candidate repairs in C, where jlint was installed with it.

It finds the same as the Python, some forty times as quickly; the tests hold one against the other. Sums are made of
whole numbers in both, so that they can't differ at a threshold.
"""

from __future__ import annotations

import os
from array import array
from functools import cache
from typing import TYPE_CHECKING

from jlint.spelling.candidates import Candidate, Slip
from jlint.spelling.features import LEAST_GAIN, LEAST_GAIN_OF_BOTH, LEAST_SHAPE_GAIN, Weighed
from jlint.spelling.likelihood import ALL, BACKING_OFF, NEVER, PER_NAT, Comparison
from jlint.spelling.model import LEVELS_PER_E, SMALL_WORDS, model
from jlint.spelling.suspicion import LEVELS_A_STEP, weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from jlint.spelling._kernel import Kernel
    from jlint.spelling.model import Model

INTERFACE = 2
"""That of the C sources this module works with; a build of others is left alone."""
_PURE = "JLINT_PURE"
"""The environment variable that, if it isn't empty, asks for the Python even where the C is installed."""
_UNKNOWN_ROWS, _ACROSS, _SHAPE_ROWS = 4, 3, 5
_HIGHEST_STEP = 63 // LEVELS_A_STEP
_SLIPS = tuple(Slip)


def is_native() -> bool:
    """Whether the C is in use. The statistics aren't loaded to tell."""
    return not os.environ.get(_PURE) and _built() is not None


@cache
def kernel() -> Kernel | None:
    """The statistics that come with jlint in C; None where it wasn't built, or isn't wanted."""
    return None if os.environ.get(_PURE) else kernel_of(model())


def kernel_of(statistics: Model) -> Kernel | None:
    """The same of a model; None where it wasn't built."""
    kernel_class = _built()
    if kernel_class is None:
        return None
    tables = statistics.tables
    return kernel_class(
        tables.buffer, tables.start, tables.grams, tables.fillers, SMALL_WORDS, _packed_units(), _packed_weights()
    )


@cache
def twice() -> Callable[[str, int, int], tuple[int, int] | None] | None:
    """What finds rows that stand twice (see `doubling.first_twice`) in C, as `kernel`; it needs no statistics."""
    kernel_class = None if os.environ.get(_PURE) else _built()
    return kernel_class.twice if kernel_class else None


def _built() -> type[Kernel] | None:
    try:
        from jlint.spelling import _kernel
    except ImportError:
        return None
    return _kernel.Kernel if _kernel.INTERFACE == INTERFACE else None


def weighed(found: Kernel, sentence: str, margin: int) -> list[Weighed]:
    """The repairs of hiragana worth weighing (see `candidates` and `weigh`)."""
    return [
        Weighed(
            Candidate(_SLIPS[slip], start, end, right, shape_start),
            Comparison(before, after),
            Comparison(shape_before, shape_after),
        )
        for slip, start, end, right, shape_start, before, after, shape_before, shape_after in found.weighed(
            sentence, margin
        )
    ]


def _packed_units() -> bytes:
    per_level = PER_NAT // LEVELS_PER_E
    return _packed([per_level, BACKING_OFF, NEVER, ALL, LEAST_GAIN, LEAST_SHAPE_GAIN, LEAST_GAIN_OF_BOTH])


def _packed_weights() -> bytes:
    """The weights of suspicious places in the order in which suspicion.c reads them."""
    all_weights = weights()
    rows = [
        all_weights.unknown.get(f"{unknown}{across}{of_shape}", 0)
        for unknown in range(_UNKNOWN_ROWS)
        for across in range(_ACROSS)
        for of_shape in range(_SHAPE_ROWS)
    ]
    steps = [
        by_step.get(step, 0)
        for by_step in (all_weights.around, all_weights.behind, all_weights.shape)
        for step in range(-1, _HIGHEST_STEP + 1)
    ]
    letters = [
        number
        for at, by_letter in enumerate(all_weights.letters)
        for letter, weight in by_letter.items()
        for number in (at, ord(letter), weight)
    ]
    return _packed([all_weights.start, all_weights.least, *rows, *steps, *letters])


def _packed(numbers: list[int]) -> bytes:
    return array("i", numbers).tobytes()
