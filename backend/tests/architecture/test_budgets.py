"""A newcomer reads any file in one sitting and any function at a glance."""

from pathlib import Path

from tests.architecture.house import (
    REPOSITORY,
    functions,
    name_of,
    product_files,
    python_files,
)

FILE_LIMIT = 500
FUNCTION_LIMIT = 60
ENDPOINT_LIMIT = 15
TYPESCRIPT_LIMIT = 250
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "data", "info", "core", "common", "base2"}


def line_count(path: Path) -> int:
    return len(path.read_text().splitlines())


def test_no_python_file_is_longer_than_its_limit() -> None:
    too_long = {name_of(path): line_count(path) for path in python_files()}
    assert {name: lines for name, lines in too_long.items() if lines > FILE_LIMIT} == {}


def test_no_function_is_longer_than_its_limit() -> None:
    too_long = [
        f"{name_of(path)}:{node.lineno} {node.name} ({length} lines)"
        for path in python_files()
        for node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LIMIT
    ]
    assert too_long == []


def test_no_endpoint_is_longer_than_its_limit() -> None:
    """An endpoint authorises, calls and returns; whatever else it does belongs elsewhere."""
    too_long = [
        f"{name_of(path)}:{node.lineno} {node.name} ({length} lines)"
        for path in product_files()
        if path.name == "api.py" or path.parent.name == "api"
        for node in functions(path)
        if node.decorator_list
        if (length := (node.end_lineno or 0) - node.lineno + 1) > ENDPOINT_LIMIT
    ]
    assert too_long == []


def test_no_typescript_file_is_longer_than_its_limit() -> None:
    sources = [
        path
        for folder in ("src", "phone")
        for pattern in ("*.ts", "*.tsx")
        for path in (REPOSITORY / "web" / folder).rglob(pattern)
        if path.name != "schema.d.ts" and "locales" not in path.parts
    ]
    too_long = {name_of(path): line_count(path) for path in sources}
    assert {name: lines for name, lines in too_long.items() if lines > TYPESCRIPT_LIMIT} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    nameless = [
        name_of(path) for path in product_files() if FORBIDDEN_NAMES & {path.stem, path.parent.name}
    ]
    assert nameless == []
