"""From an application to a contract: by public link, by a client, through review and quote."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from engines.documents.pdf import FAMILY, installed_fonts
from mingjian.identity.models import Engagement, Membership, Tenant
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import Application, AuditProgramme, Site
from mingjian.programme.services.contracting import body_process, establish_client
from mingjian.programme.tests.application_factories import (
    STROKES,
    TIME,
    accepted,
    checks,
    form,
    submitted_by_client,
    under_review,
)
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db

needs_font = pytest.mark.skipif(
    FAMILY not in installed_fonts().families(), reason=f"{FAMILY} is not installed"
)
APPLY, APPLICATIONS = "/api/programme/apply", "/api/programme/applications"
EMAIL = "surui@mingrui.example"


def post(browser: Client, path: str, body: dict[str, Any]) -> Any:
    return browser.post(path, body, content_type="application/json")


def start(ours: dict[str, Seat], browser: Client) -> str:
    body = {"email": EMAIL, "body_id": str(ours["ADM"].tenant.id)}
    token: str = post(browser, APPLY, body).json()["token"]
    return token


def save(browser: Client, token: str, version: int, **values: Any) -> Any:
    return post(
        browser, f"{APPLY}/save", {"token": token, "version": version, "form": form(**values)}
    )


def submitted(ours: dict[str, Seat], **values: Any) -> tuple[str, dict[str, Any]]:
    """A public application, handed in: its token and how it reads."""
    nobody = Client()
    token = start(ours, nobody)
    saved = save(nobody, token, 1, **values).json()
    answer = post(nobody, f"{APPLY}/submit", {"token": token, "version": saved["version"]})
    assert answer.status_code == 200, answer.json()
    return token, answer.json()


def at(path: str, row: Any) -> str:
    return f"{APPLICATIONS}/{row['id'] if isinstance(row, dict) else row.id}{path}"


def the_application() -> Application:
    with behind_the_walls():
        return Application.objects.get()


def stored() -> tuple[int, int, int]:
    """How many tenants, sites and journal entries there are."""
    with behind_the_walls():
        return Tenant.objects.count(), Site.objects.count(), Entry.objects.count()


def letters(template: str) -> list[str]:
    with behind_the_walls():
        rows = Letter.objects.filter(template=f"programme.application_{template}")
        return sorted(rows.values_list("to", flat=True))


def test_a_draft_is_kept_before_there_is_an_account_and_goes_on_from_any_device(
    ours: dict[str, Seat],
) -> None:
    token = start(ours, Client())
    assert letters("link") == [EMAIL]
    save(Client(), token, 1, name="佛山明锐精工")
    elsewhere = post(Client(), f"{APPLY}/look", {"token": token}).json()
    assert (elsewhere["state"], elsewhere["form"]["name"]) == ("draft", "佛山明锐精工")
    assert len(elsewhere["form"]["sites"]) == 2


def test_what_is_still_being_filled_in_is_not_shown_to_the_body(ours: dict[str, Seat]) -> None:
    token = start(ours, Client())
    save(Client(), token, 1)
    office = signed_in(ours["PM"])
    [line] = office.get(APPLICATIONS).json()["items"]
    assert line["state"] == "draft"
    assert office.get(at("", line)).json()["form"] is None
    refused = office.patch(
        at("", line), {"version": 2, "form": form(name="别的")}, content_type="application/json"
    )
    assert refused.json()["code"] == "application_state"


def test_who_saves_second_is_told_what_changed(ours: dict[str, Seat]) -> None:
    token = start(ours, Client())
    save(Client(), token, 1, name="先保存的")
    late = save(Client(), token, 1, name="后保存的")
    assert (late.status_code, late.json()["code"]) == (409, "stale")
    assert late.json()["params"]["current"]["form"]["name"] == "先保存的"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"credit_code": "91440605MA4UHK2E50"}, "credit_code"),
        ({"credit_code": ""}, "credit_code"),
        ({"is_foreign": True, "registration": ""}, "registration"),
        ({"name": ""}, "name"),
        ({"contact_email": "not an address"}, "contact_email"),
        ({"schemes": []}, "schemes"),
        ({"schemes": ["QMS", "XYZ"]}, "schemes"),
        ({"sites": []}, "sites"),
        ({"wanted_from": "2027-05-02", "wanted_to": "2027-05-01"}, "wanted_to"),
        ({"is_transfer": True}, "certificates"),
        ({"sites": [{"name": "总部", "headcount": {"full_time": -5}}]}, "full_time"),
        ({"sites": [{"name": "总部", "headcount": {"full_time": 0}}]}, "full_time"),
        ({"sites": [{"name": "总部", "headcount": {"full_time": 5_000_000}}]}, "full_time"),
        (
            {"sites": [{"name": "总部", "headcount": {"full_time": 9, "shifts": [4, 4]}}]},
            "shifts",
        ),
        (
            {"sites": [{"name": "总部", "headcount": {"part_time": 9, "part_time_hours": 25}}]},
            "part_time_hours",
        ),
        ({"sites": [{"name": "", "headcount": {"full_time": 9}}]}, "name"),
        ({"sites": [{"name": "总部", "zone": "Mars/Base"}]}, "zone"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_lost(
    ours: dict[str, Seat], values: dict[str, Any], field: str
) -> None:
    token = start(ours, Client())
    saved = save(Client(), token, 1, **values).json()
    answer = post(Client(), f"{APPLY}/submit", {"token": token, "version": saved["version"]})
    assert answer.json()["code"] == "application_faults"
    assert any(name.split(".")[-1] == field for name in answer.json()["fields"])
    kept = post(Client(), f"{APPLY}/look", {"token": token}).json()
    assert (kept["state"], kept["form"]) == ("draft", saved["form"])


@pytest.mark.parametrize("name", ["x" * 10_000_000, "明锐\x00精工", "明锐\x07精工", "两\n行"])
def test_names_of_ten_megabytes_or_with_control_characters_are_refused(
    ours: dict[str, Seat], name: str
) -> None:
    token = start(ours, Client())
    body = {"token": token, "version": 1, "form": {**form(), "name": name}}
    answer = post(Client(), f"{APPLY}/save", body)
    assert answer.status_code in {413, 422}
    assert answer.json()["message"]


def test_a_foreign_organisation_applies_without_a_credit_code(ours: dict[str, Seat]) -> None:
    _, row = submitted(ours, is_foreign=True, credit_code="", registration="HRB 12345")
    assert (row["state"], row["credit_code"]) == ("submitted", "")


def test_a_second_open_application_of_the_same_organisation_is_refused(
    ours: dict[str, Seat],
) -> None:
    submitted(ours)
    token = start(ours, Client())
    saved = save(Client(), token, 1).json()
    again = post(Client(), f"{APPLY}/submit", {"token": token, "version": saved["version"]})
    assert (again.status_code, again.json()["code"]) == (409, "duplicate_application")


def test_a_wrong_expired_or_replaced_link_opens_nothing_and_says_why(
    ours: dict[str, Seat],
) -> None:
    token = start(ours, Client())
    look = f"{APPLY}/look"
    assert post(Client(), look, {"token": "x" * 40}).json()["code"] == "link_unknown"
    assert post(Client(), look, {"token": token[:-4] + "AAA="}).json()["code"] == "link_unknown"
    with clock.moved_to(clock.now() + timedelta(days=91)):
        assert post(Client(), look, {"token": token}).json()["code"] == "application_link_expired"
    row = the_application()
    assert signed_in(ours["PM"]).post(at("/link", row)).status_code == 200
    assert post(Client(), look, {"token": token}).json()["code"] == "link_unknown"
    assert len(letters("link")) == 2


def test_beginning_again_and_again_is_throttled(ours: dict[str, Seat]) -> None:
    cache.clear()
    browser = Client()
    body = {"email": EMAIL, "body_id": str(ours["ADM"].tenant.id)}
    codes = [post(browser, APPLY, body).status_code for _ in range(11)]
    assert codes == [201] * 10 + [429]


def test_a_clients_coordinator_starts_from_what_the_body_knows(ours: dict[str, Seat]) -> None:
    row = post(signed_in(ours["CC"]), APPLICATIONS, {}).json()
    assert row["form"]["name"] == ours["CC"].tenant.name
    assert (row["has_link"], row["client_id"]) == (False, str(ours["CC"].tenant.id))


def test_a_programme_manager_invites_and_the_applicant_goes_on_by_link(
    ours: dict[str, Seat],
) -> None:
    body = {"email": EMAIL, "name": "明锐精工", "language": "en"}
    row = post(signed_in(ours["PM"]), APPLICATIONS, body).json()
    assert (row["origin"], row["state"]) == ("invited", "draft")
    with behind_the_walls():
        letter = Letter.objects.get(template="programme.application_link")
    assert letter.language == "en"


def test_a_review_answers_every_check_before_it_accepts(ours: dict[str, Seat]) -> None:
    row = under_review(ours["REV"], submitted_by_client(ours["CC"]))
    reviewer = signed_in(ours["REV"])
    early = reviewer.post(at("/accept", row)).json()
    assert (early["code"], len(early["params"]["missing"])) == ("review_incomplete", 9)
    save_review = {"version": 1, "checks": checks(impartiality="no"), "scope_codes": ["17.06"]}
    post(reviewer, at("/time", row), {"number": 0, "choices": TIME})
    path = at("/review", row)
    reviewer.patch(path, save_review, content_type="application/json")
    assert reviewer.post(at("/accept", row)).json()["code"] == "review_incomplete"
    save_review |= {"version": 2, "checks": checks(remote="no")}
    reviewer.patch(path, save_review, content_type="application/json")
    assert reviewer.post(at("/accept", row)).json()["state"] == "accepted"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"checks": {"scope": {"verdict": "no", "note": " "}}}, "check_note"),
        ({"checks": {"mood": {"verdict": "yes"}}}, "invalid_input"),
        ({"checks": {}, "audit_days": "3"}, "invalid_input"),
    ],
)
def test_a_verdict_of_no_needs_its_reason_and_days_are_not_typed(
    ours: dict[str, Seat], values: dict[str, Any], code: str
) -> None:
    row = under_review(ours["REV"], submitted_by_client(ours["CC"]))
    body = {"version": 1, **values}
    answer = signed_in(ours["REV"]).patch(at("/review", row), body, content_type="application/json")
    assert answer.json()["code"] == code


def test_a_question_opens_the_form_again_and_the_answer_goes_back_to_review(
    ours: dict[str, Seat],
) -> None:
    token, seen = submitted(ours)
    reviewer = signed_in(ours["REV"])
    reviewer.post(at("/review/begin", seen))
    asked = post(reviewer, at("/ask", seen), {"text": "二厂有几个班次？"}).json()
    assert (asked["state"], letters("asked")) == ("info_requested", [EMAIL])
    look = post(Client(), f"{APPLY}/look", {"token": token}).json()
    assert [said["text"] for said in look["messages"]] == ["二厂有几个班次？"]
    save(Client(), token, look["version"], scope="精密五金件的加工和装配")
    back = post(Client(), f"{APPLY}/answer", {"token": token, "text": "两班。"}).json()
    assert (back["state"], len(back["messages"])) == ("reviewing", 2)
    assert back["review"] is None  # what the body weighs is not the applicant's to read
    assert reviewer.get(at("", seen)).json()["form"]["scope"] == "精密五金件的加工和装配"


def test_a_decline_carries_its_reason_to_the_applicant(ours: dict[str, Seat]) -> None:
    row = under_review(ours["REV"], submitted_by_client(ours["CC"]))
    reviewer = signed_in(ours["REV"])
    assert post(reviewer, at("/decline", row), {"reason": ""}).status_code == 422
    post(reviewer, at("/decline", row), {"reason": "超出本机构获准的业务范围"})
    seen = signed_in(ours["CC"]).get(at("", row)).json()
    assert (seen["state"], seen["reason"]) == ("declined", "超出本机构获准的业务范围")


def test_only_the_reviewer_decides_and_only_the_manager_quotes(ours: dict[str, Seat]) -> None:
    row = under_review(ours["REV"], submitted_by_client(ours["CC"]))
    for role in ("PM", "CC", "LA", "ADM"):
        assert signed_in(ours[role]).post(at("/accept", row)).status_code == 403
    for role in ("REV", "CC", "ADM"):
        assert signed_in(ours[role]).post(at("/quote/send", row)).status_code == 403


def contract_out(ours: dict[str, Seat], row: Any) -> dict[str, Any]:
    """Quoted, and the contract made from it."""
    manager = signed_in(ours["PM"])
    lines = [
        {"kind": "audit", "text": "初次认证审核", "quantity": "4.5", "rate": "3000"},
        {"kind": "certificate", "text": "证书费", "quantity": "1", "rate": "999.99"},
    ]
    quote = {"version": 0, "lines": lines, "tax_percent": "6"}
    manager.put(at("/quote", row), quote, content_type="application/json")
    sent = manager.post(at("/quote/send", row)).json()["quotes"][0]
    assert (sent["net"], sent["tax"], sent["gross"]) == ("14499.99", "870.00", "15369.99")
    made = manager.post(at("/contract", row))
    assert made.status_code == 200, made.json()
    contract: dict[str, Any] = made.json()["contract"]
    return contract


@needs_font
def test_a_new_applicant_becomes_a_client_when_both_sides_have_signed(
    ours: dict[str, Seat], run_jobs: Any
) -> None:
    token, seen = submitted(ours)
    accepted(ours["REV"], the_application())
    contract = contract_out(ours, seen)
    pdf = post(Client(), f"{APPLY}/document", {"token": token, "kind": "pdf"})
    assert (pdf.headers["Content-Type"], pdf.status_code) == ("application/pdf", 200)
    signature = {"name": "苏芮", "method": "drawn", "strokes": STROKES}
    post(Client(), f"{APPLY}/sign", {"token": token, "signature": signature})
    typed = {"name": "沈知远", "method": "typed"}
    done = post(signed_in(ours["PM"]), at("/contract/sign", seen), typed).json()["contract"]
    assert done["state"] == "signed"
    assert {each["content_sha256"] for each in done["signatures"]} == {contract["pdf_sha256"]}
    run_jobs()
    with behind_the_walls():
        client = Tenant.objects.get(name="佛山明锐精工有限公司")
        engaged = Engagement.objects.filter(party=client, owner_id=ours["ADM"].tenant.id)
        assert engaged.count() == 1
        sites = Site.objects.filter(client=client).values_list("name", flat=True)
        assert set(sites) == {"总部", "二厂"}
        programme = AuditProgramme.objects.get(client=client)
        assert (programme.state, programme.schemes) == ("draft", ["QMS"])
        assert Membership.objects.get(owner_id=client.id).role == "CC"
    spent = post(Client(), f"{APPLY}/look", {"token": token})
    assert (spent.status_code, spent.json()["code"]) == (410, "application_link_spent")


@needs_font
def test_becoming_a_client_twice_changes_nothing(ours: dict[str, Seat], run_jobs: Any) -> None:
    row = submitted_by_client(ours["CC"])
    accepted(ours["REV"], row)
    contract_out(ours, row)
    for role in ("CC", "PM"):
        post(signed_in(ours[role]), at("/contract/sign", row), {"name": "甲", "method": "typed"})
    run_jobs()
    before = stored()
    acting = body_process(row.owner_id, "again")
    with tenant_scope(acting.owners):
        again = establish_client(viewer=acting, application_id=row.id)
    assert again.state == "contracted"
    assert again.client_id == ours["CC"].tenant.id
    assert stored() == before


@needs_font
def test_a_new_quote_makes_the_contract_of_the_old_one_void(ours: dict[str, Seat]) -> None:
    row = submitted_by_client(ours["CC"])
    accepted(ours["REV"], row)
    first = contract_out(ours, row)
    second = contract_out(ours, row)
    assert first["number"] != second["number"]
    seen = signed_in(ours["CC"]).get(at("", row)).json()
    assert (seen["contract"]["number"], len(seen["quotes"])) == (second["number"], 2)


@needs_font
def test_every_hand_over_waits_in_somebodys_list(ours: dict[str, Seat]) -> None:
    row = submitted_by_client(ours["CC"])
    assert _verbs(ours["REV"]) == ["开始评审"]
    accepted(ours["REV"], row)
    assert _verbs(ours["PM"]) == ["报价"]
    contract_out(ours, row)
    assert _verbs(ours["PM"]) == _verbs(ours["CC"]) == ["签署"]
    post(signed_in(ours["CC"]), at("/contract/sign", row), {"name": "甲", "method": "typed"})
    assert _verbs(ours["CC"]) == []


def test_applications_of_one_body_are_not_for_another(
    ours: dict[str, Seat], theirs: dict[str, Seat]
) -> None:
    row = submitted_by_client(ours["CC"])
    assert signed_in(theirs["PM"]).get(at("", row)).status_code == 404
    assert signed_in(theirs["CC"]).get(at("", row)).status_code == 404
    assert signed_in(theirs["REV"]).get(APPLICATIONS).json()["total"] == 0


def test_the_list_is_filtered_searched_and_written_to_excel(ours: dict[str, Seat]) -> None:
    submitted(ours)
    office = signed_in(ours["REV"])
    assert office.get(APPLICATIONS, {"state": "submitted", "search": "明锐"}).json()["total"] == 1
    assert office.get(f"{APPLICATIONS}?search=nobody").json()["total"] == 0
    book = office.get(f"{APPLICATIONS}?format=xlsx")
    assert book.headers["Content-Type"].endswith("spreadsheetml.sheet")


def _verbs(who: Seat) -> list[str]:
    rows = signed_in(who).get("/api/work").json()
    return [row["verb"] for row in rows if row["href"].startswith("/applications/")]
