"""A body's own rule packs: drafted, checked, compared, released by a second person, replayed."""

import copy
from datetime import date
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services import grant_membership
from mingjian.identity.tests.factories import seat, signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.keys.services import signing_key
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme, RulePack
from mingjian.programme.queries.rule_packs import digest_of, pack, packs_by_stamp
from mingjian.programme.rules.packs.shipped import shipped_packs
from mingjian.programme.services import add_site, draft_rule_pack, save_audit_time
from mingjian.programme.tests.factories import behind_the_walls, surveillance
from mingjian.programme.tests.test_audit_time_api import CHOICES

pytestmark = pytest.mark.django_db

PACKS = "/api/programme/rule-packs"


@pytest.fixture
def admin(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["ADM"])


def key_of(code: str) -> str:
    return digest_of(next(each.stamp for each in shipped_packs() if each.code == code))


def draft(admin: Client, code: str = "body", **values: Any) -> dict[str, Any]:
    new = {"based_on": key_of(code), "edition": "2027", "effective_from": "2026-06-01"} | values
    answer = admin.post(PACKS, new, "application/json")
    assert answer.status_code == 201, answer.json()
    return dict(answer.json())


def changed(admin: Client, found: dict[str, Any], content: dict[str, Any]) -> Any:
    body = {"version": found["version"], "content": content}
    return admin.patch(f"{PACKS}/{found['key']}/draft", body, "application/json")


def with_uplift(found: dict[str, Any], pct: float) -> dict[str, Any]:
    content: dict[str, Any] = copy.deepcopy(found["content"])
    content["groups"][0]["values"]["remote_uplift_pct"] = pct
    return content


def release(browser: Client, found: dict[str, Any]) -> Any:
    where = f"{PACKS}/{found['key']}/release"
    return browser.post(where, {"version": found["version"]}, "application/json")


def test_every_edition_is_listed_with_its_source_and_what_is_in_force(manager: Client) -> None:
    listed = manager.get(PACKS).json()
    chinese = [each for each in listed if each["code"] == "cn-qms"]
    assert [each["is_in_force"] for each in chinese] == [False, True]
    assert {each["source"] for each in listed} <= {"T", "T2", "M"}
    assert manager.get(f"{PACKS}?format=xlsx").status_code == 200


def test_a_shipped_edition_shows_its_values_clauses_and_sources(manager: Client) -> None:
    found = manager.get(f"{PACKS}/{key_of('iaf-md5')}").json()
    group = next(each for each in found["groups"] if each["name"] == "qms")
    assert group["clause"] == "Annex A, QMS 1"
    assert group["values"]["qms_table"]["rows"][0] == [1, 5, 1.5]
    assert found["state"] == "shipped"


def test_a_draft_is_compared_with_the_edition_in_force_and_holds_for_nobody(
    ours: dict[str, Seat], admin: Client
) -> None:
    found = draft(admin)
    answer = changed(admin, found, with_uplift(found, 15)).json()
    assert {
        "parameter": "remote_uplift_pct",
        "place": "",
        "before": "10",
        "after": "15",
    } in answer["differences"]
    assert answer["is_in_force"] is False
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        assert pack(acting, "body", date(2026, 7, 1)).parameters["remote_uplift_pct"] == 10


def test_a_second_person_releases_it_signed_and_from_its_first_day(
    ours: dict[str, Seat], admin: Client, manager: Client
) -> None:
    found = draft(admin)
    found = changed(admin, found, with_uplift(found, 15)).json()
    answer = release(manager, found)
    assert answer.status_code == 200
    assert answer.json()["released_by"] == ours["PM"].person.name
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        assert pack(acting, "body", date(2026, 5, 31)).parameters["remote_uplift_pct"] == 10
        assert pack(acting, "body", date(2026, 6, 1)).parameters["remote_uplift_pct"] == 15
        row = RulePack.objects.get()
        assert Entry.objects.filter(action="rule_pack.released", object_id=row.id).exists()
    public = signing_key(row.owner_id).public_key()
    public.verify(bytes.fromhex(row.signature), row.text.encode())
    with pytest.raises(InvalidSignature):
        public.verify(bytes.fromhex(row.signature), row.text.replace("15", "16").encode())


def test_an_administrator_cannot_release(admin: Client) -> None:
    assert release(admin, draft(admin)).status_code == 403


def test_nobody_releases_their_own_draft(ours: dict[str, Seat], admin: Client) -> None:
    """Also not somebody who is administrator and programme manager at once."""
    founder = viewer(ours["ADM"])
    with tenant_scope(founder.owners):
        grant_membership(viewer=founder, person_id=ours["PM"].person.id, role="ADM")
        both = viewer(ours["PM"])
        row = draft_rule_pack(
            viewer=both,
            based_on=key_of("body"),
            edition="2027",
            effective_from=date(2026, 6, 1),
        )
    found = signed_in(ours["PM"]).get(f"{PACKS}/{row.id}").json()
    assert found["may_release"] is False
    refused = release(signed_in(ours["PM"]), found)
    assert refused.json()["code"] == "rule_pack_own_draft"


def test_what_was_released_cannot_be_changed(admin: Client, manager: Client) -> None:
    found = release(manager, draft(admin)).json()
    assert changed(admin, found, found["content"]).status_code == 403
    assert release(manager, found).json()["code"] == "rule_pack_released"


def test_the_edition_before_ends_the_day_before(admin: Client, manager: Client) -> None:
    first = release(manager, draft(admin)).json()
    second = draft(admin, edition="2028", effective_from="2027-01-01")
    assert release(manager, second).status_code == 200
    ended = manager.get(f"{PACKS}/{first['key']}").json()
    assert ended["effective_to"] == "2026-12-31"
    assert ended["state"] == "superseded"


