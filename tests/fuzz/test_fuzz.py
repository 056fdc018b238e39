"""A short fuzz with fixed seeds. `python -m scripts.fuzz` looks for longer."""

from __future__ import annotations

from random import Random

import pytest

from tests.fuzz.configuring import configuring
from tests.fuzz.targets import check, fixing

MOST = 1_500
"""Characters of a document: longer ones are left to `scripts.fuzz`."""


@pytest.mark.parametrize("seed", range(12))
def test_check(seed: int) -> None:
    check(Random(seed), most=MOST)


@pytest.mark.parametrize("seed", range(12))
def test_fixes(seed: int) -> None:
    fixing(Random(seed), most=MOST)


@pytest.mark.parametrize("seed", range(40))
def test_configuration(seed: int) -> None:
    configuring(Random(seed))
