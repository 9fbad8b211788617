"""Sites with people who can be there, and teams with one lead auditor."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services import deactivate_person
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase

pytestmark = pytest.mark.django_db

SITES, CASES = "/api/programme/sites", "/api/programme/cases"


def add_site(manager: Client, ours: dict[str, Seat], **values: Any) -> Any:
    body = {"client_id": str(ours["CC"].tenant.id), "name": "三水分厂", **values}
    return manager.post(SITES, body, content_type="application/json")


def join(manager: Client, case: AuditCase, who: Seat, role: str, **values: Any) -> Any:
    body = {"person_id": str(who.person.id), "role": role, **values}
    return manager.post(f"{CASES}/{case.id}/team", body, content_type="application/json")


@pytest.mark.parametrize(
    ("headcount", "field"),
    [
        ({"full_time": -1, "contractors": 2}, "full_time"),
        ({"full_time": 1_000_001}, "full_time"),
        ({"part_time": 3, "part_time_hours": 25}, "part_time_hours"),
        ({"full_time": 10, "repetitive": 11}, "repetitive"),
        ({"full_time": 10, "shifts": [8, 1]}, "shifts"),
    ],
)
def test_a_headcount_that_cannot_be_is_refused_with_its_entry(
    manager: Client, ours: dict[str, Seat], headcount: dict[str, Any], field: str
) -> None:
    answer = add_site(manager, ours, headcount=headcount)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, [f"headcount.{field}"])
    assert manager.get(SITES).json()["total"] == 0


def test_a_site_counts_its_people_and_is_changed_closed_and_reopened(
    manager: Client, ours: dict[str, Seat]
) -> None:
    site = add_site(manager, ours, headcount={"full_time": 20, "contractors": 3}).json()
    assert site["people"] == 23
    path = f"{SITES}/{site['id']}"
    changed = manager.patch(path, {"version": 1, "zone": "Asia/Urumqi"}, "application/json").json()
    assert (changed["zone"], changed["people"]) == ("Asia/Urumqi", 23)
    closed = manager.post(f"{path}/close", {"version": 2, "reason": "搬迁"}, "application/json")
    assert closed.json()["is_active"] is False
    reopened = manager.post(f"{path}/reopen", {"version": 3}, "application/json")
    assert reopened.json()["is_active"] is True


def test_a_name_or_zone_that_cannot_be_is_said_at_its_field(
    manager: Client, ours: dict[str, Seat]
) -> None:
    add_site(manager, ours)
    assert add_site(manager, ours).json()["code"] == "site_name_taken"
    assert list(add_site(manager, ours, name="别处", zone="Mars/Base").json()["fields"]) == ["zone"]


def test_sites_are_those_of_clients_whom_the_body_engages(
    manager: Client, theirs: dict[str, Seat]
) -> None:
    assert add_site(manager, theirs).json()["code"] == "client_not_engaged"


def test_a_team_has_one_lead_auditor_and_everybody_once(
    manager: Client, ours: dict[str, Seat], case: AuditCase
) -> None:
    assert join(manager, case, ours["LA"], "LA").status_code == 201
    assert join(manager, case, ours["AU"], "LA").json()["code"] == "lead_auditor_exists"
    assert join(manager, case, ours["LA"], "AU").json()["code"] == "already_in_team"
    member = join(manager, case, ours["AU"], "AU").json()
    path = f"{CASES}/team/{member['id']}"
    wrong = manager.patch(path, {"version": 1, "role": "LA"}, "application/json")
    assert wrong.json()["code"] == "lead_auditor_exists"


def test_a_lead_auditor_who_left_makes_room_for_the_next(
    manager: Client, ours: dict[str, Seat], case: AuditCase
) -> None:
    member = join(manager, case, ours["LA"], "LA").json()
    path = f"{CASES}/team/{member['id']}/release"
    left = manager.post(path, {"version": 1, "reason": "生病"}, "application/json").json()
    assert left["ended_reason"] == "生病"
    assert join(manager, case, ours["AU"], "LA").status_code == 201
    team = manager.get(f"{CASES}/{case.id}/team").json()
    assert [each["role"] for each in team] == ["LA"]


def test_team_members_are_active_people_of_the_body(
    manager: Client, ours: dict[str, Seat], theirs: dict[str, Seat], case: AuditCase
) -> None:
    assert join(manager, case, ours["CC"], "OBS").json()["code"] == "not_of_the_body"
    assert join(manager, case, theirs["AU"], "AU").json()["code"] == "not_of_the_body"
    administrator, person = viewer(ours["ADM"]), ours["AU"].person
    with tenant_scope(administrator.owners):
        person.refresh_from_db()
        deactivate_person(
            viewer=administrator, person_id=person.id, version=person.version, reason="离职"
        )
    assert join(manager, case, ours["AU"], "AU").json()["code"] == "not_of_the_body"


def test_a_member_audits_schemes_of_the_case_only(
    manager: Client, ours: dict[str, Seat], case: AuditCase
) -> None:
    answer = join(manager, case, ours["AU"], "AU", schemes=["ISMS"])
    assert list(answer.json()["fields"]) == ["schemes"]
