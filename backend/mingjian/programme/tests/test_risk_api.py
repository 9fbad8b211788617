"""The risk matrix of an audit: written by its leader, approved by somebody else, then fixed."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat, seats
from mingjian.identity.services import grant_membership
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit import clock
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.work import work_of
from mingjian.programme.models import AuditCase, AuditProgramme
from mingjian.programme.tests.factories import join, surveillance
from mingjian.programme.tests.risk_factories import HIGH, MILD

pytestmark = pytest.mark.django_db

CASES, RISK = "/api/programme/cases", "/api/programme/risk"


@pytest.fixture
def remote(ours: dict[str, Seat], programme: AuditProgramme) -> AuditCase:
    """A remote surveillance led by LA."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        case = surveillance(acting, programme, mode="remote")
        for role in ("LA", "AU", "TE"):
            join(acting, case, ours[role].person.id, role)
    return case


@pytest.fixture
def leader(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["LA"])


def call(browser: Client, case: AuditCase, verb: str = "", **body: Any) -> Any:
    path = f"{CASES}/{case.id}/risk{verb}"
    return browser.post(path, body, content_type="application/json")


def shown(browser: Client, case: AuditCase, **query: Any) -> dict[str, Any]:
    found: dict[str, Any] = browser.get(f"{CASES}/{case.id}/risk", query).json()
    return found


def matrix(browser: Client, case: AuditCase) -> dict[str, Any]:
    found: dict[str, Any] = shown(browser, case)["matrix"]
    return found


def add_row(browser: Client, case: AuditCase, **values: Any) -> Any:
    path = f"{RISK}/cases/{case.id}/rows"
    return browser.post(path, MILD | values, content_type="application/json")


def change_row(browser: Client, row: dict[str, Any], **values: Any) -> Any:
    required = {name: row[name] for name in ("factor", "dimension", "text")}
    body = {"version": row["version"], **required, **values}
    return browser.patch(f"{RISK}/rows/{row['id']}", body, content_type="application/json")


def add_need(browser: Client, case: AuditCase, text: str = "按期完成") -> Any:
    path = f"{RISK}/cases/{case.id}/needs"
    body = {"stakeholder": "client", "text": text}
    return browser.post(path, body, content_type="application/json")


def drafted(leader: Client, case: AuditCase, **row: Any) -> dict[str, Any]:
    """A draft with one need and one row; the row."""
    assert call(leader, case).status_code == 201
    assert add_need(leader, case).status_code == 201
    added = add_row(leader, case, **row)
    assert added.status_code == 201, added.json()
    made: dict[str, Any] = added.json()
    return made


def treatment(of: Seat, *, due: date | None = None, residual: tuple[int, int]) -> dict[str, Any]:
    return {
        "treatment": "安排现场审核员到场",
        "treated_by_id": str(of.person.id),
        "due_on": str(due or clock.now().date() + timedelta(days=9)),
        "residual_likelihood": residual[0],
        "residual_impact": residual[1],
    }


def submit(leader: Client, case: AuditCase) -> Any:
    return call(leader, case, "/submit", version=matrix(leader, case)["version"])


def approve(manager: Client, case: AuditCase, **values: Any) -> Any:
    return call(manager, case, "/approve", version=matrix(manager, case)["version"], **values)


def risk_fact(browser: Client, case: AuditCase, key: str = "risk.approved") -> dict[str, Any]:
    facts = browser.get(f"{CASES}/{case.id}").json()["facts"]
    found: dict[str, Any] = next((fact for fact in facts if fact["key"] == key), {})
    return found


def test_from_needs_and_threats_to_an_approved_matrix(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    assert risk_fact(manager, remote)["role"] == "LA"
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(2, 3)))
    assert submit(leader, remote).status_code == 200
    assert (risk_fact(manager, remote)["role"], risk_fact(manager, remote)["gate"]) == (
        "PM",
        "plan_issued",
    )
    answer = approve(manager, remote)
    assert (answer.status_code, answer.json()["matrix"]["state"]) == (200, "approved")
    row = answer.json()["matrix"]["rows"][0]
    assert (row["level"], row["residual"]) == ("high", "medium")
    assert risk_fact(manager, remote)["is_met"]


def test_a_draft_with_gaps_is_not_handed_in_and_every_gap_is_told(
    leader: Client, remote: AuditCase
) -> None:
    drafted(leader, remote, **HIGH)
    answer = submit(leader, remote)
    assert (answer.status_code, answer.json()["code"]) == (409, "risk_not_ready")
    for word in ("应对措施", "负责人", "期限", "剩余风险"):
        assert word in answer.json()["message"]
    assert matrix(leader, remote)["state"] == "draft"


