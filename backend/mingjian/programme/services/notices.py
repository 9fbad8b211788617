"""Telling the client who will audit it."""

from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.letters.team import NAMED, OBJECTED, write_to
from mingjian.programme.models import AuditCase, Objection, TeamMember, TeamNotice
from mingjian.programme.queries.cases import case_for_process, team_of
from mingjian.programme.queries.contacts import client_contacts, managers
from mingjian.programme.queries.objections import is_told, last_notice
from mingjian.programme.queries.open_work import ROLES
from mingjian.programme.rules.case_states import BEFORE_OPENING, CaseState

TELLING = BEFORE_OPENING - {CaseState.PLANNED}


def tell_client(*, viewer: Viewer, case_id: UUID) -> TeamNotice | None:
    """Send the names to the client, once for each team; nothing before the team is set."""
    with transaction.atomic():
        AuditCase.objects.select_for_update().get(id=case_id, owner_id=viewer.tenant_id)
        case = case_for_process(viewer, case_id)
        if case.state not in TELLING or is_told(case, last_notice(case)):
            return None
        members, contacts = team_of(case), client_contacts(viewer, case)
        notice = _notice(case, members, contacts)
        notice.save(force_insert=True)
        for person in contacts:
            _write(person, case, members, notice)
        record(viewer, "team.named", notice)
    return notice


def tell_managers(*, viewer: Viewer, objection_id: UUID) -> None:
    """A client objects: whoever manages the programme has to answer."""
    rows = Objection.objects.select_related("member", "member__person", "member__case__client")
    row = rows.get(id=objection_id, owner_id=viewer.tenant_id)
    case = row.member.case
    write_to(
        managers(row.owner_id, case),
        OBJECTED,
        {
            "case": case.number,
            "client": case.client.name,
            "member": row.member.person.name,
            "ground": row.ground,
        },
        owner_id=row.owner_id,
        path=f"/audits/{case.id}/team",
        key=f"objection:{row.id}:raised",
    )


def _notice(case: AuditCase, members: list[TeamMember], contacts: list[Person]) -> TeamNotice:
    names = [{"member": str(m.id), "name": m.person.name, "role": m.role} for m in members]
    told = "、".join(person.name for person in contacts)[:200]
    return TeamNotice(
        owner_id=case.owner_id, case=case, names=names, told=told, sent_at=clock.now()
    )


def _write(person: Person, case: AuditCase, members: list[TeamMember], notice: TeamNotice) -> None:
    english = person.language == "en"
    parts = [
        f"{m.person.name} ({ROLES[m.role].en})"
        if english
        else f"{m.person.name}（{ROLES[m.role].zh}）"
        for m in members
    ]
    write_to(
        [person],
        NAMED,
        {"case": case.number, "team": (", " if english else "、").join(parts)},
        owner_id=case.owner_id,
        path=f"/audits/{case.id}/team",
        key=f"team:{notice.id}",
    )
