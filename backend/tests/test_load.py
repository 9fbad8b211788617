"""Web, worker and browsers write to one SQLite file at once."""

import pytest

from tests.load import measure

SECONDS = 10


@pytest.mark.process
@pytest.mark.own_databases
@pytest.mark.slow
def test_nothing_acknowledged_is_lost_and_the_database_is_never_locked() -> None:
    outcome = measure(SECONDS)
    assert outcome.acknowledged > SECONDS
    assert outcome.refused == 0
    assert outcome.lost == outcome.lost_letters == 0
    assert outcome.locked == outcome.errors == 0
