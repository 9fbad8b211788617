"""``kill -9`` of the web server in the middle of an upload costs a few MiB sent again, no more."""

from collections.abc import Mapping

import pytest

from tests.uploads_killed import measure

pytestmark = [pytest.mark.process, pytest.mark.slow]

ROUNDS = 10
MOST_RESENT = 8 << 20


def test_an_upload_survives_its_server(databases: Mapping[str, str]) -> None:
    outcome = measure(ROUNDS, databases)

    assert outcome.arrived == outcome.rounds == ROUNDS
    assert outcome.broken_off
    assert outcome.most_resent <= MOST_RESENT
    assert outcome.journal_verifies
