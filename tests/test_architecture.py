"""Which package may import which, and how large a module may grow: docs/architecture.md gives the reasons."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import jlint

ROOT = Path(jlint.__file__).parent.parent

LAYERS: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            {"jlint"},
            {"expression_codes"},
            {"compiled"},
            {"span", "memoize", "nearest", "cache_folder", "distributions", "paths", "lock", "file_state"},
            {"finding", "letters", "printable"},
            {"user_error", "internal_error", "system_error", "validation_error"},
            {"regular_file", "language_choice"},
            {"document", "expressions"},
            {"javascript", "usage_file", "yaml_file"},
            {"rules.contract", "rules.data", "spelling"},
            {"prh"},
            {"rules.helpers"},
            {"rules.CATEGORY"},
            {"rules.listed"},
            {"plugins"},
            {"rules.table", "rules"},
            {"config"},
            {"textlint"},
            {"engine"},
            {"api", "learning"},
            {"corpus", "pattern_examples", "report", "rule_examples"},
            {"lsp", "mcp", "rule_docs"},
            {"cli"},
            {"__main__"},
        ),
    )
)
"""From the ground up: a module imports from its own package and from the layers below, never from beside or above."""

MOST_LINES = 300
MOST_IMPORTS = 15
_CATEGORIES = frozenset(
    {"artifact", "front_matter", "grammar", "markdown", "notation", "repetition", "style", "suppression", "typo"}
)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted((ROOT / "jlint").rglob("*.py"))}


@cache
def imports_of(module: str) -> frozenset[str]:
    """jlint's modules that the module imports, wherever in it, for type checking too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.update(f"{node.module}.{each.name}" for each in node.names)
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found.update(each.name for each in node.names)
    imported = found & MODULES.keys() - {module}
    # `from jlint.document.block import Block` is no import of the package beside that of the module
    return frozenset(each for each in imported if not any(other.startswith(f"{each}.") for other in imported))


def layer_of(module: str) -> str:
    """The package, or module of the top level, that the layers name."""
    parts = module.split(".")[1:]
    if not parts:
        return "jlint"
    if parts[0] == "rules" and len(parts) > 1:
        return "rules.CATEGORY" if parts[1] in _CATEGORIES else f"rules.{parts[1]}"
    return parts[0]


def rank_of(package: str) -> int:
    return next(rank for rank, packages in enumerate(LAYERS) if package in packages)


def test_every_module_has_a_layer() -> None:
    packages = {layer_of(module) for module in MODULES}
    assert packages == frozenset().union(*LAYERS)


def test_the_document_has_the_same_layers() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| ((?:`[^`]+` ?)+)\|", text.partition("## Glossary")[0], re.MULTILINE)
    named = [{name.rstrip("/").replace("/", ".") for name in re.findall("`([^`]+)`", row)} for row in rows]
    ends = {"jlint", "__main__", "rules"}
    assert named == [set(layer) - ends for layer in LAYERS if layer - ends]


def test_files_that_documents_name_exist() -> None:
    folders = [ROOT / name for name in ("jlint", "scripts", "tests", "benchmarks")]
    paths = [f"/{path.relative_to(ROOT)}" for folder in folders for path in folder.rglob("*.*")]
    paths += [f"/{path.name}" for path in ROOT.iterdir()]
    for document in ("docs/architecture.md", "CONTRIBUTING.md", "docs/typos.md", "docs/performance.md"):
        text = (ROOT / document).read_text("utf-8")
        for name in re.findall(r"`([\w./-]+\.(?:py|tsv|txt|json|bin|yaml))`", text):
            assert "NAME" in name or any(path.endswith(f"/{name}") for path in paths), f"{document} names {name}"


def test_no_rule_imports_another() -> None:
    rules = [module for module in MODULES if layer_of(module) == "rules.CATEGORY"]
    assert [module for module in rules if any(layer_of(each) == "rules.CATEGORY" for each in imports_of(module))] == []


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    own = layer_of(module)
    wrong = [each for each in imports_of(module) if layer_of(each) != own and rank_of(layer_of(each)) >= rank_of(own)]
    assert wrong == []


def test_no_module_imports_itself_through_others() -> None:
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " → ".join([*way[way.index(module) :], module])
        if module not in done:
            for each in sorted(imports_of(module)):
                visit(each, (*way, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_stay_small(module: str) -> None:
    assert MODULES[module].read_text("utf-8").count("\n") <= MOST_LINES
    assert len(imports_of(module)) <= MOST_IMPORTS
