"""The test databases: files on SQLite; on PostgreSQL made by the owner, used by the application.

Row security is only tested if the tests connect as the application does, with a
role that is neither superuser nor owner. So the databases are created and migrated
as ``MINGJIAN_MIGRATION_DATABASE_URL`` and then handed over.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connections
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings as hypothesis
from pytest_django.plugin import DjangoDbBlocker

from mingjian.kit.jobs.worker import JobWorker
from mingjian.kit.outbox.relay import relay
from mingjian.kit.roles import as_owner, grant_application
from tests.second_database import leave_out_the_same

# A busy machine is slow, not wrong.
hypothesis.register_profile("house", deadline=None)
hypothesis.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rounds",
        type=int,
        default=10,
        help="rounds of the tests that kill processes again and again; ./bench takes 200",
    )
    parser.addoption(
        "--second-database",
        action="store_true",
        help="leave out what the choice of database cannot change; it has run on the first",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that may use the database may use both: keys have one of their own."""
    if config.getoption("second_database"):
        leave_out_the_same(items)
    for item in items:
        for marker in item.iter_markers("django_db"):
            marker.kwargs.setdefault("databases", "__all__")  # type: ignore[attr-defined]


def pytest_configure() -> None:
    """Hashing a password costs next to nothing in tests; the algorithm stays the product's."""
    cheap = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
    for name, cost in cheap.items():
        setattr(Argon2PasswordHasher, name, cost)


@pytest.fixture(scope="session", autouse=True)
def plugged(django_test_environment: None) -> None:
    """Every port has its adapter, as in the running product."""
    import_module("mingjian.api")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    keep = bool(request.config.getvalue("reuse_db") and not request.config.getvalue("create_db"))
    with django_db_blocker.unblock():
        with as_owner(*connections.all()) as applications:
            made = setup_databases(verbosity=0, interactive=False, keepdb=keep)
            _hand_over(applications)
        yield
        if not request.config.getvalue("reuse_db"):
            with as_owner(*connections.all()):
                teardown_databases(made, verbosity=0)


def _postgresql() -> list[Any]:
    return [each for each in connections.all() if each.vendor == "postgresql"]


def _hand_over(applications: dict[str, str]) -> None:
    for each in _postgresql():
        application = applications[each.alias]
        grant_application(each, application)
        # Transactional tests empty the tables afterwards; the product never does.
        with each.cursor() as cursor:
            cursor.execute(f"GRANT TRUNCATE ON ALL TABLES IN SCHEMA public TO {application}")


@pytest.fixture
def run_jobs() -> Callable[[], int]:
    """Deliver events and run due jobs, as a worker does; returns how many turns that took."""
    return JobWorker(relay).drain
