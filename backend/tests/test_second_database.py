"""On the second database everything runs again that might come out differently there."""

import pytest

from tests.second_database import may_differ


@pytest.fixture
def from_rows(db: None) -> None:
    """What some fixture reads."""


def test_a_rule_is_the_same_on_every_database(request: pytest.FixtureRequest) -> None:
    assert not may_differ(request.node)


@pytest.mark.process
@pytest.mark.own_databases
def test_so_is_what_brings_databases_of_its_own(request: pytest.FixtureRequest) -> None:
    assert not may_differ(request.node)


@pytest.mark.django_db
def test_rows_may_differ(request: pytest.FixtureRequest) -> None:
    assert may_differ(request.node)


def test_so_may_what_a_fixture_reads(request: pytest.FixtureRequest, from_rows: None) -> None:
    assert may_differ(request.node)


@pytest.mark.process
def test_processes_may_read_what_they_like(request: pytest.FixtureRequest) -> None:
    assert may_differ(request.node)


@pytest.mark.skipif(False, reason="only an example")
def test_what_is_for_one_database_only_is_never_left_out(request: pytest.FixtureRequest) -> None:
    assert may_differ(request.node)
