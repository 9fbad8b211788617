"""Workbooks of thousands of rows: checked at once, written and taken back by jobs, all or none."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.models import Import, Person
from mingjian.identity.queries.seats import Seat
from mingjian.identity.services import add_person
from mingjian.identity.services.imports.carrying_on import PART
from mingjian.identity.tests.factories import viewer
from mingjian.identity.tests.test_imports_api import IMPORTS, PEOPLE, post, upload, workbook
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

MANY = 250
RunJobs = Callable[[], int]


def people(count: int, *, faulty: int = 0) -> bytes:
    """Rows ``2 … count + 1`` of the workbook; the last ``faulty`` ones have no address."""
    right = [[f"第{n}人", f"p{n}@body.example", "", "", ""] for n in range(count - faulty)]
    wrong = [[f"无邮箱{n}", "", "", "", ""] for n in range(faulty)]
    return workbook(PEOPLE, *right, *wrong)


def read(browser: Client, batch: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = browser.get(f"{IMPORTS}/{batch['id']}").json()
    return found


def count(ours: Seat) -> int:
    with tenant_scope({ours.tenant.id}):
        return Person.objects.filter(owner_id=ours.tenant.id).count()


def test_five_thousand_rows_are_checked_cell_by_cell_within_a_request(admin: Client) -> None:
    content = people(5_000, faulty=40)
    began = time.monotonic()
    answer = upload(admin, "people", content)
    took = time.monotonic() - began
    assert answer.status_code == 201
    batch = answer.json()
    assert (len(batch["rows"]), batch["faulty"]) == (5_000, 40)
    assert [row["number"] for row in batch["rows"] if row["errors"]] == list(range(4_962, 5_002))
    assert took < 30  # about 5 s where nothing else runs


def test_many_rows_are_written_by_jobs_and_the_page_shows_how_far_they_are(
    admin: Client, ours: Seat, run_jobs: RunJobs
) -> None:
    batch = upload(admin, "people", people(MANY, faulty=3)).json()
    asked = post(admin, batch, "confirm").json()
    assert (asked["state"], asked["rows"]) == ("confirming", [])
    assert (asked["done"], asked["total"]) == (0, MANY - 3)
    assert post(admin, batch, "confirm").json()["code"] == "import_state"
    assert count(ours) == 1
    run_jobs()
    done = read(admin, batch)
    assert (done["state"], len(done["rows"]), done["faulty"]) == ("confirmed", MANY, 3)
    assert count(ours) == 1 + MANY - 3


def test_what_jobs_wrote_is_undone_by_jobs(admin: Client, ours: Seat, run_jobs: RunJobs) -> None:
    batch = upload(admin, "people", people(MANY)).json()
    post(admin, batch, "confirm")
    run_jobs()
    [used] = admin.get("/api/identity/people", {"search": "p7@body"}).json()["items"]
    change = {"version": used["version"], "phone": "110"}
    admin.patch(f"/api/identity/people/{used['id']}", change, content_type="application/json")
    assert post(admin, batch, "undo").json()["state"] == "undoing"
    run_jobs()
    undone = read(admin, batch)
    assert (undone["state"], [row["number"] for row in undone["kept"]]) == ("undone", [9])
    assert count(ours) == 2


def test_if_one_row_cannot_be_written_none_is_and_the_page_says_why(
    admin: Client, ours: Seat, run_jobs: RunJobs
) -> None:
    batch = upload(admin, "people", people(MANY)).json()
    acting = viewer(ours)
    with tenant_scope(acting.owners):
        email = f"p{MANY - 1}@body.example"
        add_person(viewer=acting, tenant_id=ours.tenant.id, name="捷足", email=email)
    post(admin, batch, "confirm")
    run_jobs()
    stopped = read(admin, batch)
    assert (stopped["state"], stopped["kept"]) == ("checked", [])
    assert "邮箱" in stopped["failure"]
    assert count(ours) == 2
    with tenant_scope({ours.tenant.id}):
        assert Import.objects.get(id=batch["id"]).made == []


def test_every_part_is_journalled_as_whoever_asked(
    admin: Client, ours: Seat, run_jobs: RunJobs
) -> None:
    batch = upload(admin, "people", people(MANY)).json()
    post(admin, batch, "confirm")
    run_jobs()
    with tenant_scope({ours.tenant.id}):
        entries = Entry.objects.filter(object_id=batch["id"]).order_by("seq")
        found = [(entry.action, entry.actor) for entry in entries]
    person = f"person:{ours.person.id}"
    assert found == [
        ("import.checked", person),
        ("import.confirming", person),
        *[("import.carried_on", person)] * (MANY // PART),
    ]


def test_who_lost_the_right_meanwhile_writes_nothing(
    admin: Client, ours: Seat, run_jobs: RunJobs
) -> None:
    batch = upload(admin, "people", people(MANY)).json()
    post(admin, batch, "confirm")
    with tenant_scope({ours.tenant.id}):
        type(ours.membership).objects.filter(id=ours.membership.id).update(role="QS")
    run_jobs()
    with tenant_scope({ours.tenant.id}):
        stopped = Import.objects.get(id=batch["id"])
    assert (stopped.made, bool(stopped.failure)) == ([], True)
    assert count(ours) == 1