def test_who_handed_it_in_does_not_approve_it(
    manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    """A lead auditor who also manages programmes, whichever of the two roles is worn."""
    leads, admin = ours["LA"], viewer(ours["ADM"])
    with tenant_scope(admin.owners):
        grant_membership(viewer=admin, person_id=leads.person.id, role="PM")
    assert leads.person.account
    manages = next(each for each in seats(leads.person.account.id) if each.membership.role == "PM")
    drafted(signed_in(leads), remote)
    submit(signed_in(leads), remote)
    answer = approve(signed_in(manages), remote)
    assert (answer.status_code, answer.json()["code"]) == (403, "own_risk_matrix")
    assert approve(manager, remote).status_code == 200


def test_too_much_left_is_refused_until_the_mode_falls(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(3, 4)))
    submit(leader, remote)
    refused = approve(manager, remote)
    assert (refused.status_code, refused.json()["code"]) == (409, "residual_too_high")
    assert str(HIGH["text"]) in refused.json()["message"]
    answer = approve(manager, remote, mode="hybrid")
    assert answer.json()["matrix"]["state"] == "approved"
    assert manager.get(f"{CASES}/{remote.id}").json()["mode"] == "hybrid"
    assert risk_fact(manager, remote)["is_met"]


def test_too_much_left_may_be_an_exception_with_its_reason(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(4, 4)))
    submit(leader, remote)
    answer = approve(manager, remote, exception="客户所在地封控，双方书面同意")
    assert answer.json()["matrix"]["exception"] == "客户所在地封控，双方书面同意"
    assert manager.get(f"{CASES}/{remote.id}").json()["mode"] == "remote"


def test_a_hybrid_audit_may_bear_more(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    case = manager.get(f"{CASES}/{remote.id}").json()
    body = {"version": case["version"], "mode": "hybrid"}
    manager.patch(f"{CASES}/{remote.id}", body, content_type="application/json")
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(3, 4)))
    submit(leader, remote)
    assert approve(manager, remote).status_code == 200


def test_what_is_left_is_graded_in_both_grades_and_never_above_what_was(
    leader: Client, remote: AuditCase
) -> None:
    row = drafted(leader, remote, **HIGH)
    for residual in ({"residual_likelihood": 2}, {"residual_likelihood": 5, "residual_impact": 1}):
        answer = change_row(leader, row, **residual)
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["residual_likelihood"])


def test_only_people_of_the_audit_answer_for_a_treatment(
    leader: Client, ours: dict[str, Seat], theirs: dict[str, Seat], remote: AuditCase
) -> None:
    row = drafted(leader, remote, **HIGH)
    for stranger in (theirs["AU"], ours["DM"]):
        answer = change_row(leader, row, treated_by_id=str(stranger.person.id))
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["treated_by_id"])
    owners = leader.get(f"{CASES}/{remote.id}/risk/owners").json()
    assert {each["id"] for each in owners} == {
        str(ours[role].person.id) for role in ("LA", "AU", "TE", "PM")
    }


def test_an_approved_matrix_is_not_edited_but_renewed_and_the_difference_is_told(
    leader: Client, manager: Client, remote: AuditCase
) -> None:
    row = drafted(leader, remote)
    submit(leader, remote)
    approve(manager, remote)
    assert change_row(leader, row, text="网络时断时续").json()["code"] == "risk_state"
    assert call(leader, remote, "/renew", reason="改用新工具").status_code == 201
    second = matrix(leader, remote)["rows"][0]
    assert second["line"] == row["line"]
    change_row(leader, second, text="网络时断时续")
    add_row(leader, remote, text="噪声大")
    submit(leader, remote)
    assert shown(leader, remote, number=1)["matrix"]["state"] == "approved"
    approve(manager, remote)
    assert [each["state"] for each in shown(leader, remote)["versions"]] == [
        "approved",
        "superseded",
    ]
    path = f"{CASES}/{remote.id}/risk/differences"
    told = leader.get(path, {"before": 1, "after": 2}).json()
    assert [(each["kind"], each["text"], each["fields"]) for each in told] == [
        ("changed", "网络时断时续", ["text"]),
        ("added", "噪声大", []),
    ]


def test_a_change_of_mode_after_the_approval_asks_for_a_new_version_or_a_confirmation(
    leader: Client, manager: Client, remote: AuditCase
) -> None:
    drafted(leader, remote)
    submit(leader, remote)
    approve(manager, remote)
    case = manager.get(f"{CASES}/{remote.id}").json()
    body = {"version": case["version"], "mode": "hybrid"}
    manager.patch(f"{CASES}/{remote.id}", body, content_type="application/json")
    fact = risk_fact(manager, remote)
    assert not fact["is_met"]
    assert "审核方式已变更" in fact["words"]
    version = matrix(manager, remote)["version"]
    call(manager, remote, "/confirm", version=version, reason="现场部分风险更低")
    assert risk_fact(manager, remote)["is_met"]


