"""The hook of the build backend that adds the C of `jlint/spelling/native/` to a wheel, where it can be compiled.

Where there is no compiler, or another Python than CPython with its global lock, it says so in one line and the wheel
is the pure one, which finds the same. `JLINT_PURE=1` asks for that.
"""

from __future__ import annotations

import os
import platform
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SOURCES = Path("jlint", "spelling", "native")
_MODULE = "jlint.spelling._kernel"
_TAG = "cp311-abi3"
"""The limited API of CPython 3.11: one build serves every later version."""


class KernelHook(BuildHookInterface):
    """Compiles for a wheel, or in place for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds what was built to the wheel."""
        if self.target_name != "wheel":
            return
        built = self._built()
        if built is None:
            return
        if version == "editable":
            self._put_in_place(built)
        else:
            build_data["force_include"][str(built)] = str(_SOURCES.parent / built.name)
        build_data["pure_python"] = False
        build_data["tag"] = f"{_TAG}-{_platform()}"

    def _built(self) -> Path | None:
        """What was compiled, in a temporary folder; None where that can't be done."""
        reason = _reason_against()
        if reason is None:
            try:
                return _compiled(Path(self.root))
            except (Exception, SystemExit) as error:
                reason = str(error).partition("\n")[0] or type(error).__name__
        print(f"jlint: installing without the C kernel ({reason}); the findings are the same", file=sys.stderr)
        return None

    def _put_in_place(self, built: Path) -> None:
        place = Path(self.root, _SOURCES.parent, built.name)
        partial = place.with_suffix(f".{os.getpid()}")
        partial.write_bytes(built.read_bytes())
        partial.replace(place)  # a process that uses the earlier build keeps it


def _reason_against() -> str | None:
    if os.environ.get("JLINT_PURE"):
        return "JLINT_PURE is set"
    if platform.python_implementation() != "CPython":
        return "this isn't CPython"
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        return "this Python runs without the global lock"
    return None


def _compiled(root: Path) -> Path:
    """Compiles the sources; raises whatever setuptools does."""
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    class Build(build_ext):
        def build_extensions(self) -> None:
            is_microsoft = self.compiler.compiler_type == "msvc"
            for extension in self.extensions:
                extension.extra_compile_args = ["/O2", "/std:c11"] if is_microsoft else ["-O2", "-std=c11"]
            super().build_extensions()

    # setuptools wants sources by names relative to the working folder
    before = Path.cwd()
    os.chdir(root)
    try:
        sources = sorted(path.as_posix() for path in _SOURCES.glob("*.c"))
        headers = sorted(path.as_posix() for path in _SOURCES.glob("*.h"))
        extension = Extension(_MODULE, sources, depends=headers, py_limited_api=True)
        build = Build(Distribution({"name": "jlint", "ext_modules": [extension]}))
        build.build_lib, build.build_temp = tempfile.mkdtemp(), tempfile.mkdtemp()
        build.ensure_finalized()
        build.run()
        return Path(build.get_ext_fullpath(_MODULE)).resolve()
    finally:
        os.chdir(before)


def _platform() -> str:
    from packaging.tags import sys_tags

    names = (tag.platform for tag in sys_tags())
    return next(name for name in names if not name.startswith(("manylinux", "musllinux")))
