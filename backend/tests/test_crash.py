"""``kill -9`` of the web server during writes loses nothing that it had acknowledged."""

from collections.abc import Mapping

import pytest

from tests.crash import measure

pytestmark = [pytest.mark.process, pytest.mark.slow]

ROUNDS = 10


def test_nothing_acknowledged_is_lost_and_the_journal_verifies(
    databases: Mapping[str, str],
) -> None:
    outcome = measure(ROUNDS, databases)
    assert outcome.rounds == ROUNDS
    assert outcome.acknowledged > ROUNDS
    assert outcome.lost == 0
    assert outcome.journal_verifies
