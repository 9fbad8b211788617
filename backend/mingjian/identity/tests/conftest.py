"""Two bodies that know nothing of each other, and browsers of their administrators."""

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import found, signed_in


@pytest.fixture
def ours() -> Seat:
    return found("华鉴认证有限公司")


@pytest.fixture
def theirs() -> Seat:
    return found("远衡认证有限公司")


@pytest.fixture
def admin(ours: Seat) -> Client:
    return signed_in(ours)