def test_an_overdue_treatment_warns_and_waits_for_whoever_answers_for_it(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    yesterday = clock.now().date() - timedelta(days=2)
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], due=yesterday, residual=(2, 2)))
    submit(leader, remote)
    assert treatments_of(ours["AU"]) == []
    approve(manager, remote)
    warning = risk_fact(manager, remote, "risk.treatments")
    assert (warning["gate"], warning["is_met"]) == ("", False)
    assert treatments_of(ours["AU"]) == [yesterday]
    row = matrix(leader, remote)["rows"][0]
    path, body = f"{RISK}/rows/{row['id']}/done", {"version": row["version"], "outcome": "已派人"}
    stranger = signed_in(ours["TE"])
    assert stranger.post(path, body, content_type="application/json").status_code == 403
    done = signed_in(ours["AU"]).post(path, body, content_type="application/json")
    assert (done.status_code, done.json()["state"]) == (200, "done")
    assert risk_fact(manager, remote, "risk.treatments") == {}


def treatments_of(who: Seat) -> list[date | None]:
    """The days of the treatments on that person's work list."""
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return [item.due for item in work_of(acting) if item.key.startswith("treatment:")]


def test_an_authority_sees_totals_and_no_row(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(2, 3)))
    submit(leader, remote)
    approve(manager, remote)
    regulator = signed_in(ours["REG"])
    assert regulator.get(f"{CASES}/{remote.id}/risk").status_code == 403
    assert regulator.get(f"{CASES}/{remote.id}/risk/workbook").status_code == 403
    answer = regulator.get(f"{CASES}/{remote.id}/risk/totals")
    levels = {level["code"]: level for level in answer.json()["levels"]}
    assert (levels["high"]["threat_before"], levels["medium"]["threat_after"]) == (1, 1)
    assert str(HIGH["text"]) not in answer.content.decode()


def test_a_new_matrix_may_start_from_the_template_of_the_programme(
    leader: Client, manager: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(2, 3)))
    submit(leader, remote)
    approve(manager, remote)
    call(manager, remote, "/template", version=matrix(manager, remote)["version"])
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        later = surveillance(acting, remote.programme, sequence=2)
        join(acting, later, ours["AU"].person.id, "LA")
    other = signed_in(ours["AU"])
    (source,) = other.get(f"{CASES}/{later.id}/risk/sources").json()
    assert source["is_template"]
    assert call(other, later, copy_from=source["id"]).status_code == 201
    copied = matrix(other, later)
    assert [row["text"] for row in copied["rows"]] == [HIGH["text"]]
    assert (copied["rows"][0]["treated_by_name"], copied["needs"][0]["text"]) == ("", "按期完成")


def test_low_informatisation_brings_its_risks_to_the_top_of_the_library(
    leader: Client, manager: Client, remote: AuditCase
) -> None:
    path = f"{CASES}/{remote.id}/inputs"
    version = manager.get(path).json()["version"]
    wrong = {"version": version, "answers": {"informatisation": {"grade": "low"}}}
    refused = manager.put(path, wrong, content_type="application/json")
    assert (refused.status_code, list(refused.json()["fields"])) == (422, ["informatisation"])
    right = {"informatisation": {"grade": "low", "reason": "检验记录为纸质"}}
    body = {"version": version, "answers": right}
    assert manager.put(path, body, content_type="application/json").status_code == 200
    found = leader.get(f"{CASES}/{remote.id}/risk/library").json()
    called_for = [entry["code"] for entry in found if entry["because"]]
    assert "paper-records" in called_for
    assert [entry["code"] for entry in found[: len(called_for)]] == called_for
    assert "access-control" not in {entry["code"] for entry in found}  # ISMS only
    call(leader, remote)
    path = f"{RISK}/cases/{remote.id}/library"
    added = leader.post(path, {"codes": ["paper-records"]}, content_type="application/json")
    assert [(row["code"], row["likelihood"]) for row in added.json()] == [("paper-records", 4)]
    strange = leader.post(path, {"codes": ["unheard"]}, content_type="application/json")
    assert strange.status_code == 422


def test_the_workbook_holds_every_row_and_what_the_grades_mean(
    leader: Client, ours: dict[str, Seat], remote: AuditCase
) -> None:
    drafted(leader, remote, **HIGH, **treatment(ours["AU"], residual=(2, 3)))
    answer = leader.get(f"{CASES}/{remote.id}/risk/workbook")
    book = load_workbook(BytesIO(answer.content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 2
    assert {HIGH["text"], "高"} <= set(rows[1])
    notes = [row[1] for row in book.worksheets[1].iter_rows(values_only=True)]
    assert {"几乎必然", "严重", "很高"} <= set(notes)


def test_two_editors_of_one_row_are_told_of_each_other(leader: Client, remote: AuditCase) -> None:
    row = drafted(leader, remote)
    assert change_row(leader, row, text="甲").status_code == 200
    stale = change_row(leader, row, text="乙")
    assert (stale.status_code, stale.json()["code"]) == (409, "stale")


def test_sent_back_with_a_reason_it_is_a_draft_again(
    leader: Client, manager: Client, remote: AuditCase
) -> None:
    drafted(leader, remote)
    submit(leader, remote)
    version = matrix(manager, remote)["version"]
    answer = call(manager, remote, "/return", version=version, reason="漏了危废库")
    kept = answer.json()["matrix"]
    assert (kept["state"], kept["returned_reason"]) == ("draft", "漏了危废库")
