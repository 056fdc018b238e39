"""What several tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

os.environ["LC_ALL"] = "C.UTF-8"  # which names no language: a locale would choose that of the messages
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True, scope="session")
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the tests out of the user's cache, and the user's cache out of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips tests marked `shared` where the measuring data is missing, and those that need a package without it."""
    lacks = {}
    if not (SHARED / "data").is_dir():
        lacks["shared"] = "the measuring data is not beside this checkout"
    if missing := [name for name in ("distributed", "pyarrow") if find_spec(name) is None]:
        lacks["scale"] = f"{' and '.join(missing)} not installed; jlint[scale] has them"
    if find_spec("mcp_types") is None:  # which version 2 of the SDK brought
        lacks["mcp"] = "mcp 2.0 or newer not installed; jlint[mcp] has it"
    for item in items:
        for marker, reason in lacks.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))
