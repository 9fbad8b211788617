"""C01: the invoice of a signed contract, from its draft to the day on which it is paid."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from engines.documents.pdf import FAMILY, installed_fonts
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.kit.mail.models import Letter
from mingjian.programme.models import Application
from mingjian.programme.tests.application_factories import accepted, submitted_by_client
from mingjian.programme.tests.factories import behind_the_walls
from mingjian.programme.tests.invoice_factories import BANK, issued_invoice, under_contract

pytestmark = pytest.mark.django_db

needs_font = pytest.mark.skipif(
    FAMILY not in installed_fonts().families(), reason=f"{FAMILY} is not installed"
)
INVOICES, APPLICATIONS = "/api/programme/invoices", "/api/programme/applications"


def post(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(path, body, content_type="application/json")


def at(invoice: dict[str, Any], rest: str = "") -> str:
    return f"{INVOICES}/{invoice['id']}{rest}"


@pytest.fixture
def office(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["PM"])


@pytest.fixture
def client(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["CC"])


@pytest.fixture
def signed(ours: dict[str, Seat]) -> Application:
    return under_contract(ours["PM"], ours["CC"])


def drafted(office: Client, row: Application) -> dict[str, Any]:
    answer = post(office, f"{APPLICATIONS}/{row.id}/invoice")
    assert answer.status_code == 201, answer.json()
    invoice: dict[str, Any] = answer.json()
    return invoice


def filled_in(office: Client, invoice: dict[str, Any], **values: Any) -> dict[str, Any]:
    body = {
        "version": invoice["version"],
        "buyer": invoice["buyer"],
        "bank": BANK,
        "due_on": invoice["due_on"],
        **values,
    }
    saved: dict[str, Any] = office.patch(at(invoice), body, content_type="application/json").json()
    return saved


def issued(office: Client, row: Application) -> dict[str, Any]:
    invoice = filled_in(office, drafted(office, row))
    answer = post(office, at(invoice, "/issue"), version=invoice["version"])
    assert answer.status_code == 200, answer.json()
    found: dict[str, Any] = answer.json()
    return found


def test_a_draft_takes_lines_tax_and_buyer_from_what_was_signed(
    office: Client, signed: Application
) -> None:
    invoice = drafted(office, signed)
    assert [line["amount_cents"] for line in invoice["lines"]] == [1_350_000, 99_999]
    sums = (invoice["net_cents"], invoice["tax_cents"], invoice["gross_cents"])
    assert sums == (1_449_999, 87_000, 1_536_999)
    assert invoice["buyer"]["name"] == signed.name
    assert invoice["buyer"]["tax_number"] == signed.submitted["credit_code"]
    assert (invoice["number"], invoice["state"]) == ("", "draft")


def test_without_a_contract_that_both_have_signed_there_is_no_invoice(
    ours: dict[str, Seat], office: Client
) -> None:
    row = accepted(ours["REV"], submitted_by_client(ours["CC"]))
    refused = post(office, f"{APPLICATIONS}/{row.id}/invoice")
    assert (refused.status_code, refused.json()["code"]) == (409, "invoice_not_signed_yet")


def test_a_contract_is_not_invoiced_twice(office: Client, signed: Application) -> None:
    drafted(office, signed)
    again = post(office, f"{APPLICATIONS}/{signed.id}/invoice")
    assert (again.status_code, again.json()["code"]) == (409, "invoiced_already")


def test_what_is_missing_is_said_at_its_field_and_no_number_is_spent(
    office: Client, signed: Application
) -> None:
    invoice = drafted(office, signed)
    refused = post(office, at(invoice, "/issue"), version=invoice["version"])
    assert set(refused.json()["fields"]) == {"bank.holder", "bank.bank", "bank.account"}
    late = filled_in(office, invoice, due_on="2020-01-01")
    refused = post(office, at(invoice, "/issue"), version=late["version"])
    assert set(refused.json()["fields"]) == {"due_on"}
    assert office.get(at(invoice)).json()["number"] == ""


def test_who_saves_second_is_told_what_changed(office: Client, signed: Application) -> None:
    invoice = drafted(office, signed)
    filled_in(office, invoice, note="先到")
    late = filled_in(office, invoice, note="后到")
    assert (late["code"], late["params"]["current"]["note"]) == ("stale", "先到")


@needs_font
def test_an_issued_invoice_has_a_number_a_document_and_a_letter(
    office: Client, client: Client, signed: Application
) -> None:
    invoice = issued(office, signed)
    assert invoice["number"] == f"INV-{invoice['issued_on'][:4]}-0001"
    pdf = client.get(at(invoice, "/file"))
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert len(invoice["pdf_sha256"]) == 64
    with behind_the_walls():
        letter = Letter.objects.get(template="programme.application_invoiced")
    assert letter.to == signed.contact_email
    assert filled_in(office, invoice)["code"] == "invoice_state"


@needs_font
def test_a_void_invoice_keeps_its_number_and_the_next_one_takes_the_next(
    office: Client, signed: Application
) -> None:
    first = issued(office, signed)
    assert post(office, at(first, "/void"), reason="").status_code == 422
    void = post(office, at(first, "/void"), reason="抬头有误").json()
    assert (void["state"], void["number"], void["reason"]) == ("void", first["number"], "抬头有误")
    given_up = drafted(office, signed)
    assert given_up["bank"] == BANK  # as on the last one
    post(office, at(given_up, "/void"), reason="重复")
    assert issued(office, signed)["number"].endswith("-0002")


@needs_font
def test_numbers_begin_again_with_every_year(office: Client, signed: Application) -> None:
    first = issued(office, signed)
    post(office, at(first, "/void"), reason="抬头有误")
    with clock.moved_to(clock.now() + timedelta(days=366)):
        later = signed_again(office, signed)
    assert later["number"][-5:] == first["number"][-5:]
    assert later["number"] != first["number"]


def signed_again(office: Client, row: Application) -> dict[str, Any]:
    """A login does not live that long; the services do."""
    invoice = drafted(office, row)
    due = (clock.now() + timedelta(days=10)).date().isoformat()
    saved = filled_in(office, invoice, due_on=due)
    found: dict[str, Any] = post(office, at(saved, "/issue"), version=saved["version"]).json()
    return found


@needs_font
def test_it_is_paid_between_its_day_and_today_and_then_settled(
    office: Client, signed: Application
) -> None:
    invoice = issued(office, signed)
    for day in ("2020-01-01", "2099-01-01"):
        assert post(office, at(invoice, "/settle"), paid_on=day).json()["code"].endswith("early")
    paid = post(office, at(invoice, "/settle"), paid_on=invoice["issued_on"]).json()
    assert (paid["state"], paid["paid_on"]) == ("paid", invoice["issued_on"])
    assert post(office, at(invoice, "/void"), reason="x").json()["code"] == "invoice_state"


@needs_font
def test_every_step_is_journalled_with_its_reason(office: Client, signed: Application) -> None:
    invoice = issued(office, signed)
    post(office, at(invoice, "/void"), reason="抬头有误")
    with behind_the_walls():
        entries = Entry.objects.filter(object_id=invoice["id"]).order_by("seq")
        found = [(entry.action, entry.reason) for entry in entries]
    assert found == [
        ("invoice.drafted", ""),
        ("invoice.changed", ""),
        ("invoice.issued", ""),
        ("invoice.voided", "抬头有误"),
    ]


def test_a_client_sees_its_own_issued_invoices_only(
    ours: dict[str, Seat], theirs: dict[str, Seat], client: Client, office: Client
) -> None:
    invoice = issued_invoice(ours["PM"], ours["CC"])
    path = f"{INVOICES}/{invoice.id}"
    assert [row["id"] for row in client.get(INVOICES).json()["items"]] == [str(invoice.id)]
    assert client.get(path).json()["bank"] == BANK
    for stranger in (theirs["PM"], theirs["CC"]):
        assert signed_in(stranger).get(path).status_code == 404
    post(office, f"{path}/void", reason="抬头有误")
    draft = post(office, f"{APPLICATIONS}/{invoice.application_id}/invoice").json()
    assert client.get(at(draft)).status_code == 404
    listed = client.get(INVOICES).json()["items"]
    assert [row["state"] for row in listed] == ["void"]


@pytest.mark.parametrize("role", ["CC", "REV", "LA", "ADM", "QS"])
def test_only_the_manager_makes_issues_and_settles(ours: dict[str, Seat], role: str) -> None:
    invoice = issued_invoice(ours["PM"], ours["CC"])
    browser, path = signed_in(ours[role]), f"{INVOICES}/{invoice.id}"
    assert post(browser, f"{APPLICATIONS}/{invoice.application_id}/invoice").status_code == 403
    assert post(browser, f"{path}/issue", version=1).status_code == 403
    assert post(browser, f"{path}/settle", paid_on="2026-01-01").status_code == 403
    assert post(browser, f"{path}/void", reason="x").status_code == 403


def test_the_list_is_sorted_filtered_searched_and_written_to_excel(
    ours: dict[str, Seat], office: Client
) -> None:
    invoice = issued_invoice(ours["PM"], ours["CC"])
    for query, total in (
        ({"state": "issued"}, 1),
        ({"state": "draft"}, 0),
        ({"state": "overdue"}, 0),
        ({"search": "9001"}, 1),
        ({"search": "nobody"}, 0),
        ({"sort": "-gross_cents"}, 1),
    ):
        assert office.get(INVOICES, query).json()["total"] == total, query
    book = load_workbook(BytesIO(office.get(f"{INVOICES}?format=xlsx").content))
    head, row = book.worksheets[0].iter_rows(values_only=True)
    line = dict(zip(head, row, strict=True))
    assert (line["账单编号"], line["合计"]) == (invoice.number, 15369.99)


def test_what_waits_is_in_the_list_of_whoever_does_it(
    ours: dict[str, Seat], office: Client, client: Client
) -> None:
    row = under_contract(ours["PM"], ours["CC"])
    assert verbs(office) == ["开账单"]
    drafted(office, row)
    assert verbs(office) == ["开出"]
    assert verbs(client) == []


def test_a_client_is_asked_to_pay_and_the_manager_to_look_when_it_is_overdue(
    ours: dict[str, Seat], office: Client, client: Client
) -> None:
    invoice = issued_invoice(ours["PM"], ours["CC"])
    assert (verbs(office), verbs(client)) == ([], ["查看账单"])
    with behind_the_walls():
        type(invoice).objects.filter(id=invoice.id).update(due_on="2020-01-01")
    assert verbs(office) == ["核对付款"]
    assert office.get(INVOICES, {"state": "overdue"}).json()["items"][0]["is_overdue"] is True


def verbs(browser: Client) -> list[str]:
    rows = browser.get("/api/work").json()
    return [row["verb"] for row in rows if row["verb"] in VERBS]


VERBS = {"开账单", "开出", "核对付款", "查看账单"}
