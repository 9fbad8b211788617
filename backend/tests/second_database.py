"""What ``./test postgres`` leaves out: tests that the choice of database cannot change.

A test that does not ask for a database cannot reach one, for pytest-django refuses it. Tests
that start processes are beyond that guard, so they run again, unless ``own_databases`` says
that they bring files of their own or know no database at all.
"""

import pytest

ASKING = {"db", "transactional_db", "django_db_setup"}
"""Fixtures by which a test, or a fixture of its, asks for the database."""
RUN_AGAIN = ("django_db", "process", "skipif")
"""What is skipped on one database is there for the other."""
LEFT_OUT = pytest.mark.skip(reason="asks for no database: the same on each, and has run in unit")


def may_differ(test: pytest.Item) -> bool:
    """Whether the test may come out differently on another database."""
    if test.get_closest_marker("own_databases"):
        return False
    fixtures: list[str] = getattr(test, "fixturenames", [])
    return bool(ASKING.intersection(fixtures)) or any(map(test.get_closest_marker, RUN_AGAIN))


def leave_out_the_same(tests: list[pytest.Item]) -> None:
    """Skip, with the reason, whatever has nothing to say about this database."""
    for test in tests:
        if not may_differ(test):
            test.add_marker(LEFT_OUT)
