"""Habits of the house that are easier kept by a test than by a paragraph."""

import ast

from tests.architecture.house import (
    STAGES,
    functions,
    imported_names,
    name_of,
    product_files,
    python_files,
    stage_files,
    tree,
)

SETTINGS = "backend/config/settings.py"
MAY_READ_ENVIRONMENT = {
    SETTINGS,
    # Django's own switch has to be set before settings can be read at all.
    "backend/config/asgi.py",
    "backend/config/migrate.py",
    "backend/manage.py",
    "backend/workers/__init__.py",
}


def test_nothing_but_the_settings_reads_the_environment() -> None:
    readers = [
        name_of(path)
        for path in product_files()
        if name_of(path).startswith("backend/")
        and name_of(path) not in MAY_READ_ENVIRONMENT
        and any(
            isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
            for node in ast.walk(tree(path))
        )
    ]
    assert readers == []


def test_nothing_is_mocked() -> None:
    """Fakes implement a port and live beside it."""
    mockers = [
        name_of(path)
        for path in python_files()
        if any("mock" in name.split(".") for name in imported_names(path))
    ]
    assert mockers == []


def test_no_signals_in_stages() -> None:
    """A stage announces events; ``wiring.py`` is the one list of who listens."""
    receivers = [
        name_of(path)
        for stage in STAGES
        for path in stage_files(stage)
        if "django.dispatch.receiver" in imported_names(path)
    ]
    assert receivers == []


def test_no_import_hides_inside_a_function_of_a_stage() -> None:
    """A hidden import is how cycles between stages begin."""
    hidden = [
        f"{name_of(path)}:{inner.lineno} {node.name}"
        for stage in STAGES
        for path in stage_files(stage)
        for node in functions(path)
        for inner in ast.walk(node)
        if isinstance(inner, ast.ImportFrom) and (inner.module or "").startswith("mingjian")
        if path.name != "apps.py"
    ]
    assert hidden == []


def test_every_function_says_what_it_returns() -> None:
    silent = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in python_files()
        for node in functions(path)
        if node.returns is None
    ]
    assert silent == []


def test_every_module_says_what_lives_in_it() -> None:
    untold = [
        name_of(path)
        for path in product_files()
        if path.name not in {"__init__.py", "apps.py"} and not ast.get_docstring(tree(path))
    ]
    assert untold == []
