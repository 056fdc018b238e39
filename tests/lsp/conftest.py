"""The tests of the language server need what the extra `lsp` installs, and pytest-lsp."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pygls") and find_spec("pytest_lsp") else ["test_*.py"]
