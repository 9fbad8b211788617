"""A case's audit time: explained, tried out, saved, overridden, replayed, exported; its gates."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme, AuditTime
from mingjian.programme.services import add_site, update_case, update_member
from mingjian.programme.tests.factories import behind_the_walls, join, surveillance

pytestmark = pytest.mark.django_db

CHOICES: dict[str, Any] = {
    "schemes": [{"scheme": "QMS"}, {"scheme": "EMS", "complexity": "medium"}],
    "integration_pct": 100,
}


@pytest.fixture
def remote(ours: dict[str, Seat], programme: AuditProgramme) -> AuditCase:
    """The demo's surveillance: remote, 86 people on three sites."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        for name, people in (("总部", 56), ("三水分厂", 22), ("广州销售中心", 8)):
            values = {"name": name, "headcount": {"full_time": people}, "is_central": people == 56}
            add_site(viewer=acting, client_id=programme.client_id, values=values)
        return surveillance(acting, programme, mode="remote")


def path(case: AuditCase, end: str = "") -> str:
    return f"/api/programme/cases/{case.id}/time{end}"


def post(browser: Client, where: str, body: dict[str, Any]) -> Any:
    return browser.post(where, body, "application/json")


def saved(browser: Client, case: AuditCase, number: int = 0, **more: Any) -> Any:
    return post(browser, path(case), {"number": number, "choices": CHOICES, **more})


def facts(browser: Client, case: AuditCase) -> dict[str, dict[str, Any]]:
    found = browser.get(f"/api/programme/cases/{case.id}").json()["facts"]
    return {fact["key"]: fact for fact in found if fact["key"].startswith("time.")}


def test_the_demo_audit_takes_four_and_a_half_days_and_says_why(
    manager: Client, remote: AuditCase
) -> None:
    answer = post(manager, path(remote, "/preview"), CHOICES).json()
    assert answer["days"] == "4.50"
    assert answer["on_site_days"] == "4.00"
    assert answer["personnel"] == 86
    shown = [(line["basis"], line["clause"], line["total"]) for line in answer["lines"]]
    assert ("质量管理体系，有效人数 86", "Annex A, QMS 1", "7.00") in shown
    assert [total for _, _, total in shown] == [
        "7.00",
        "8.00",
        "15.00",
        "12.00",
        "4.00",
        "4.40",
        "4.50",
    ]


def test_a_preview_saves_nothing(manager: Client, remote: AuditCase) -> None:
    post(manager, path(remote, "/preview"), CHOICES)
    with behind_the_walls():
        assert not AuditTime.objects.exists()
    assert manager.get(path(remote)).json()["last"] is None


def test_an_english_reader_reads_english(ours: dict[str, Seat], remote: AuditCase) -> None:
    browser = signed_in(ours["PM"], language="en")
    answer = post(browser, path(remote, "/preview"), CHOICES).json()
    assert answer["lines"][0]["basis"] == "Quality, 86 effective personnel"


def test_a_form_starts_with_the_sites_the_schemes_and_every_factor(
    manager: Client, remote: AuditCase
) -> None:
    page = manager.get(path(remote)).json()
    assert [site["name"] for site in page["proposed"]["sites"]] == [
        "三水分厂",
        "广州销售中心",
        "总部",
    ]
    assert page["options"]["complexity"] == {
        "QMS": ["all"],
        "EMS": ["high", "medium", "low", "limited"],
    }
    assert {"mature", "regulated"} <= {each["code"] for each in page["options"]["factors"]}


def test_what_was_saved_is_kept_with_its_packs_and_replays_to_the_same_lines(
    manager: Client, remote: AuditCase
) -> None:
    answer = saved(manager, remote)
    assert answer.status_code == 201
    assert any("iaf-md5@" in stamp for stamp in answer.json()["result"]["stamps"])
    again = manager.get(path(remote, "/replay")).json()
    assert again["is_same"] is True
    assert again["result"] == answer.json()["result"]


def test_a_tampered_result_does_not_replay(manager: Client, remote: AuditCase) -> None:
    saved(manager, remote)
    with behind_the_walls():
        row = AuditTime.objects.get()
        row.result["days"] = "3.00"
        row.save()
    assert manager.get(path(remote, "/replay")).json()["is_same"] is False


def test_a_change_is_a_new_calculation_and_a_stale_one_is_refused(
    manager: Client, remote: AuditCase
) -> None:
    assert saved(manager, remote).json()["number"] == 1
    assert saved(manager, remote, number=1).json()["number"] == 2
    stale = saved(manager, remote, number=1)
    assert stale.status_code == 409
    assert stale.json()["code"] == "stale"
    with behind_the_walls():
        assert AuditTime.objects.count() == 2


def test_more_days_may_be_set_freely(ours: dict[str, Seat], remote: AuditCase) -> None:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        join(acting, remote, ours["LA"].person.id, "LA")
    answer = saved(signed_in(ours["LA"]), remote, days="6.0")
    assert answer.status_code == 201
    assert answer.json()["required_days"] == 6.0


def test_fewer_days_need_a_programme_manager_and_a_reason(
    ours: dict[str, Seat], manager: Client, remote: AuditCase
) -> None:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        join(acting, remote, ours["LA"].person.id, "LA")
    refused = saved(signed_in(ours["LA"]), remote, days="4.0", override_reason="够用")
    assert refused.status_code == 403
    assert "4.50" in refused.json()["fields"]["days"]
    silent = saved(manager, remote, days="4.0")
    assert silent.status_code == 422
    assert "override_reason" in silent.json()["fields"]
    assert saved(manager, remote, days="4.0", override_reason="客户刚完成内审").status_code == 201


