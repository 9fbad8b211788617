"""Both sides take confidentiality on in each audit, in words that are kept (S13)."""

from typing import Any

import pytest

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.services.cases import update_case
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Seats = dict[str, Seat]


@pytest.fixture
def remote(ours: Seats, staffed: AuditCase) -> AuditCase:
    """A remote audit with two auditors and the client's coordinator."""
    acting = viewer(ours["PM"])
    values = {"mode": "hybrid", "coordinator_id": ours["CC"].person.id}
    with behind_the_walls():
        staffed.refresh_from_db()
    with tenant_scope(acting.owners):
        return update_case(
            viewer=acting, case_id=staffed.id, version=staffed.version, values=values
        )


def undertakings(who: Seat, case: AuditCase) -> Any:
    return signed_in(who).get(f"/api/evidence/cases/{case.id}/undertakings").json()


def undertake(who: Seat, case: AuditCase) -> Any:
    path = f"/api/evidence/cases/{case.id}/undertakings"
    return signed_in(who).post(path, {}, "application/json")


def gate(who: Seat, case: AuditCase) -> Any:
    facts = signed_in(who).get(f"/api/programme/cases/{case.id}").json()["facts"]
    return next(each for each in facts if each["key"] == "confidentiality.undertaken")


def test_the_audit_is_not_opened_before_everybody_has_given_their_word(
    ours: Seats, remote: AuditCase
) -> None:
    assert len(undertakings(ours["LA"], remote)["missing"]) == 3
    assert gate(ours["LA"], remote)["is_met"] is False
    for role in ("LA", "AU", "CC"):
        assert undertake(ours[role], remote).status_code == 201

    assert undertakings(ours["CC"], remote)["missing"] == []
    assert gate(ours["LA"], remote)["is_met"] is True


def test_each_side_takes_on_its_own_words_which_are_kept_with_their_edition(
    ours: Seats, remote: AuditCase
) -> None:
    undertake(ours["LA"], remote)
    given = undertake(ours["CC"], remote).json()["given"]

    assert [each["side"] for each in given] == ["body", "client"]
    assert given[0]["text"] != given[1]["text"]
    assert all(each["stamp"].startswith("confidentiality@2026#") for each in given)


def test_whoever_only_looks_on_owes_no_word(ours: Seats, remote: AuditCase) -> None:
    assert undertake(ours["QS"], remote).status_code == 403
    assert undertakings(ours["QS"], remote)["is_owed"] is False
