"""An audit with a team and a client, one session of it, and a media server in memory."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.conftest import case, manager, ours, programme, staffed, theirs
from mingjian.programme.tests.factories import join
from mingjian.rooms.fake_media import FakeMedia
from mingjian.rooms.jobs import arrange_reconciliation
from mingjian.rooms.media import media_server
from mingjian.rooms.models import AuditSession
from mingjian.rooms.services.planning import add_session
from mingjian.rooms.tests.desk import Desk, RunJobs

__all__ = ["case", "manager", "ours", "programme", "staffed", "theirs"]


@pytest.fixture
def media() -> Iterator[FakeMedia]:
    fake = FakeMedia()
    with media_server.replaced_by(fake):
        yield fake


@pytest.fixture
def session(ours: dict[str, Seat], staffed: AuditCase) -> AuditSession:
    """A meeting of the next two hours; an expert and an observer are in the team as well."""
    manager, leader = viewer(ours["PM"]), viewer(ours["LA"])
    with tenant_scope(manager.owners):
        for role in ("TE", "OBS"):
            join(manager, staffed, ours[role].person.id, role)
        start = clock.now()
        return add_session(
            viewer=leader,
            case_id=staffed.id,
            title="机加工车间",
            local_start=clock.local_time("Asia/Shanghai", start).replace(" ", "T"),
            local_end=clock.local_time("Asia/Shanghai", start + timedelta(hours=2)).replace(
                " ", "T"
            ),
            zone="Asia/Shanghai",
        )


@pytest.fixture
def reconcile(run_jobs: RunJobs) -> RunJobs:
    """The check of the next few seconds, with what follows from it."""

    def check() -> int:
        arrange_reconciliation.func()
        return run_jobs()

    return check


@pytest.fixture
def leader(ours: dict[str, Seat], session: AuditSession, media: FakeMedia) -> Desk:
    return Desk(ours["LA"], session, media)


@pytest.fixture
def auditor(ours: dict[str, Seat], session: AuditSession, media: FakeMedia) -> Desk:
    return Desk(ours["AU"], session, media)


@pytest.fixture
def expert(ours: dict[str, Seat], session: AuditSession, media: FakeMedia) -> Desk:
    return Desk(ours["TE"], session, media)


@pytest.fixture
def observer(ours: dict[str, Seat], session: AuditSession, media: FakeMedia) -> Desk:
    return Desk(ours["OBS"], session, media)


@pytest.fixture
def client(ours: dict[str, Seat], session: AuditSession, media: FakeMedia) -> Desk:
    return Desk(ours["CC"], session, media)
