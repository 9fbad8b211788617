"""The register of interests, the committee's decisions, and declarations."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.kit import clock
from mingjian.programme.models import AuditCase

pytestmark = pytest.mark.django_db

ROOT = "/api/programme"


def register(browser: Client, who: Seat, ours: dict[str, Seat], **values: Any) -> Any:
    body = {
        "person_id": str(who.person.id),
        "client_id": str(ours["CC"].tenant.id),
        "kind": "consultancy",
        "since": "2026-01-01",
        **values,
    }
    return browser.post(f"{ROOT}/interests", body, content_type="application/json")


def decide(browser: Client, row: dict[str, Any], decision: str = "accepted") -> Any:
    body = {"version": row["version"], "decision": decision, "reason": "已由委员会讨论"}
    path = f"{ROOT}/interests/{row['id']}/decide"
    return browser.post(path, body, content_type="application/json")


def sign(browser: Client, name: str, **values: Any) -> Any:
    body = {"signed_name": name, **values}
    return browser.post(f"{ROOT}/declarations", body, content_type="application/json")


def owed(browser: Client) -> Any:
    return browser.get(f"{ROOT}/declarations/owed").json()


def test_everybody_registers_their_own_interests_and_the_office_anybodys(
    manager: Client, ours: dict[str, Seat]
) -> None:
    auditor = signed_in(ours["AU"])
    row = register(auditor, ours["AU"], ours).json()
    assert (row["standing"], row["clause"]) == ("conflict", "ISO/IEC 17021-1:2015 §5.2.10")
    assert register(auditor, ours["LA"], ours).status_code == 403
    assert register(manager, ours["LA"], ours).status_code == 201
    assert auditor.get(f"{ROOT}/interests").json()["total"] == 1
    assert manager.get(f"{ROOT}/interests").json()["total"] == 2
    assert signed_in(ours["CC"]).get(f"{ROOT}/interests").status_code == 403


def test_the_committee_decides_with_a_reason_and_never_on_its_own_member(
    manager: Client, ours: dict[str, Seat]
) -> None:
    row = register(manager, ours["AU"], ours).json()
    decided = decide(signed_in(ours["QS"]), row).json()
    assert (decided["standing"], decided["decided_by"]) == ("clear", ours["QS"].person.name)
    own = register(manager, ours["PM"], ours).json()
    assert decide(manager, own).json()["code"] == "own_interest_decision"
    assert decide(signed_in(ours["AU"]), row).status_code == 403


def test_a_decision_is_open_again_when_what_it_rests_on_changes(
    manager: Client, ours: dict[str, Seat]
) -> None:
    row = decide(manager, register(manager, ours["AU"], ours).json()).json()
    path = f"{ROOT}/interests/{row['id']}"
    body = {"version": row["version"], "details": "又签了一份咨询合同"}
    changed = manager.patch(path, body, content_type="application/json").json()
    assert (changed["decision"], changed["standing"]) == ("open", "conflict")


def test_an_interest_that_ends_before_it_begins_is_refused(
    manager: Client, ours: dict[str, Seat]
) -> None:
    refused = register(manager, ours["AU"], ours, until="2025-01-01")
    assert list(refused.json()["fields"]) == ["until"]


def test_a_declaration_is_signed_with_ones_own_name_once_a_year(ours: dict[str, Seat]) -> None:
    auditor, name = signed_in(ours["AU"]), ours["AU"].person.name
    (due,) = owed(auditor)["mine"]
    assert sign(auditor, "别人").json()["code"] == "signed_name"
    signed = sign(auditor, name).json()
    assert (signed["year"], signed["statement"]) == (
        clock.today("Asia/Shanghai").year,
        due["statement"],
    )
    assert sign(auditor, name).json()["code"] == "already_declared"
    assert owed(auditor)["mine"] == []


def test_the_office_sees_who_has_not_signed(manager: Client, ours: dict[str, Seat]) -> None:
    before = owed(manager)["lacking"]
    sign(signed_in(ours["QS"]), ours["QS"].person.name)
    assert len(owed(manager)["lacking"]) == len(before) - 1
    assert owed(signed_in(ours["AU"]))["lacking"] == []


def test_an_auditor_owes_a_declaration_for_each_audit_and_signs_for_no_other(
    ours: dict[str, Seat], case: AuditCase, staffed: AuditCase
) -> None:
    # The factory's members have signed; the expert is not in the team.
    expert = signed_in(ours["TE"])
    case_id = str(staffed.id)
    assert sign(expert, ours["TE"].person.name, case_id=case_id).status_code == 404
    auditor = signed_in(ours["AU"])
    again = sign(auditor, ours["AU"].person.name, case_id=case_id)
    assert again.json()["code"] == "already_declared"
    items = [item["title"] for item in auditor.get("/api/work").json()]
    assert items.count("签署公正性声明") == 1, "this year's; the audit's is signed"
