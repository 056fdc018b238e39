"""A short fuzz with fixed seeds. `python -m scripts.fuzz` looks for longer."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.configuring import configuring
from tests.fuzz.targets import check, mending

MOST = 1_500
"""Characters of a document: what is long is looked for where there is time."""


@pytest.mark.parametrize("seed", range(12))
def test_check(seed: int) -> None:
    check(Random(seed), most=MOST)


@pytest.mark.parametrize("seed", range(12))
def test_fixes(seed: int) -> None:
    mending(Random(seed), most=MOST)


@pytest.mark.parametrize("seed", range(40))
def test_configuration(seed: int) -> None:
    configuring(Random(seed))
