"""Qualifications, an interest, an absence, an objection, and a colleague who can take over."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mingjian.identity.services import add_person, grant_membership
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import Qualification
from mingjian.programme.services.absences import enter_absence
from mingjian.programme.services.impartiality import register_interest
from mingjian.programme.services.objections import object_to_member
from mingjian.programme.tests.factories import qualify

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    manager, auditor = viewer(world.ours["PM"]), world.person
    with tenant_scope(manager.owners):
        interest = register_interest(
            viewer=manager,
            person_id=auditor.id,
            client_id=world.client.id,
            values={"kind": "other", "since": date(2025, 1, 1)},
        )
        absence = enter_absence(
            viewer=manager,
            person_id=auditor.id,
            values={"kind": "leave", "first": date(2027, 5, 3), "last": date(2027, 5, 7)},
        )
        member = world.case.team.get(role="AU")
        objection = object_to_member(
            viewer=manager, case=world.case, member_id=member.id, ground="曾为本公司咨询"
        )
        qualification = Qualification.objects.filter(person=auditor).first()
        assert qualification
        return {
            "qualification_id": qualification.id,
            "interest_id": interest.id,
            "absence_id": absence.id,
            "objection_id": objection.id,
            "lead_id": world.case.team.get(role="LA").id,
            "spare": _colleague(world),
        }


def _colleague(world: World) -> Any:
    """Qualified, and on no audit yet."""
    founder, manager = viewer(world.ours["ADM"]), viewer(world.ours["PM"])
    with tenant_scope(founder.owners):
        email = "spare@body.example"
        person = add_person(viewer=founder, tenant_id=founder.tenant_id, name="接替者", email=email)
        grant_membership(viewer=founder, person_id=person.id, role="AU")
        qualify(manager, person.id, "AU")
        return person.id
