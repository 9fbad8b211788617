"""Databases for tests that start a whole installation of their own."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg.sql import SQL, Identifier

from tests.installation import ON_SQLITE

DATABASE = "mingjian_crash"


@pytest.fixture
def databases() -> Iterator[Mapping[str, str]]:
    """Empty ones of the same kind as the suite runs on."""
    if connection.vendor == "sqlite":
        yield ON_SQLITE
        return
    environment = settings.ENVIRONMENT
    _as_owner(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)"))
    _as_owner(SQL("CREATE DATABASE {}"))
    yield {
        "MINGJIAN_DATABASE_URL": _elsewhere(environment.database_url),
        "MINGJIAN_MIGRATION_DATABASE_URL": _elsewhere(environment.migration_database_url),
    }
    _as_owner(SQL("DROP DATABASE {} WITH (FORCE)"))


def _elsewhere(url: str) -> str:
    return urlsplit(url)._replace(path=f"/{DATABASE}").geturl()


def _as_owner(statement: SQL) -> None:
    url = urlsplit(settings.ENVIRONMENT.migration_database_url)._replace(path="/postgres")
    with psycopg.connect(url.geturl(), autocommit=True) as owner:
        owner.execute(statement.format(Identifier(DATABASE)))
