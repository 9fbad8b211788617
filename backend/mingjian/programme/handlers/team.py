"""Teams: the client is told its names, managers hear of objections and of leavers."""

from mingjian.identity.events import PersonDeactivated
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.programme.events import CaseAdvanced, MemberObjected, TeamChanged
from mingjian.programme.jobs.team import tell_leaver, tell_objection, tell_team
from mingjian.programme.rules.case_states import CaseState


def name_team_when_set(event: CaseAdvanced) -> None:
    if event.state == CaseState.TEAM_SET:
        enqueue(tell_team, owner_id=event.owner_id, case_id=event.case_id, key=str(uuid7()))


def name_team_when_changed(event: TeamChanged) -> None:
    """A job that finds the client informed, or the team not set, does nothing."""
    enqueue(tell_team, owner_id=event.owner_id, case_id=event.case_id, key=str(uuid7()))


def tell_when_objected(event: MemberObjected) -> None:
    key = str(event.objection_id)
    enqueue(tell_objection, owner_id=event.owner_id, objection_id=event.objection_id, key=key)


def ask_when_left(event: PersonDeactivated) -> None:
    enqueue(tell_leaver, owner_id=event.owner_id, person_id=event.person_id, key=str(uuid7()))
