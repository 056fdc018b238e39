"""Runs the C kernel under the address and undefined-behaviour sanitizers: `python -m scripts.sanitize_kernel [COUNT]`.

It is compiled anew with them and given so many generated inputs: sentences with slips, rows of odd characters, lone
surrogates, long rows, and models of random bytes. A mistake of memory or arithmetic ends the run with a report.
Needs gcc or clang with their sanitizers' libraries; exit code 3 if they aren't there.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

_SOURCES = Path(__file__).parent.parent / "jlint" / "spelling" / "native"
_NO_SANITIZERS = 3
_FLAGS = ("-std=c11", "-O1", "-g", "-fPIC", "-shared", "-fno-omit-frame-pointer", "-Wall", "-Wextra", "-Werror")
_SANITIZERS = ("-fsanitize=address,undefined", "-fno-sanitize-recover=all")
_INSIDE = "JLINT_SANITIZED_KERNEL"
_ODD = " \u3000A9Ａ９_\ufffc(),．!:“”\n\r.%-+#@’をんアー漢々〆。「é\ud800\udfff\U0001f600\0\ufeff"


def main() -> int:
    """Compiles, and starts itself again with the sanitizers loaded before Python."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if _INSIDE in os.environ:
        _run(count)
        return 0
    compiler = os.environ.get("CC", "cc")
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder, "_kernel.abi3.so")
        include = sysconfig.get_paths()["include"]
        sources = map(str, sorted(_SOURCES.glob("*.c")))
        try:
            subprocess.run(
                [compiler, *_FLAGS, *_SANITIZERS, f"-I{include}", *sources, "-o", str(built)],
                check=True,
                stderr=subprocess.PIPE,
            )
            library = _printed(compiler, "-print-file-name=libasan.so")
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"No sanitizers: {error}", file=sys.stderr)
            return _NO_SANITIZERS
        # Python's own allocator would hide what lies behind a block; what Python leaks isn't of interest
        changed = {"LD_PRELOAD": library, "PYTHONMALLOC": "malloc", "ASAN_OPTIONS": "detect_leaks=0", _INSIDE: folder}
        return subprocess.run(
            [sys.executable, "-m", "scripts.sanitize_kernel", str(count)], env=os.environ | changed, check=False
        ).returncode


def _printed(*command: str) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def _run(count: int) -> None:
    from importlib.util import module_from_spec, spec_from_file_location

    from jlint.spelling import native
    from jlint.spelling.model import SMALL_WORDS, model
    from tests.spelling.generated import sentence

    spec = spec_from_file_location("_kernel", Path(os.environ[_INSIDE], "_kernel.abi3.so"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    tables = model().tables
    rest = SMALL_WORDS, native._packed_units(), native._packed_weights()
    real = module.Kernel(tables.buffer, tables.start, tables.grams, tables.fillers, *rest)
    kernel, draw, found, started = real, random.Random(7), 0, time.monotonic()
    for number in range(count):
        if number % 1000 == 500:  # a hundred inputs of each thousand meet a model that can't be right
            kernel = module.Kernel(
                draw.randbytes(3000), draw.randrange(900), draw.randint(2, 200), 2 + number % 60, *rest
            )
        elif number % 1000 == 600:
            kernel = real
        text = _text(draw, number, sentence)
        found += len(kernel.weighed(text, draw.choice([-100_000, 0, 60])))
        if number % 10 == 0:
            kernel.unknown(text)
            kernel.folded(text)
            kernel.level(text)
            kernel.twice(text, draw.randrange(60), draw.randrange(20))
    for text in ("を" * 5_000_000, "漢を" * 1_000_000, " A" * 1_000_000):
        real.weighed(text, 0)
        real.twice(text, 0, 10)
    print(f"{count:,} inputs, {found:,} repairs, nothing reported, {time.monotonic() - started:.0f} s")


def _text(draw: random.Random, number: int, sentence: object) -> str:
    assert callable(sentence)
    if number % 3 == 0:
        return "".join(draw.choices(_ODD, k=draw.randrange(40)))
    text = str(sentence(draw))
    if number % 3 == 1:
        at = draw.randrange(len(text) + 1)
        text = text[:at] + draw.choice(_ODD) * draw.randrange(1, 9) + text[at:]
    return text * 20 if number % 997 == 0 else text


if __name__ == "__main__":
    sys.exit(main())
