"""The client objects to a member; the body replaces the member or keeps them with a reason."""

from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.kit.words import Words
from mingjian.programme.errors.team import ObjectionAnsweredError, ObjectionOpenError
from mingjian.programme.events import MemberObjected
from mingjian.programme.letters.team import ANSWERED, write_to
from mingjian.programme.models import AuditCase, Objection, ObjectionState, TeamMember
from mingjian.programme.queries.contacts import client_contacts
from mingjian.programme.queries.objections import objection_view
from mingjian.programme.services.cases import locked_case
from mingjian.programme.services.teams import release_member

OUTCOMES: dict[str, Words] = {
    ObjectionState.REPLACED: Words("更换该成员", "the member is replaced"),
    ObjectionState.KEPT: Words("维持该成员", "the member stays"),
}


def object_to_member(*, viewer: Viewer, case: AuditCase, member_id: UUID, ground: str) -> Objection:
    """Say against whom and why; the plan waits until it is answered."""
    member = TeamMember.objects.filter(id=member_id, case=case, ended_at=None).first()
    if member is None:
        raise NotFound
    row = Objection(owner_id=case.owner_id, member=member, ground=ground)
    row.raised_by = row.changed_by = name_of(viewer)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise ObjectionOpenError from None
        announce(MemberObjected(owner_id=case.owner_id, case_id=case.id, objection_id=row.id))
        record(viewer, "objection.raised", row, reason=ground)
    return row


def answer_objection(
    *, viewer: Viewer, objection_id: UUID, version: int, replaced: bool, answer: str
) -> Objection:
    """Answer with a reason; a member who is to be replaced leaves the team at once."""
    with transaction.atomic():
        row = locked_objection(viewer, objection_id)
        if row.state != ObjectionState.OPEN:
            raise ObjectionAnsweredError
        values = {
            "state": ObjectionState.REPLACED if replaced else ObjectionState.KEPT,
            "answer": answer,
            "answered_by": name_of(viewer),
            "answered_at": clock.now(),
        }
        before = change(row, viewer=viewer, version=version, values=values, view=objection_view)
        if replaced:
            member = row.member
            release_member(
                viewer=viewer, member_id=member.id, version=member.version, reason=answer
            )
        _tell(viewer, row)
        record(viewer, "objection.answered", row, before=before, reason=answer)
    return row


def locked_objection(viewer: Viewer, objection_id: UUID) -> Objection:
    found = Objection.objects.select_related("member").filter(id=objection_id).first()
    if found is None:
        raise NotFound
    locked_case(viewer, found.member.case_id)
    rows = Objection.objects.select_for_update(of=("self",))
    return rows.select_related("member", "member__case", "member__person").get(id=objection_id)


def _tell(viewer: Viewer, row: Objection) -> None:
    """Both wordings of the outcome: the reader's language decides in the letter."""
    case = row.member.case
    for person in client_contacts(viewer, case):
        outcome = OUTCOMES[row.state]
        write_to(
            [person],
            ANSWERED,
            {
                "case": case.number,
                "member": row.member.person.name,
                "outcome": outcome.en if person.language == "en" else outcome.zh,
                "answer": row.answer,
            },
            owner_id=row.owner_id,
            path=f"/audits/{case.id}/team",
            key=f"objection:{row.id}",
        )
