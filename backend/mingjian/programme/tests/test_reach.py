"""Who reaches which audit: by body, by team, by client, by authority — and in which role."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, seat, signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.services import release_member
from mingjian.programme.tests.factories import join

pytestmark = pytest.mark.django_db

CASES = "/api/programme/cases"


def total(who: Seat) -> int:
    listed: int = signed_in(who).get(CASES).json()["total"]
    return listed


def patch(browser: Client, case: AuditCase, **values: Any) -> int:
    body = {"version": 1, **values}
    answer = browser.patch(f"{CASES}/{case.id}", body, content_type="application/json")
    return answer.status_code


@pytest.mark.parametrize("role", ["ADM", "PM", "REV", "DM", "QS"])
def test_the_bodys_office_sees_every_audit(
    ours: dict[str, Seat], case: AuditCase, role: str
) -> None:
    assert total(ours[role]) == 1


@pytest.mark.parametrize("role", ["LA", "AU", "TE", "OBS"])
def test_auditors_see_the_audits_whose_team_they_are_in_and_no_other(
    ours: dict[str, Seat], case: AuditCase, role: str
) -> None:
    browser = signed_in(ours[role])
    assert total(ours[role]) == 0
    assert browser.get(f"{CASES}/{case.id}").status_code == 404
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        member = join(acting, case, ours[role].person.id, role)
    assert total(ours[role]) == 1
    assert browser.get(f"{CASES}/{case.id}").status_code == 200
    with tenant_scope(acting.owners):
        release_member(viewer=acting, member_id=member.id, version=member.version, reason="调离")
    assert total(ours[role]) == 0


def test_a_lead_auditor_by_login_who_is_an_auditor_here_has_an_auditors_rights_here(
    ours: dict[str, Seat], case: AuditCase
) -> None:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        join(acting, case, ours["LA"].person.id, "AU")
        join(acting, case, ours["AU"].person.id, "LA")
    assert patch(signed_in(ours["LA"]), case, scope="改") == 403
    assert patch(signed_in(ours["AU"]), case, scope="改") == 200


def test_a_client_sees_its_own_audits_and_no_other_clients(
    ours: dict[str, Seat], case: AuditCase
) -> None:
    other = seat(ours["ADM"], "CC", tenant=engage(ours["ADM"], name="青禾食品有限公司"))
    assert total(ours["CC"]) == 1
    assert total(other) == 0
    assert signed_in(other).get(f"{CASES}/{case.id}").status_code == 404
    assert patch(signed_in(ours["CC"]), case, scope="改") == 403


def test_a_client_whose_engagement_ended_sees_nothing_any_more(
    ours: dict[str, Seat], case: AuditCase
) -> None:
    client_id = ours["CC"].tenant.id
    signed_in(ours["ADM"]).post(
        f"/api/identity/organisations/{client_id}/end",
        {"reason": "合同终止"},
        content_type="application/json",
    )
    assert total(ours["CC"]) == 0


def test_an_authority_reads_audits_and_changes_none(ours: dict[str, Seat], case: AuditCase) -> None:
    browser = signed_in(ours["REG"])
    assert browser.get(f"{CASES}/{case.id}").status_code == 200
    assert patch(browser, case, scope="改") == 403


def test_another_body_finds_nothing(theirs: dict[str, Seat], case: AuditCase) -> None:
    for role in ("ADM", "PM", "LA", "CC", "REG"):
        assert total(theirs[role]) == 0
        assert signed_in(theirs[role]).get(f"{CASES}/{case.id}").status_code == 404
