"""A body with somebody in every role, and its client's running programme."""

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import found, seat_in_every_role, signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme
from mingjian.programme.tests.factories import join, qualify, running_programme, surveillance


@pytest.fixture
def ours() -> dict[str, Seat]:
    """Somebody in every role; the lead auditor, the auditor and the expert are qualified."""
    seats = seat_in_every_role(found("华鉴认证有限公司"))
    acting = viewer(seats["PM"])
    with tenant_scope(acting.owners):
        for role in ("LA", "AU", "TE"):
            qualify(acting, seats[role].person.id, "LA" if role == "AU" else role)
    return seats


@pytest.fixture
def theirs() -> dict[str, Seat]:
    return seat_in_every_role(found("远衡认证有限公司"))


@pytest.fixture
def manager(ours: dict[str, Seat]) -> Client:
    """The browser of the programme manager."""
    return signed_in(ours["PM"])


@pytest.fixture
def programme(ours: dict[str, Seat]) -> AuditProgramme:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return running_programme(acting, ours["CC"].tenant.id)


@pytest.fixture
def case(ours: dict[str, Seat], programme: AuditProgramme) -> AuditCase:
    """A surveillance without a team."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return surveillance(acting, programme)


@pytest.fixture
def staffed(ours: dict[str, Seat], case: AuditCase) -> AuditCase:
    """The same surveillance with a lead auditor and an auditor."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        for role in ("LA", "AU"):
            join(acting, case, ours[role].person.id, role)
    return case
