"""Administrators keep the people of their body and of the organisations it engages."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, seat, signed_in
from mingjian.journal.models import Entry
from mingjian.kit.ids import uuid7
from mingjian.kit.outbox.models import Announcement
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

PEOPLE = "/api/identity/people"


def add(browser: Client, **values: Any) -> Any:
    values = {"name": "林若溪", "email": "Lin@Body.example"} | values
    return browser.post(PEOPLE, values, content_type="application/json")


def patch(browser: Client, person: dict[str, Any], **values: Any) -> Any:
    values = {"version": person["version"]} | values
    return browser.patch(f"{PEOPLE}/{person['id']}", values, content_type="application/json")


def post(browser: Client, person: dict[str, Any], verb: str, **values: Any) -> Any:
    return browser.post(f"{PEOPLE}/{person['id']}/{verb}", values, content_type="application/json")


def test_an_added_person_is_listed_with_the_bodys_zone_and_language(admin: Client) -> None:
    answer = add(admin, phone="+86 138 0000 1111")
    assert answer.status_code == 201
    person = answer.json()
    assert person["email"] == "lin@body.example"
    assert (person["zone"], person["language"]) == ("Asia/Shanghai", "zh-hans")
    assert person["has_account"] is False
    assert person in admin.get(PEOPLE).json()["items"]


def test_adding_is_journalled_and_announced(admin: Client, ours: Seat) -> None:
    person = add(admin).json()
    with tenant_scope({ours.tenant.id}):
        entry = Entry.objects.filter(owner_id=ours.tenant.id).latest("seq")
        announced = Announcement.objects.latest("id")
    assert (entry.action, str(entry.object_id)) == ("person.added", person["id"])
    assert (entry.actor, entry.role) == (f"person:{ours.person.id}", "ADM")
    assert (announced.name, announced.fields["person_id"]) == ("identity.PersonAdded", person["id"])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("zh-hans", "该机构已有人使用此邮箱"), ("en", "already has this address")],
)
def test_a_second_person_with_the_same_address_is_refused(
    ours: Seat, language: str, sentence: str
) -> None:
    browser = signed_in(ours, language=language)
    add(browser)
    answer = add(browser, email="LIN@body.example")
    assert answer.status_code == 409
    assert sentence in answer.json()["message"]
    assert sentence in answer.json()["fields"]["email"]
    assert browser.get(PEOPLE).json()["total"] == 2


def test_the_same_address_is_free_in_another_body(admin: Client, theirs: Seat) -> None:
    assert add(admin).status_code == 201
    assert add(signed_in(theirs)).status_code == 201


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "名" * 201),
        ("name", "两\n行"),
        ("name", "a\x00b"),
        ("email", "nobody"),
        ("email", "a@b.example, c@d.example"),
        ("phone", "call me"),
        ("zone", "Asia/Atlantis"),
        ("language", "fr"),
        ("salary", "9000"),
    ],
)
def test_bad_entries_are_named_and_nothing_is_written(
    admin: Client, field: str, value: str
) -> None:
    answer = add(admin, **{field: value})
    assert answer.status_code == 422
    assert field in answer.json()["fields"]
    assert admin.get(PEOPLE).json()["total"] == 1


def test_emoji_and_rare_characters_are_names_too(admin: Client) -> None:
    assert add(admin, name="𠮷野 🦊").json()["name"] == "𠮷野 🦊"


def test_a_change_counts_the_version_up(admin: Client) -> None:
    person = add(admin).json()
    changed = patch(admin, person, name="林若曦", email="NEW@body.example").json()
    assert (changed["name"], changed["email"]) == ("林若曦", "new@body.example")
    assert changed["version"] == person["version"] + 1


def test_a_stale_form_learns_who_was_first_and_what_stands_now(admin: Client, ours: Seat) -> None:
    person = add(admin).json()
    patch(admin, person, name="林若曦")
    answer = patch(admin, person, phone="110")
    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "stale"
    assert problem["params"]["changed_by"] == ours.person.name
    assert problem["params"]["current"]["name"] == "林若曦"
    assert problem["params"]["current"]["phone"] == ""


def test_changing_to_a_taken_address_is_refused_and_nothing_changes(
    admin: Client, ours: Seat
) -> None:
    person = add(admin).json()
    answer = patch(admin, person, name="改名", email=ours.person.email)
    assert answer.json()["code"] == "duplicate_email"
    assert admin.get(f"{PEOPLE}/{person['id']}").json() == person


def test_an_empty_name_is_refused_and_what_is_not_given_stays(admin: Client) -> None:
    person = add(admin).json()
    assert patch(admin, person, name="").status_code == 422
    assert patch(admin, person, name=None).status_code == 422
    assert patch(admin, person).json()["name"] == person["name"]


def test_a_deactivated_person_is_signed_out_at_once_until_reactivated(
    admin: Client, ours: Seat
) -> None:
    auditor = seat(ours, "AU")
    browser = signed_in(auditor)
    assert browser.get("/api/identity/me").status_code == 200
    person = admin.get(f"{PEOPLE}/{auditor.person.id}").json()
    off = post(admin, person, "deactivate", version=person["version"], reason="离职").json()
    assert off["is_active"] is False
    assert browser.get("/api/identity/me").status_code == 403
    post(admin, person, "reactivate", version=off["version"])
    assert browser.get("/api/identity/me").status_code == 200


def test_the_reason_of_a_deactivation_is_journalled(admin: Client, ours: Seat) -> None:
    person = add(admin).json()
    post(admin, person, "deactivate", version=person["version"], reason="合同到期")
    with tenant_scope({ours.tenant.id}):
        assert Entry.objects.latest("seq").reason == "合同到期"


def test_the_last_administrator_cannot_be_deactivated(admin: Client, ours: Seat) -> None:
    person = admin.get(f"{PEOPLE}/{ours.person.id}").json()
    answer = post(admin, person, "deactivate", version=person["version"], reason="离职")
    assert (answer.status_code, answer.json()["code"]) == (409, "last_administrator")
    assert "最后一位" in answer.json()["message"]


def test_search_sort_and_pages(admin: Client, ours: Seat) -> None:
    for number, name in enumerate(["白露", "陈星野", "陈怀瑾"]):
        add(admin, name=name, email=f"p{number}@body.example")
    found = admin.get(PEOPLE, {"search": "陈", "sort": "-email"}).json()
    assert [person["name"] for person in found["items"]] == ["陈怀瑾", "陈星野"]
    second = admin.get(f"{PEOPLE}?page=2&size=3&sort=created_at").json()
    assert (second["total"], [person["name"] for person in second["items"]]) == (4, ["陈怀瑾"])


def test_an_unknown_column_to_sort_by_is_refused(admin: Client) -> None:
    answer = admin.get(PEOPLE, {"sort": "password"})
    assert answer.status_code == 422


def test_the_list_comes_as_a_workbook(admin: Client) -> None:
    add(admin, name="=cmd|' /C calc'!A0")
    answer = admin.get(PEOPLE, {"format": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == ("姓名", "邮箱")
    assert {row[0] for row in rows[1:]} == {"沈知远", "=cmd|' /C calc'!A0"}
    assert sheet["A2"].data_type == "s"


def test_a_body_keeps_the_contacts_of_a_client_it_engages(admin: Client, ours: Seat) -> None:
    client = engage(ours)
    person = add(admin, tenant_id=str(client.id)).json()
    assert person["tenant_id"] == str(client.id)
    assert patch(admin, person, name="周以宁").json()["name"] == "周以宁"
    listed = admin.get(PEOPLE, {"tenant_id": str(client.id)}).json()["items"]
    assert [each["name"] for each in listed] == ["周以宁"]


def test_what_an_administrator_does_for_a_client_is_in_the_administrators_journal(
    admin: Client, ours: Seat, theirs: Seat
) -> None:
    client = engage(ours)
    person = add(admin, tenant_id=str(client.id)).json()
    entry = admin.get("/api/journal/entries").json()["items"][0]
    assert (entry["action"], entry["object_id"]) == ("person.added", person["id"])
    assert (entry["owner_id"], entry["actor_name"]) == (str(client.id), ours.person.name)
    url = f"/api/journal/entries/{entry['seq']}?owner={client.id}"
    assert admin.get(url).json()["object_name"] == "林若溪"
    assert signed_in(theirs).get(url).status_code == 404


def test_what_a_clients_own_people_do_for_themselves_is_not(admin: Client, ours: Seat) -> None:
    coordinator = seat(ours, "CC", tenant=engage(ours))
    body = {"version": 1, "phone": "110"}
    url = f"{PEOPLE}/{coordinator.person.id}"
    changed = signed_in(coordinator).patch(url, body, content_type="application/json")
    assert changed.status_code == 200
    actors = {entry["actor_name"] for entry in admin.get("/api/journal/entries").json()["items"]}
    assert actors == {ours.person.name}


def test_when_the_engagement_ends_the_clients_people_are_out_of_reach(
    admin: Client, ours: Seat
) -> None:
    client = engage(ours)
    person = add(admin, tenant_id=str(client.id)).json()
    url = f"/api/identity/organisations/{client.id}/end"
    admin.post(url, {"reason": "合同终止"}, content_type="application/json")
    assert admin.get(f"{PEOPLE}/{person['id']}").status_code == 404
    assert patch(admin, person, name="改名").status_code == 404


def test_people_of_another_body_do_not_exist(admin: Client, theirs: Seat) -> None:
    client = engage(theirs)
    contact = seat(theirs, "CC", tenant=client)
    for foreign in (theirs.person, contact.person):
        person = {"id": str(foreign.id), "version": 1}
        assert admin.get(f"{PEOPLE}/{foreign.id}").status_code == 404
        assert patch(admin, person, name="改名").status_code == 404
        assert post(admin, person, "deactivate", version=1, reason="x").status_code == 404
        assert post(admin, person, "memberships", role="AU").status_code == 404
    assert add(admin, tenant_id=str(theirs.tenant.id)).status_code == 404
    assert add(admin, tenant_id=str(client.id)).status_code == 404
    assert add(admin, tenant_id=str(uuid7())).status_code == 404


def test_a_coordinator_sees_and_changes_only_themselves(ours: Seat) -> None:
    client = engage(ours)
    coordinator, colleague = (seat(ours, "CC", tenant=client) for _ in range(2))
    browser = signed_in(coordinator)
    listed = browser.get(PEOPLE).json()["items"]
    assert [person["id"] for person in listed] == [str(coordinator.person.id)]
    assert patch(browser, listed[0], name="新名字").status_code == 200
    assert browser.get(f"{PEOPLE}/{colleague.person.id}").status_code == 404
    assert browser.get(f"{PEOPLE}/{ours.person.id}").status_code == 404
    assert add(browser).status_code == 403
