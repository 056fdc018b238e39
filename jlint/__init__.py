"""jlint: an editorial linter for Japanese Markdown.

From Python: `jlint.lint(text)`, `jlint.lint_file(path)` and `jlint.fix(text)`; see docs/api.md.
"""

__version__ = "0.3.0"

_MODULES = {
    "lint": "linting",
    "lint_file": "linting",
    "fix": "linting",
    "all_rules": "rules",
    "allow_plugins": "plugins",
    "Config": "config",
    "ConfigError": "errors",
    "FixError": "errors",
    "PluginError": "errors",
    "Mistake": "errors",
    "Result": "result",
    "Finding": "result",
    "Fix": "result",
    "Edit": "result",
    "Related": "result",
    "HeldBack": "result",
    "Place": "result",
    "Failure": "result",
    "Counts": "counts",
    "RuleInfo": "rules",
    "OptionInfo": "rules",
}
"""The modules of jlint/api that define what this one offers. They are imported when a name is first asked for, for the
command line starts here too. What type checkers see is in __init__.pyi."""

__all__ = ["__version__", *_MODULES]  # noqa: PLE0604


def __getattr__(name: str) -> object:
    """Imports what is asked for, once."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"jlint.api.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