def test_overlapping_dates_are_refused(admin: Client, manager: Client) -> None:
    release(manager, draft(admin, effective_from="2027-01-01"))
    for edition, day in (("甲", "2026-06-01"), ("乙", "2027-01-01")):
        refused = release(manager, draft(admin, edition=edition, effective_from=day))
        assert refused.status_code == 409
        assert refused.json()["code"] == "rule_pack_overlap"


def test_a_table_with_a_gap_is_refused_with_its_place(admin: Client) -> None:
    found = draft(admin, "iaf-md5")
    content = copy.deepcopy(found["content"])
    content["groups"][0]["values"]["qms_table"]["rows"][4][1] = 44
    refused = changed(admin, found, content)
    assert refused.status_code == 422
    assert "44 与 46" in refused.json()["message"]
    with behind_the_walls():
        assert RulePack.objects.get().content == found["content"]


def test_an_edition_has_one_name(admin: Client) -> None:
    draft(admin)
    again = {"based_on": key_of("body"), "edition": "2027", "effective_from": "2027-06-01"}
    assert admin.post(PACKS, again, "application/json").json()["code"] == "rule_pack_exists"


def test_another_body_sees_neither_draft_nor_release(
    admin: Client, manager: Client, theirs: dict[str, Seat]
) -> None:
    found = draft(admin)
    other = signed_in(theirs["PM"])
    assert other.get(f"{PACKS}/{found['key']}").status_code == 404
    release(manager, found)
    assert other.get(f"{PACKS}/{found['key']}").status_code == 404
    acting = viewer(theirs["PM"])
    with tenant_scope(acting.owners):
        assert pack(acting, "body", date(2026, 7, 1)).edition == "2026"


@pytest.fixture
def timed(ours: dict[str, Seat], programme: AuditProgramme) -> AuditCase:
    """A remote surveillance of 86 people in December 2026 with its time calculated."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        values = {"name": "总部", "headcount": {"full_time": 86}}
        add_site(viewer=acting, client_id=programme.client_id, values=values)
        dates = {"starts_on": date(2026, 12, 1), "ends_on": date(2026, 12, 2)}
        case = surveillance(acting, programme, mode="remote", **dates)
        save_audit_time(viewer=acting, case_id=case.id, number=0, values=CHOICES)
    return case


def test_a_transition_lists_every_audit_it_touches_and_what_would_change(
    admin: Client, manager: Client, timed: AuditCase
) -> None:
    found = draft(admin)
    found = changed(admin, found, with_uplift(found, 30)).json()
    [touched] = manager.get(f"{PACKS}/{found['key']}/touched").json()
    assert touched["number"] == timed.number
    assert (touched["before"], touched["after"]) == ("4.50", "5.50")
    direct = [each["key"] for each in touched["changes"] if each["is_direct"]]
    assert direct == ["uplift"]


def test_audits_before_an_edition_or_of_other_rules_are_not_touched(
    admin: Client, manager: Client, timed: AuditCase
) -> None:
    later = draft(admin, effective_from="2027-01-01")
    assert manager.get(f"{PACKS}/{later['key']}/touched").json() == []


def test_a_kept_result_replays_under_the_packs_of_its_day(
    admin: Client, manager: Client, timed: AuditCase
) -> None:
    found = draft(admin)
    found = changed(admin, found, with_uplift(found, 30)).json()
    release(manager, found)
    where = f"/api/programme/cases/{timed.id}/time"
    again = manager.get(f"{where}/replay").json()
    assert again["is_same"] is True
    assert again["result"]["days"] == "4.50"
    new = manager.post(f"{where}/preview", CHOICES, "application/json").json()
    assert new["days"] == "5.50"


def test_a_result_replays_under_an_own_edition_that_was_followed_by_another(
    admin: Client, manager: Client, timed: AuditCase
) -> None:
    where = f"/api/programme/cases/{timed.id}/time"
    found = draft(admin)
    release(manager, changed(admin, found, with_uplift(found, 30)).json())
    saved = manager.post(where, {"number": 1, "choices": CHOICES}, "application/json")
    assert saved.json()["result"]["days"] == "5.50", saved.json()
    later = draft(admin, edition="2028", effective_from="2026-07-01")
    release(manager, changed(admin, later, with_uplift(later, 60)).json())
    again = manager.get(f"{where}/replay").json()
    assert (again["is_same"], again["result"]["days"]) == (True, "5.50")


def test_a_stamp_finds_the_shipped_edition_that_it_names_and_no_newer_one(timed: AuditCase) -> None:
    editions = [each for each in shipped_packs() if each.code == "cn-qms"]
    found = packs_by_stamp([each.stamp for each in editions], timed.owner_id)
    assert [found[each.stamp].edition for each in editions] == [each.edition for each in editions]
    assert len({each.edition for each in editions}) > 1


def test_a_lead_auditor_reads_but_does_not_draft(ours: dict[str, Seat]) -> None:
    browser = signed_in(seat(ours["ADM"], "REV"))
    assert browser.get(PACKS).status_code == 200
    new = {"based_on": key_of("body"), "edition": "2027", "effective_from": "2026-06-01"}
    assert browser.post(PACKS, new, "application/json").status_code == 403


def test_a_draft_waits_in_the_work_list_of_who_may_release_it(
    admin: Client, manager: Client
) -> None:
    found = draft(admin)
    waiting = f"/rule-packs/{found['key']}"
    assert waiting in {item["href"] for item in manager.get("/api/work").json()}
    assert waiting not in {item["href"] for item in admin.get("/api/work").json()}
    release(manager, found)
    assert waiting not in {item["href"] for item in manager.get("/api/work").json()}
