"""One open session with its people, and a running one with a break that was asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from mingjian.identity.tests.factories import viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import TeamMember
from mingjian.rooms.models import Participant, Room
from mingjian.rooms.services.breaks import ask_break
from mingjian.rooms.services.lobby import admit, ask_to_enter
from mingjian.rooms.services.planning import add_session
from mingjian.rooms.services.sessions import start_session

if TYPE_CHECKING:
    from tests.routing.world import World

ZONE = "Asia/Shanghai"
PEOPLE = "LA", "AU", "TE", "OBS", "CC"


def objects(world: World) -> dict[str, Any]:
    leader = viewer(world.ours["LA"])
    with tenant_scope(leader.owners):
        opened, running = _session(world), _session(world)
        people = {role: _let_in(world, opened, role) for role in _present(world)}
        for role in _present(world):
            _let_in(world, running, role)
        start_session(viewer=leader, session_id=running)
        pause = ask_break(viewer=leader, session_id=running, minutes=10)
        return {
            "session_id": opened,
            "participant_id": people["CC"].id,
            "host_participant": people["AU"].id,
            "break_id": pause.id,
            "room_id": Room.objects.get(session=opened, kind="main").id,
        }


def _present(world: World) -> list[str]:
    team = TeamMember.objects.filter(case=world.case, ended_at=None)
    people = set(team.values_list("person_id", flat=True))
    return [role for role in PEOPLE if role == "CC" or world.ours[role].person.id in people]


def _session(world: World) -> UUID:
    start, end = clock.now(), clock.now() + timedelta(hours=2)
    return add_session(
        viewer=viewer(world.ours["LA"]),
        case_id=world.case.id,
        title="生产过程",
        local_start=clock.local_time(ZONE, start).replace(" ", "T"),
        local_end=clock.local_time(ZONE, end).replace(" ", "T"),
        zone=ZONE,
    ).id


def _let_in(world: World, session_id: UUID, role: str) -> Participant:
    person = viewer(world.ours[role])
    with tenant_scope(person.owners):
        row = ask_to_enter(viewer=person, session_id=session_id)
    return admit(viewer=viewer(world.ours["LA"]), participant_id=row.id)
