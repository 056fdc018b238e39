"""The C kernel under the sanitizers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(sys.platform == "win32", reason="gcc's or clang's sanitizers are needed")
def test_the_kernel_makes_no_mistake_with_memory_or_numbers() -> None:
    command = [sys.executable, "-m", "scripts.sanitize_kernel", "2000"]
    run = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 3:
        pytest.skip("no compiler with sanitizers")
    assert (run.returncode, run.stderr) == (0, "")
    assert "nothing reported" in run.stdout
