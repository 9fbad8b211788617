"""Who has taken on the confidentiality of an audit, and who still has to."""

from typing import Any

from mingjian.evidence.models import Side, Undertaking
from mingjian.evidence.queries.deletion_rules import wording_of
from mingjian.identity.models import Person
from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.contacts import coordinator_of
from mingjian.programme.rules.case_states import CLOSED


def bound_people(viewer: Viewer, case: AuditCase) -> list[tuple[str, Person]]:
    """Whose word is needed: every member of the team, and the client's coordinator."""
    people = [(Side.BODY.value, member.person) for member in team_of(case)]
    coordinator = coordinator_of(viewer, case)
    if coordinator:
        people.append((Side.CLIENT.value, coordinator))
    return people


def undertakings(case: AuditCase) -> list[Undertaking]:
    return list(Undertaking.objects.filter(case=case).order_by("given_at", "id"))


def missing_undertakings(viewer: Viewer, case: AuditCase) -> list[tuple[str, Person]]:
    """An earlier edition of the wording counts; once the audit is over nobody is asked."""
    if case.state in CLOSED:
        return []
    given = set(Undertaking.objects.filter(case=case).values_list("person_id", flat=True))
    return [(side, each) for side, each in bound_people(viewer, case) if each.id not in given]


def undertakings_view(viewer: Viewer, case: AuditCase) -> dict[str, Any]:
    wording = wording_of(viewer, case)
    missing = missing_undertakings(viewer, case)
    own = wording.client if viewer.tenant_id == case.client_id else wording.body
    return {
        "stamp": wording.stamp,
        "own_text": str(own),
        "is_owed": any(person.id == viewer.person_id for _, person in missing),
        "missing": [{"side": side, "name": person.name} for side, person in missing],
        "given": [
            {
                "side": row.side,
                "name": row.person_name,
                "stamp": row.stamp,
                "text": row.text,
                "given_at": row.given_at,
            }
            for row in undertakings(case)
        ],
    }
