"""Audits from opening to leaving: what is told, what may follow, what a gate refuses."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit.access import Viewer
from mingjian.kit.cases import CaseFact, case_facts
from mingjian.kit.keys.models import ContentKey
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, AuditProgramme

pytestmark = pytest.mark.django_db

CASES = "/api/programme/cases"


class KnownFacts:
    """A source that knows what a test tells it."""

    def __init__(self, *facts: CaseFact) -> None:
        self.known = facts

    def facts(self, viewer: Viewer, case_id: UUID) -> Iterator[CaseFact]:
        yield from self.known


def fact(*, is_met: bool, gate: str = "team_set", step: str = "plan") -> CaseFact:
    words = Words("还没有约定语言。", "No language is agreed yet.")
    return CaseFact(key="test.language", step=step, gate=gate, is_met=is_met, words=words)


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(f"{CASES}{path}", body, content_type="application/json")


def change(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    body = {"version": row["version"], **values}
    return browser.patch(f"{CASES}/{row['id']}", body, content_type="application/json")


def shown(browser: Client, case: AuditCase) -> dict[str, Any]:
    row: dict[str, Any] = browser.get(f"{CASES}/{case.id}").json()
    return row


def opened(manager: Client, programme: AuditProgramme, **values: Any) -> Any:
    return post(manager, "", programme_id=str(programme.id), kind="surveillance", **values)


def test_an_audit_takes_schemes_and_scope_from_its_programme_and_the_next_number(
    manager: Client, programme: AuditProgramme
) -> None:
    first, second = opened(manager, programme).json(), opened(manager, programme).json()
    assert first["schemes"] == ["QMS", "EMS"]
    assert first["scope"] == programme.scope
    numbers = [row["number"].rsplit("-", 1) for row in (first, second)]
    assert numbers[0][0] == numbers[1][0]
    assert [int(number) for _, number in numbers] == [1, 2]


def test_an_audit_has_a_key_of_its_own_before_anything_is_sealed(
    manager: Client, programme: AuditProgramme
) -> None:
    row = opened(manager, programme).json()
    assert ContentKey.objects.filter(object_id=row["id"], destroyed_at=None).count() == 1


def test_opening_and_changing_are_journalled_and_concern_the_client(
    manager: Client, ours: dict[str, Seat], programme: AuditProgramme
) -> None:
    row = opened(manager, programme).json()
    change(manager, row, mode="remote")
    with tenant_scope({ours["PM"].tenant.id}):
        entries = Entry.objects.filter(object_id=row["id"]).order_by("seq")
        told = [(entry.action, entry.concerns) for entry in entries]
    client_id = ours["CC"].tenant.id
    assert told == [("case.opened", client_id), ("case.changed", client_id)]


def test_schemes_outside_the_programme_are_refused_at_their_field(
    manager: Client, programme: AuditProgramme
) -> None:
    answer = opened(manager, programme, schemes=["ISMS"])
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["schemes"])
    assert "QMS" in answer.json()["message"]


@pytest.mark.parametrize(
    ("field", "days"),
    [
        ("due_by", {"due_from": "2026-05-02", "due_by": "2026-05-01"}),
        ("ends_on", {"starts_on": "2026-05-02", "ends_on": "2026-05-01"}),
    ],
)
def test_days_out_of_order_are_refused_and_nothing_is_kept(
    manager: Client, case: AuditCase, field: str, days: dict[str, str]
) -> None:
    before = shown(manager, case)
    answer = change(manager, before, **days)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [field])
    assert shown(manager, case)["version"] == before["version"]


def test_the_coordinator_is_somebody_of_the_client(
    manager: Client, ours: dict[str, Seat], case: AuditCase
) -> None:
    row = shown(manager, case)
    wrong = change(manager, row, coordinator_id=str(ours["AU"].person.id))
    assert wrong.json()["code"] == "not_of_the_client"
    right = change(manager, row, coordinator_id=str(ours["CC"].person.id))
    assert right.json()["coordinator_id"] == str(ours["CC"].person.id)


def test_a_stale_form_is_told_who_changed_what(manager: Client, case: AuditCase) -> None:
    row = shown(manager, case)
    change(manager, row, mode="hybrid")
    answer = change(manager, row, mode="remote")
    assert answer.status_code == 409
    assert answer.json()["params"]["current"]["mode"] == "hybrid"


def test_a_gate_refuses_with_every_missing_sentence(manager: Client, case: AuditCase) -> None:
    with case_facts.replaced_by(KnownFacts(fact(is_met=False))):
        answer = post(manager, f"/{case.id}/advance", to="team_set")
    assert (answer.status_code, answer.json()["code"]) == (409, "case_not_ready")
    assert answer.json()["params"]["missing"] == ["还没有约定语言。"]
    assert shown(manager, case)["state"] == "planned"


def test_a_gate_opens_once_nothing_is_missing(manager: Client, case: AuditCase) -> None:
    with case_facts.replaced_by(KnownFacts(fact(is_met=True))):
        assert post(manager, f"/{case.id}/advance", to="team_set").json()["state"] == "team_set"


def test_another_gates_facts_hold_nothing_up(manager: Client, case: AuditCase) -> None:
    with case_facts.replaced_by(KnownFacts(fact(is_met=False, gate="plan_issued"))):
        assert post(manager, f"/{case.id}/advance", to="team_set").status_code == 200


def test_no_state_is_skipped(manager: Client, case: AuditCase) -> None:
    answer = post(manager, f"/{case.id}/advance", to="plan_accepted")
    assert (answer.status_code, answer.json()["code"]) == (409, "case_state")


def test_the_steps_say_where_the_audit_stands_and_what_is_missing(
    manager: Client, case: AuditCase
) -> None:
    with case_facts.replaced_by(KnownFacts(fact(is_met=False, step="feasibility"))):
        steps = shown(manager, case)["steps"]
    assert [step["state"] for step in steps] == ["done", "current"] + ["waiting"] * 5
    assert steps[1]["missing"] == 1


def test_what_is_missing_waits_for_the_role_that_can_mend_it(
    manager: Client, ours: dict[str, Seat], case: AuditCase
) -> None:
    def waits_for(browser: Client) -> list[str]:
        items = browser.get("/api/work").json()
        return [item["title"] for item in items if case.number in item["subject"]]

    told = "还没有约定语言。"
    missing = replace(fact(is_met=False, step="feasibility"), role="PM")
    with case_facts.replaced_by(KnownFacts(missing)):
        assert waits_for(manager) == [told]
        assert waits_for(signed_in(ours["REV"])) == []


def test_a_postponed_audit_goes_on_where_it_stood(manager: Client, case: AuditCase) -> None:
    with case_facts.replaced_by():
        post(manager, f"/{case.id}/advance", to="team_set")
    postponed = post(manager, f"/{case.id}/postpone", reason="客户停产检修").json()
    assert (postponed["state"], postponed["state_reason"]) == ("postponed", "客户停产检修")
    assert {step["state"] for step in postponed["steps"]} == {"stopped"}
    assert post(manager, f"/{case.id}/resume").json()["state"] == "team_set"


def test_leaving_needs_a_reason(manager: Client, case: AuditCase) -> None:
    for verb in ("postpone", "cancel", "end-early"):
        assert post(manager, f"/{case.id}/{verb}", reason=" ").status_code == 422


def test_a_cancelled_audit_is_closed_for_good(manager: Client, case: AuditCase) -> None:
    row = post(manager, f"/{case.id}/cancel", reason="合同终止").json()
    assert (row["state"], row["is_closed"]) == ("cancelled", True)
    assert change(manager, row, mode="remote").json()["code"] == "case_closed"
    assert manager.get(CASES).json()["total"] == 0
    assert manager.get(CASES, {"state": "any"}).json()["total"] == 1


def test_an_audit_that_has_not_begun_cannot_end_early(manager: Client, case: AuditCase) -> None:
    assert post(manager, f"/{case.id}/end-early", reason="x").json()["code"] == "case_state"


def test_a_past_audit_is_history_with_its_team_and_cannot_be_changed(
    manager: Client, ours: dict[str, Seat], programme: AuditProgramme
) -> None:
    past = post(
        manager,
        "/past",
        programme_id=str(programme.id),
        kind="stage_2",
        starts_on="2024-04-01",
        ends_on="2024-04-03",
        team=[{"person_id": str(ours["LA"].person.id), "role": "LA"}],
    ).json()
    assert (past["state"], [each["name"] for each in past["team"]]) == (
        "archived",
        [ours["LA"].person.name],
    )
    assert change(manager, past, mode="remote").json()["code"] == "case_closed"


def test_a_past_audit_needs_its_days_and_people_of_the_body(
    manager: Client, ours: dict[str, Seat], programme: AuditProgramme
) -> None:
    body = {"programme_id": str(programme.id), "kind": "stage_2"}
    assert list(post(manager, "/past", **body).json()["fields"]) == ["starts_on"]
    days = {"starts_on": "2024-04-01", "ends_on": "2024-04-03"}
    stranger = [{"person_id": str(ours["CC"].person.id), "role": "LA"}]
    assert post(manager, "/past", **body, **days, team=stranger).status_code == 422


def test_the_list_is_found_by_name_initials_and_number_and_leaves_as_a_workbook(
    manager: Client, case: AuditCase
) -> None:
    for search in ("蓝海", "lhjm", case.number[-4:]):
        assert manager.get(CASES, {"search": search}).json()["total"] == 1
    assert manager.get(CASES, {"search": "青禾"}).json()["total"] == 0
    book = load_workbook(BytesIO(manager.get(CASES, {"format": "xlsx"}).content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert rows[1][0] == case.number


def test_search_finds_an_audit_for_those_who_may_see_it(
    manager: Client, ours: dict[str, Seat], case: AuditCase
) -> None:
    def kinds(browser: Client) -> list[str]:
        groups = browser.get("/api/search", {"q": case.number}).json()
        return [group["kind"] for group in groups if group["hits"]]

    assert "cases" in kinds(manager)
    assert "cases" not in kinds(signed_in(ours["AU"]))
