"""The throw-away PostgreSQL cluster: two roles as in production, and nothing left behind."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from launch import postgres

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(postgres.programs() is None, reason="apt-get install postgresql"),
]


@pytest.fixture(scope="module")
def databases() -> Iterator[dict[str, str]]:
    with postgres.throw_away_cluster() as environment:
        yield environment


def test_the_application_is_neither_owner_nor_above_row_security(
    databases: dict[str, str],
) -> None:
    with psycopg.connect(databases["MINGJIAN_DATABASE_URL"]) as connection:
        row = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert row == (False, False, False)


def test_the_owner_may_migrate_past_row_security(databases: dict[str, str]) -> None:
    with psycopg.connect(databases["MINGJIAN_MIGRATION_DATABASE_URL"]) as connection:
        row = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert row == (False, True, True)


def test_nothing_is_left_behind() -> None:
    with postgres.throw_away_cluster() as environment:
        query = urlsplit(environment["MINGJIAN_DATABASE_URL"]).query
        home = Path(parse_qs(query)["host"][0])
        assert (home / "cluster").is_dir()
    assert not home.exists()
