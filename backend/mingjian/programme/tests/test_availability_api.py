"""Absences, lanes, and work that changes hands in one step."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services import deactivate_person
from mingjian.identity.tests.factories import seat, signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.access import Viewer
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditPlan, AuditProgramme, PlanItem
from mingjian.programme.services import update_case, update_programme
from mingjian.programme.tests.factories import qualify

pytestmark = pytest.mark.django_db

ROOT = "/api/programme"


@pytest.fixture
def acting(ours: dict[str, Seat]) -> Viewer:
    return viewer(ours["PM"])


@pytest.fixture
def dated(acting: Viewer, staffed: AuditCase) -> AuditCase:
    """The staffed audit, on three days of March 2027."""
    values = {"starts_on": date(2027, 3, 8), "ends_on": date(2027, 3, 10)}
    with tenant_scope(acting.owners):
        return update_case(
            viewer=acting, case_id=staffed.id, version=staffed.version, values=values
        )


@pytest.fixture
def spare(ours: dict[str, Seat], acting: Viewer) -> Seat:
    """A qualified colleague with a free desk."""
    colleague = seat(ours["ADM"], "AU", name="安未来")
    with tenant_scope(acting.owners):
        qualify(acting, colleague.person.id, "LA")
    return colleague


def enter(browser: Client, who: Seat, first: str, last: str, **values: Any) -> Any:
    body = {"person_id": str(who.person.id), "kind": "leave", "first": first, "last": last}
    return browser.post(f"{ROOT}/absences", body | values, content_type="application/json")


def lanes(browser: Client, **query: Any) -> dict[str, Any]:
    query = {"first": "2027-03-01", "weeks": 4, **query}
    return {
        each["person_id"]: each for each in browser.get(f"{ROOT}/schedule", query).json()["lanes"]
    }


def work_of(manager: Client, who: Seat) -> Any:
    return manager.get(f"{ROOT}/hand-overs/{who.person.id}").json()


def give(manager: Client, giver: Seat, *gifts: dict[str, Any], reason: str = "休产假") -> Any:
    path = f"{ROOT}/hand-overs/{giver.person.id}"
    return manager.post(path, {"gifts": list(gifts), "reason": reason}, "application/json")


def gift(piece: dict[str, Any], taker: Seat) -> dict[str, Any]:
    return {"kind": piece["kind"], "id": piece["id"], "to_person_id": str(taker.person.id)}


def test_everybody_enters_their_own_absence_and_the_office_anybodys(
    manager: Client, ours: dict[str, Seat]
) -> None:
    auditor = signed_in(ours["AU"])
    assert enter(auditor, ours["AU"], "2027-03-01", "2027-03-05").status_code == 201
    assert enter(auditor, ours["LA"], "2027-03-01", "2027-03-05").status_code == 403
    assert enter(manager, ours["LA"], "2027-03-01", "2027-03-05").status_code == 201
    assert auditor.get(f"{ROOT}/absences").json()["total"] == 1
    assert manager.get(f"{ROOT}/absences").json()["total"] == 2


def test_absences_of_a_person_do_not_overlap_but_may_share_a_day_by_halves(
    ours: dict[str, Seat],
) -> None:
    auditor = signed_in(ours["AU"])
    enter(auditor, ours["AU"], "2027-03-01", "2027-03-05", until_noon=True)
    assert enter(auditor, ours["AU"], "2027-03-05", "2027-03-08").json()["code"] == (
        "absence_overlap"
    )
    assert enter(auditor, ours["AU"], "2027-03-05", "2027-03-08", from_noon=True).status_code == 201


@pytest.mark.parametrize(
    "values",
    [
        {"first": "2027-03-05", "last": "2027-03-01"},
        {"first": "2027-03-05", "last": "2027-03-05", "from_noon": True, "until_noon": True},
    ],
)
def test_an_absence_of_nothing_is_refused(ours: dict[str, Seat], values: dict[str, Any]) -> None:
    refused = enter(signed_in(ours["AU"]), ours["AU"], **values)
    assert refused.json()["code"] == "absence_days"


def test_an_absence_is_changed_and_cancelled(ours: dict[str, Seat]) -> None:
    auditor = signed_in(ours["AU"])
    row = enter(auditor, ours["AU"], "2027-03-01", "2027-03-05").json()
    path, body = f"{ROOT}/absences/{row['id']}", {"version": 1, "last": "2027-03-09"}
    changed = auditor.patch(path, body, content_type="application/json").json()
    assert (changed["first"], changed["last"]) == ("2027-03-01", "2027-03-09")
    assert auditor.patch(path, body, content_type="application/json").status_code == 409
    auditor.post(f"{path}/cancel", {"version": 2}, content_type="application/json")
    assert auditor.get(f"{ROOT}/absences").json()["total"] == 0


def test_lanes_show_audits_and_absences_and_what_clashes(
    manager: Client, ours: dict[str, Seat], dated: AuditCase
) -> None:
    enter(manager, ours["AU"], "2027-03-10", "2027-03-12")
    enter(manager, ours["LA"], "2027-03-11", "2027-03-12")
    found = lanes(manager)
    clashing = found[str(ours["AU"].person.id)]["bars"]
    assert [(bar["kind"], bar["clashes"]) for bar in clashing] == [
        ("case", True),
        ("absence", True),
    ]
    assert not any(bar["clashes"] for bar in found[str(ours["LA"].person.id)]["bars"])
    assert list(lanes(manager, only="clashing")) == [str(ours["AU"].person.id)]
    assert str(ours["TE"].person.id) in lanes(manager, only="free")
    assert list(lanes(signed_in(ours["AU"]))) == [str(ours["AU"].person.id)]


def test_the_lanes_are_exported_as_rows(
    manager: Client, ours: dict[str, Seat], dated: AuditCase
) -> None:
    query: dict[str, Any] = {"first": "2027-03-01", "weeks": 4, "format": "xlsx"}
    answer = manager.get(f"{ROOT}/schedule", query)
    _head, *rows = load_workbook(BytesIO(answer.content)).worksheets[0].values
    assert [row[2] for row in rows] == [dated.number, dated.number]


def test_work_is_handed_over_in_one_step_and_both_sides_hear_of_it(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase, spare: Seat
) -> None:
    with tenant_scope(acting.owners):
        old = dated.team.get(role="AU")
        plan = AuditPlan.objects.create(owner_id=dated.owner_id, case=dated)
        item = PlanItem.objects.create(
            owner_id=dated.owner_id,
            plan=plan,
            title="采购",
            local_start="2027-03-08T09:00",
            local_end="2027-03-08T10:00",
            starts_at="2027-03-08T01:00:00Z",
            ends_at="2027-03-08T02:00:00Z",
            members=[str(old.id)],
        )
    (piece,) = work_of(manager, ours["AU"])["pieces"]
    assert (piece["kind"], piece["items"]) == ("member", 1)
    taker = next(t for t in piece["takers"] if t["person_id"] == str(spare.person.id))
    assert not taker["is_blocked"]
    made = give(manager, ours["AU"], gift(piece, spare))
    assert made.status_code == 201
    with tenant_scope(acting.owners):
        new = dated.team.get(role="AU", ended_at=None)
        item.refresh_from_db()
        assert (new.person_id, item.members) == (spare.person.id, [str(new.id)])
        sent = Letter.objects.filter(template="programme.work_handed_over")
        assert {letter.to for letter in sent} == {ours["AU"].person.email, spare.person.email}
        entry = Entry.objects.filter(action="work.handed_over").get()
        assert entry.reason == "休产假"
    assert work_of(manager, ours["AU"])["pieces"] == []


def test_a_hand_over_is_all_or_nothing(
    manager: Client,
    ours: dict[str, Seat],
    acting: Viewer,
    dated: AuditCase,
    programme: AuditProgramme,
) -> None:
    """The programme could change hands, the place in the team cannot: so neither does."""
    with tenant_scope(acting.owners):
        update_programme(
            viewer=acting,
            programme_id=programme.id,
            version=programme.version,
            values={"manager_id": ours["LA"].person.id},
        )
    pieces = {piece["kind"]: piece for piece in work_of(manager, ours["LA"])["pieces"]}
    refused = give(
        manager,
        ours["LA"],
        gift(pieces["programme"], ours["PM"]),
        gift(pieces["member"], ours["OBS"]),
    )
    assert refused.json()["code"] == "unsuitable"
    assert len(work_of(manager, ours["LA"])["pieces"]) == 2
    given = give(manager, ours["LA"], gift(pieces["programme"], ours["PM"]))
    assert [piece["kind"] for piece in given.json()["pieces"]] == ["programme"]


def test_work_goes_to_somebody_else_and_only_if_it_is_the_persons(
    manager: Client, ours: dict[str, Seat], dated: AuditCase, spare: Seat
) -> None:
    (piece,) = work_of(manager, ours["AU"])["pieces"]
    assert give(manager, ours["AU"], gift(piece, ours["AU"])).json()["code"] == "hand_over_to_self"
    assert give(manager, ours["LA"], gift(piece, spare)).json()["code"] == "nothing_to_hand_over"
    assert give(manager, ours["AU"]).json()["code"] == "nothing_to_hand_over"


def test_a_leaver_with_open_work_is_brought_up_until_it_is_handed_over(
    manager: Client,
    ours: dict[str, Seat],
    dated: AuditCase,
    spare: Seat,
    run_jobs: Callable[[], int],
) -> None:
    administrator, person = viewer(ours["ADM"]), ours["AU"].person
    with tenant_scope(administrator.owners):
        person.refresh_from_db()
        deactivate_person(
            viewer=administrator, person_id=person.id, version=person.version, reason="离职"
        )
    run_jobs()
    with tenant_scope(administrator.owners):
        letter = Letter.objects.get(template="programme.leaver_holds_work")
        assert letter.to == ours["PM"].person.email
    assert [each["count"] for each in manager.get(f"{ROOT}/hand-overs/leavers").json()] == [1]
    item = next(w for w in manager.get("/api/work").json() if w["verb"] == "移交")
    assert item["href"] == f"/schedule?handover={person.id}"
    (piece,) = work_of(manager, ours["AU"])["pieces"]
    assert give(manager, ours["AU"], gift(piece, spare)).status_code == 201
    assert manager.get(f"{ROOT}/hand-overs/leavers").json() == []
