"""Where the house stands: the source files and stages that the architecture tests read."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

BACKEND = Path(__file__).resolve().parents[2]
REPOSITORY = BACKEND.parent
STAGES = (
    "kit",
    "journal",
    "identity",
    "programme",
    "rooms",
    "evidence",
    "transcripts",
    "verification",
    "findings",
    "records",
    "supervision",
    "oversight",
)
"""In order of the audit; ``transcripts`` and ``verification`` are siblings."""

PYTHON_ROOTS = (
    BACKEND / "config",
    BACKEND / "mingjian",
    BACKEND / "engines",
    BACKEND / "workers",
    BACKEND / "demo",
    BACKEND / "tests",
    REPOSITORY / "launch",
    REPOSITORY / "benchmarks",
)


def python_files() -> list[Path]:
    """Every Python file we wrote, migrations excepted."""
    found = [path for root in PYTHON_ROOTS for path in root.rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def is_test(path: Path) -> bool:
    return "tests" in path.parts or path.name == "conftest.py"


def product_files() -> list[Path]:
    return [path for path in python_files() if not is_test(path)]


def stage_files(stage: str) -> list[Path]:
    return [path for path in product_files() if path.is_relative_to(BACKEND / "mingjian" / stage)]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def name_of(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imported_names(path: Path) -> set[str]:
    """Dotted names that the file imports, ``from a import b`` as ``a.b``."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names