@pytest.mark.parametrize(
    ("choices", "field"),
    [
        ({"schemes": [{"scheme": "QMS"}]}, "schemes"),
        ({"schemes": [{"scheme": "QMS"}, {"scheme": "EMS"}]}, "complexity.EMS"),
        (
            {
                "schemes": [
                    {"scheme": "QMS", "factors": [{"code": "mature", "pct": -10}]},
                    {"scheme": "EMS", "complexity": "low"},
                ]
            },
            "factors.QMS.mature",
        ),
    ],
)
def test_what_cannot_be_calculated_is_named_beside_its_field(
    manager: Client, remote: AuditCase, choices: dict[str, Any], field: str
) -> None:
    answer = post(manager, path(remote, "/preview"), choices)
    assert answer.status_code == 422
    assert field in answer.json()["fields"]


def test_a_client_without_people_cannot_be_calculated(manager: Client, case: AuditCase) -> None:
    answer = post(manager, path(case, "/preview"), CHOICES)
    assert "sites" in answer.json()["fields"]


def test_the_plan_waits_for_the_time_and_for_enough_auditor_days(
    ours: dict[str, Seat], manager: Client, remote: AuditCase
) -> None:
    assert facts(manager, remote)["time.calculated"]["is_met"] is False
    saved(manager, remote)
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        lead = join(acting, remote, ours["LA"].person.id, "LA", days="2.5")
        join(acting, remote, ours["TE"].person.id, "TE", days="4.0")
        second = join(acting, remote, ours["AU"].person.id, "AU", days="1.5")
    short = facts(manager, remote)
    assert short["time.calculated"]["is_met"] is True
    assert short["time.assigned"]["is_met"] is False
    assert "还差 0.5" in short["time.assigned"]["words"]
    with tenant_scope(acting.owners):
        update_member(
            viewer=acting, member_id=second.id, version=second.version, values={"days": "2.0"}
        )
    assert facts(manager, remote)["time.assigned"]["is_met"] is True
    assert lead.days


def test_a_case_that_changed_has_to_be_calculated_again(
    ours: dict[str, Seat], manager: Client, remote: AuditCase
) -> None:
    saved(manager, remote)
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        update_case(
            viewer=acting,
            case_id=remote.id,
            version=remote.version,
            values={"mode": "hybrid"},
        )
    assert "重新计算" in facts(manager, remote)["time.calculated"]["words"]


def test_the_workbook_explains_every_line(manager: Client, remote: AuditCase) -> None:
    saved(manager, remote)
    answer = manager.get(path(remote, "/workbook"))
    book = load_workbook(BytesIO(answer.content))
    rows = list(book.worksheets[0].values)
    assert rows[0][:3] == ("依据", "文件", "条款")
    assert rows[-1][5] == 4.5
    assert any("凭记忆" in str(row[3]) for row in rows)
    notes = [row[1] for row in book.worksheets[1].values]
    assert any("iaf-md5@" in str(note) for note in notes)


def test_a_client_reads_the_time_of_its_own_audit_only(
    ours: dict[str, Seat], theirs: dict[str, Seat], manager: Client, remote: AuditCase
) -> None:
    saved(manager, remote)
    assert signed_in(ours["CC"]).get(path(remote)).status_code == 200
    assert post(signed_in(ours["CC"]), path(remote, "/preview"), CHOICES).status_code == 403
    assert signed_in(theirs["PM"]).get(path(remote)).status_code == 404


def test_sites_are_drawn_with_a_seed_that_anybody_can_check(
    manager: Client, remote: AuditCase
) -> None:
    where = f"/api/programme/cases/{remote.id}/site-sample"
    assert manager.get(where).json() is None
    drawn = post(manager, where, {}).json()
    why = {site["name"]: site["why"] for site in drawn["sites"]}
    assert why.pop("总部") == "central"
    assert sorted(why.values()) == ["", "drawn"]
    assert len(drawn["seed"]) == 16
    assert manager.get(where).json() == drawn
    assert post(manager, where, {}).json()["number"] == 2


def test_a_client_with_one_site_is_not_sampled(manager: Client, case: AuditCase) -> None:
    answer = post(manager, f"/api/programme/cases/{case.id}/site-sample", {})
    assert answer.json()["code"] == "not_multi_site"


def test_a_chinese_quality_recertification_is_refused_as_remote(
    manager: Client, programme: AuditProgramme
) -> None:
    new = {"programme_id": str(programme.id), "kind": "recertification", "mode": "remote"}
    new |= {"starts_on": "2026-11-20"}
    answer = post(manager, "/api/programme/cases", new)
    assert answer.status_code == 422
    assert "5.8.2" in answer.json()["fields"]["mode"]
    hybrid = post(manager, "/api/programme/cases", new | {"mode": "hybrid"})
    assert hybrid.status_code == 201
    change = {"version": 1, "mode": "remote"}
    where = f"/api/programme/cases/{hybrid.json()['id']}"
    assert manager.patch(where, change, "application/json").status_code == 422
    assert manager.get(where).json()["mode"] == "hybrid"


@pytest.mark.parametrize(
    ("values", "schemes"),
    [
        ({"kind": "recertification", "starts_on": "2025-11-20"}, ["QMS", "EMS"]),
        ({"kind": "recertification", "starts_on": "2026-11-20"}, ["EMS"]),
        ({"kind": "surveillance", "starts_on": "2026-11-20"}, ["QMS"]),
    ],
)
def test_other_audits_and_earlier_days_may_be_remote(
    manager: Client, programme: AuditProgramme, values: dict[str, Any], schemes: list[str]
) -> None:
    new = {"programme_id": str(programme.id), "mode": "remote", "schemes": schemes, **values}
    assert post(manager, "/api/programme/cases", new).status_code == 201
