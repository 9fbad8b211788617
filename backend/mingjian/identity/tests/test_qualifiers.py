"""Every bracket of the matrix lets through what it names, and nothing else. All through HTTP."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from mingjian.identity.authority import AuditRole, audit_roles
from mingjian.identity.predicates import QUALIFIERS
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, seat, signed_in
from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7

pytestmark = [pytest.mark.django_db, pytest.mark.urls("mingjian.identity.tests.probes")]

ME, MINE, SOMEBODY = "me", "mine", str(uuid7())
"""Placeholders in the facts below: the person, the person's organisation, anybody else."""

CASES: dict[str, tuple[str, str, str, dict[str, Any], dict[str, Any]]] = {
    # qualifier: role, object, right, facts under which it is admitted, and refused
    "own": ("CC", "evidence", "R", {"party_id": MINE}, {"party_id": SOMEBODY}),
    "own item": ("CG", "plan", "R", {"people": [ME]}, {"people": [SOMEBODY]}),
    "assigned": ("TE", "evidence", "R", {"assigned": [ME]}, {"assigned": [SOMEBODY]}),
    "asked": ("TE", "sessions", "C", {"asked": [ME]}, {"asked": [SOMEBODY]}),
    "sample": ("QS", "evidence", "R", {"is_in_sample": True}, {"is_in_sample": False}),
    "live only": ("OBS", "evidence", "R", {"is_live": True}, {"is_live": False}),
    "by request": ("REG", "evidence", "R", {"requested_by": [MINE]}, {"requested_by": [SOMEBODY]}),
    "draft": ("TE", "findings", "C", {"state": "draft"}, {"state": "raised"}),
    "issued": ("CC", "report", "R", {"state": "issued"}, {"state": "draft"}),
    "unapproved": ("ADM", "rule_packs", "U", {"state": "unapproved"}, {"state": "approved"}),
    "sum": ("REG", "risk", "R", {"aspect": "sum"}, {"aspect": "rows"}),
    "object": ("CC", "team", "U", {"aspect": "object"}, {"aspect": "members"}),
    "consent": ("CC", "sessions", "C", {"aspect": "consent"}, {"aspect": "capture"}),
    "population": ("CC", "sampling", "C", {"aspect": "population"}, {"aspect": "draw"}),
    "proof": ("REG", "sampling", "R", {"aspect": "proof"}, {"aspect": "draw"}),
    "respond": ("CC", "findings", "U", {"aspect": "respond"}, {"aspect": "grade"}),
    "counts": ("REG", "findings", "R", {"aspect": "counts"}, {"aspect": "wording"}),
    "result": ("CC", "decision", "R", {"aspect": "result"}, {"aspect": "notes"}),
    "cert": ("REG", "deletion", "R", {"aspect": "cert"}, {"aspect": "inventory"}),
}


def person_in(role: str, ours: Seat) -> Seat:
    """Somebody in that role, of an organisation of the right kind."""
    if role == "ADM":
        return ours
    kind = {"CC": "client", "CG": "client", "REG": "authority"}.get(role)
    return seat(ours, role, tenant=engage(ours, kind=kind) if kind else None)


def probe(who: Seat, object_: str, right: str, facts: dict[str, Any]) -> int:
    names = {ME: str(who.person.id), MINE: str(who.tenant.id)}

    def named(value: Any) -> Any:
        if isinstance(value, list):
            return [names.get(each, each) for each in value]
        return names.get(value, value)

    body = {name: named(value) for name, value in facts.items()}
    return signed_in(who).post(f"/probe/{object_}/{right}", body, "application/json").status_code


def test_every_qualifier_has_a_case() -> None:
    assert set(CASES) == set(QUALIFIERS)


@pytest.mark.parametrize("qualifier", CASES)
def test_a_qualifier_admits_what_it_names_and_refuses_the_rest(qualifier: str, ours: Seat) -> None:
    role, object_, right, admitted, refused = CASES[qualifier]
    who = person_in(role, ours)
    assert probe(who, object_, right, admitted) == 204
    assert probe(who, object_, right, refused) == 403
    assert probe(who, object_, right, {}) == 403


def test_ones_own_person_is_ones_own(ours: Seat) -> None:
    auditor = seat(ours, "AU")
    assert probe(auditor, "team", "U", {"people": [ME]}) == 204
    assert probe(auditor, "team", "U", {"people": [SOMEBODY]}) == 403


def test_a_quality_officer_does_not_review_the_own_team(ours: Seat) -> None:
    facts = {"is_in_sample": True, "team": [ME]}
    assert probe(seat(ours, "QS"), "evidence", "R", facts) == 403


def test_a_right_without_a_bracket_asks_for_no_facts(ours: Seat) -> None:
    assert probe(ours, "people", "C", {}) == 204


def test_a_role_without_the_right_is_refused_whatever_the_facts(ours: Seat) -> None:
    auditor = seat(ours, "AU")
    assert probe(auditor, "decision", "A", {"people": [ME], "is_live": True}) == 403
    assert probe(ours, "evidence", "R", {"people": [ME], "is_in_sample": True}) == 403


def test_nobody_is_refused_as_nobody() -> None:
    assert Client().post("/probe/people/R", {}, "application/json").status_code == 401


class OneAuditRole:
    """A stage that appointed one person to one audit."""

    def __init__(self, person: UUID, role: str, audit_id: UUID) -> None:
        self.person, self.held = person, AuditRole(role, audit_id)

    def roles(self, viewer: Viewer) -> list[AuditRole]:
        return [self.held] if viewer.person_id == self.person else []


def test_a_role_on_one_audit_holds_on_that_audit_only(ours: Seat) -> None:
    expert, audit = seat(ours, "TE"), uuid7()
    facts = {"audit_id": str(audit)}
    assert probe(expert, "findings", "A", facts) == 403
    with audit_roles.replaced_by(OneAuditRole(expert.person.id, "LA", audit)):
        assert probe(expert, "findings", "A", facts) == 204
        assert probe(expert, "findings", "A", {"audit_id": SOMEBODY}) == 403
        assert probe(expert, "findings", "A", {}) == 403
        assert probe(seat(ours, "TE"), "findings", "A", facts) == 403
