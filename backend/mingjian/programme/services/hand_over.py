"""A leaver's or an absent person's work goes to colleagues in one step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.team import HandOverToSelfError, NothingToHandOverError
from mingjian.programme.letters.team import HANDED_OVER, LEFT, write_to
from mingjian.programme.models import (
    AuditProgramme,
    HandOver,
    PlanItem,
    PlanState,
    TeamMember,
)
from mingjian.programme.queries.contacts import managers
from mingjian.programme.queries.open_work import Piece, open_work
from mingjian.programme.queries.programmes import programme_view
from mingjian.programme.services.competence import person_of_body
from mingjian.programme.services.teams import add_member, locked_member, release_member


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """One piece of work and who takes it."""

    kind: str
    id: UUID
    to: UUID
    override_reason: str = ""


def hand_over(*, viewer: Viewer, person_id: UUID, gifts: Sequence[Gift], reason: str) -> HandOver:
    """All or nothing: each piece is given if its taker suits it, and both sides are written to."""
    giver = Person.objects.filter(id=person_id, owner_id=viewer.tenant_id).first()
    if giver is None:
        raise NotFound
    with transaction.atomic():
        held = {(piece.kind, piece.id): piece for piece in open_work(giver.owner_id, giver.id)}
        if not gifts or any((gift.kind, gift.id) not in held for gift in gifts):
            raise NothingToHandOverError
        row = HandOver(
            owner_id=giver.owner_id,
            giver=giver,
            reason=reason,
            made_by=name_of(viewer),
            made_at=clock.now(),
        )
        takers = {gift.to: _taker(viewer, giver, gift.to) for gift in gifts}
        for gift in gifts:
            GIVERS[gift.kind](viewer, gift, reason)
            row.pieces.append(_written(held[gift.kind, gift.id], takers[gift.to]))
        row.save(force_insert=True)
        _tell(row, giver, takers)
        record(viewer, "work.handed_over", row, reason=reason)
    return row


def tell_of_leaver(*, viewer: Viewer, person_id: UUID) -> None:
    """Somebody was deactivated who still holds work: the programme managers hear of it."""
    person = Person.objects.get(id=person_id, owner_id=viewer.tenant_id)
    count = len(open_work(person.owner_id, person.id))
    if person.is_active or not count:
        return
    write_to(
        managers(person.owner_id),
        LEFT,
        {"leaver": person.name, "count": str(count)},
        owner_id=person.owner_id,
        path=f"/schedule?handover={person.id}",
        key=f"leaver:{person.id}:{person.version}",
    )


def _taker(viewer: Viewer, giver: Person, person_id: UUID) -> Person:
    if person_id == giver.id:
        raise HandOverToSelfError
    return person_of_body(viewer, person_id)


def _give_place(viewer: Viewer, gift: Gift, reason: str) -> None:
    """The taker joins with the same role, schemes, codes and days; draft plan items follow."""
    old = locked_member(viewer, gift.id)
    names = "schemes", "codes", "days", "is_remote"
    values = {name: getattr(old, name) for name in names}
    release_member(viewer=viewer, member_id=old.id, version=old.version, reason=reason)
    new = add_member(
        viewer=viewer,
        case_id=old.case_id,
        person_id=gift.to,
        role=old.role,
        values=values | {"override_reason": gift.override_reason},
    )
    _give_items(viewer, old, new, reason)


def _give_items(viewer: Viewer, old: TeamMember, new: TeamMember, reason: str) -> None:
    """Items of a draft; what was issued changes by a new version of the plan only."""
    rows = PlanItem.objects.select_for_update(of=("self",)).filter(
        plan__case_id=old.case_id, plan__state=PlanState.DRAFT
    )
    for item in rows:
        if str(old.id) not in map(str, item.members):
            continue
        before = item.digest()
        item.members = [str(new.id) if str(m) == str(old.id) else str(m) for m in item.members]
        item.version += 1
        item.changed_by = name_of(viewer)
        item.save()
        record(viewer, "plan_item.handed_over", item, before=before, reason=reason)


def _give_programme(viewer: Viewer, gift: Gift, reason: str) -> None:
    rows = AuditProgramme.objects.select_for_update(of=("self",)).select_related("client")
    row = rows.get(id=gift.id, owner_id=viewer.tenant_id)
    values = {"manager_id": gift.to}
    before = change(row, viewer=viewer, version=row.version, values=values, view=programme_view)
    record(viewer, "programme.changed", row, before=before, reason=reason)


GIVERS: Mapping[str, Callable[[Viewer, Gift, str], None]] = {
    "member": _give_place,
    "programme": _give_programme,
}
"""Kind of work → how it changes hands."""


def _written(piece: Piece, taker: Person) -> dict[str, str]:
    return {
        "kind": piece.kind,
        "id": str(piece.id),
        "title": piece.title.zh,
        "title_en": piece.title.en,
        "to": str(taker.id),
        "name": taker.name,
    }


def _tell(row: HandOver, giver: Person, takers: Mapping[UUID, Person]) -> None:
    for taker in takers.values():
        for reader in filter(lambda person: person.is_active, (giver, taker)):
            title = "title_en" if reader.language == "en" else "title"
            work = "；".join(each[title] for each in row.pieces if each["to"] == str(taker.id))
            write_to(
                [reader],
                HANDED_OVER,
                {"giver": giver.name, "taker": taker.name, "work": work, "reason": row.reason},
                owner_id=row.owner_id,
                path="/",
                key=f"hand-over:{row.id}:{taker.id}",
            )
