"""S44: who may audit remotely is declared, checked in practice, confirmed, and runs out."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import found, seat, signed_in
from mingjian.kit import clock
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.queries.ict_competence import is_confirmed
from mingjian.programme.rules.days import months_after
from mingjian.programme.rules.ict import Confirmed

pytestmark = pytest.mark.django_db

ICT = "/api/programme/ict"
HARDWARE = ["headset", "camera", "second_screen", "network"]
SOFTWARE = ["meeting", "screen_share", "transfer", "capture", "ladder", "confidentiality"]


class Desk:
    """A body with a manager, an experienced auditor and a new one."""

    def __init__(self) -> None:
        self.founder = found()
        self.manager = seat(self.founder, "PM", name="赵敏")
        self.auditor = seat(self.founder, "AU", name="王磊")
        self.newcomer = seat(self.founder, "AU", name="何轩")

    def browser(self, who: Seat) -> Client:
        return signed_in(who)

    def confirmed(self, who: Seat, area: str, checker: Seat | None = None) -> dict[str, Any]:
        items = HARDWARE if area == "hardware" else SOFTWARE
        row = post(self.browser(who), ICT, area=area, items=items).json()
        checker = checker or self.manager
        row = act(self.browser(checker), row, "check", items=items, note="试会中演示").json()
        return act(self.browser(self.manager), row, "confirm").json()  # type: ignore[no-any-return]

    def standing(self, who: Seat, on: date) -> Confirmed:
        with tenant_scope({self.founder.tenant.id}):
            return is_confirmed(who.person.id, on)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def post(browser: Client, path: str, **values: Any) -> Any:
    return browser.post(path, values, content_type="application/json")


def act(browser: Client, row: dict[str, Any], verb: str, **values: Any) -> Any:
    return post(browser, f"{ICT}/{row['id']}/{verb}", version=row["version"], **values)


def test_declared_checked_and_confirmed_for_a_year(desk: Desk) -> None:
    today = clock.today("Asia/Shanghai")
    row = desk.confirmed(desk.auditor, "hardware")
    assert row["state"] == "confirmed"
    assert row["valid_until"] == months_after(today, 12).isoformat()
    assert desk.standing(desk.auditor, today).missing == ["software"]
    desk.confirmed(desk.auditor, "software")
    assert desk.standing(desk.auditor, today).is_confirmed
    assert desk.standing(desk.auditor, today - timedelta(days=1)).missing == [
        "hardware",
        "software",
    ]
    assert desk.standing(desk.auditor, months_after(today, 12)).is_confirmed
    assert not desk.standing(desk.auditor, months_after(today, 12) + timedelta(days=1)).is_confirmed


def test_a_check_is_passed_only_when_every_item_was_shown(desk: Desk) -> None:
    row = post(desk.browser(desk.auditor), ICT, area="hardware", items=HARDWARE).json()
    answer = act(desk.browser(desk.manager), row, "check", items=["headset"], note="演示")
    assert (answer.status_code, answer.json()["code"]) == (422, "ict_not_shown")
    assert "双屏" in answer.json()["message"]


def test_items_of_the_other_area_are_refused(desk: Desk) -> None:
    answer = post(desk.browser(desk.auditor), ICT, area="hardware", items=["meeting"])
    assert (answer.status_code, answer.json()["code"]) == (422, "ict_items")


def test_once_somebody_is_confirmed_only_confirmed_people_check(desk: Desk) -> None:
    desk.confirmed(desk.auditor, "hardware")
    row = post(desk.browser(desk.newcomer), ICT, area="hardware", items=HARDWARE).json()
    by_manager = act(desk.browser(desk.manager), row, "check", items=HARDWARE, note="演示")
    assert (by_manager.status_code, by_manager.json()["code"]) == (409, "ict_checker")
    by_auditor = act(desk.browser(desk.auditor), row, "check", items=HARDWARE, note="演示")
    assert by_auditor.json()["checked_by"] == "王磊"


def test_nobody_checks_or_confirms_themselves(desk: Desk) -> None:
    row = post(desk.browser(desk.manager), ICT, area="hardware", items=HARDWARE).json()
    own = act(desk.browser(desk.manager), row, "check", items=HARDWARE, note="演示")
    assert own.json()["code"] == "ict_checker"
    row = act(desk.browser(desk.auditor), row, "check", items=HARDWARE, note="演示").json()
    assert act(desk.browser(desk.manager), row, "confirm").json()["code"] == "ict_self_confirmed"


def test_an_auditor_declares_for_nobody_else_and_confirms_nobody(desk: Desk) -> None:
    other = {"person_id": str(desk.newcomer.person.id), "area": "hardware", "items": HARDWARE}
    assert post(desk.browser(desk.auditor), ICT, **other).status_code == 403
    row = post(desk.browser(desk.newcomer), ICT, area="hardware", items=HARDWARE).json()
    assert act(desk.browser(desk.auditor), row, "confirm").status_code == 403


def test_one_round_at_a_time_and_a_withdrawn_one_makes_room(desk: Desk) -> None:
    browser = desk.browser(desk.auditor)
    row = post(browser, ICT, area="hardware", items=HARDWARE).json()
    again = post(browser, ICT, area="hardware", items=HARDWARE)
    assert (again.status_code, again.json()["code"]) == (409, "ict_round_open")
    act(desk.browser(desk.manager), row, "withdraw", reason="设备更换")
    assert post(browser, ICT, area="hardware", items=HARDWARE).status_code == 201


def test_a_withdrawn_confirmation_holds_no_longer(desk: Desk) -> None:
    row = desk.confirmed(desk.auditor, "hardware")
    act(desk.browser(desk.manager), row, "withdraw", reason="实际操作不熟练")
    assert desk.standing(desk.auditor, clock.today("Asia/Shanghai")).hardware_until is None


def test_every_hand_over_is_written_to_whoever_is_next(desk: Desk) -> None:
    desk.confirmed(desk.auditor, "hardware")
    with tenant_scope({desk.founder.tenant.id}):
        letters = list(Letter.objects.order_by("written_at").values_list("template", "to"))
    manager, auditor = desk.manager.person.email, desk.auditor.person.email
    assert letters == [
        ("programme.ict_waiting", manager),
        ("programme.ict_waiting", manager),
        ("programme.ict_confirmed", auditor),
    ]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 2, 28), 12, date(2024, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(
    day: date, months: int, expected: date
) -> None:
    assert months_after(day, months) == expected
