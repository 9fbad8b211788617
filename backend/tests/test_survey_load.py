"""A small campaign under load; ``./bench surveys`` takes five hundred clients."""

import pytest

from tests.survey_load import measure

CLIENTS, AT_ONCE = 12, 6


@pytest.mark.process
@pytest.mark.own_databases
@pytest.mark.slow
def test_clients_answering_at_once_lose_nothing() -> None:
    outcome = measure(CLIENTS, AT_ONCE)
    assert outcome.answers == CLIENTS * 7
    assert outcome.refused == outcome.lost == outcome.lost_letters == 0
    assert outcome.locked == outcome.errors == 0
