"""An audit with a team, as the tests of planning make it, and a sample of it."""

from collections.abc import Callable

import pytest

from mingjian.evidence.tests.sampling import Sampling
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.conftest import case, manager, ours, programme, staffed, theirs

__all__ = ["case", "manager", "ours", "programme", "staffed", "theirs"]


@pytest.fixture
def sampling(ours: dict[str, Seat], staffed: AuditCase, run_jobs: Callable[[], int]) -> Sampling:
    """An auditor's, whose client was asked for the list."""
    return Sampling(ours, staffed, signed_in(ours["AU"]), run_jobs)
