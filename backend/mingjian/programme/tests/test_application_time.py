"""C01: the contract review calculates audit time from what the applicant says of itself."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import Application, ApplicationTime
from mingjian.programme.rules.application_time import with_figures
from mingjian.programme.rules.audit_time import Inputs
from mingjian.programme.services.applications import save_form
from mingjian.programme.tests.application_factories import (
    TIME,
    checks,
    form,
    site,
    submitted_by_client,
    under_review,
)
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db

APPLICATIONS = "/api/programme/applications"


@pytest.fixture
def row(ours: dict[str, Seat]) -> Application:
    return under_review(ours["REV"], submitted_by_client(ours["CC"]))


@pytest.fixture
def reviewer(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["REV"])


def at(row: Application, rest: str = "") -> str:
    return f"{APPLICATIONS}/{row.id}{rest}"


def calculate(browser: Client, row: Application, number: int = 0, **values: Any) -> Any:
    body = {"number": number, "choices": TIME, **values}
    return browser.post(at(row, "/time"), body, content_type="application/json")


def test_the_form_starts_from_the_applications_own_sites_and_people(
    reviewer: Client, row: Application
) -> None:
    page = reviewer.get(at(row, "/time")).json()
    sites = {each["name"]: each["headcount"] for each in page["proposed"]["sites"]}
    assert sites["总部"]["full_time"] == 40
    assert (sites["二厂"]["full_time"], sites["二厂"]["contractors"]) == (15, 3)
    assert [each["scheme"] for each in page["proposed"]["schemes"]] == ["QMS"]
    assert page["last"] is None


def test_an_initial_certification_takes_the_days_of_the_table_for_both_stages(
    reviewer: Client, row: Application
) -> None:
    """58 people, QMS: 5.0 days by IAF MD 5, table QMS 1 (46–65)."""
    body = calculate(reviewer, row).json()
    time = body["review"]["time"]
    assert (time["result"]["days"], time["result"]["personnel"]) == ("5.00", 58)
    assert body["review"]["audit_days"] == "5.0"
    lines = time["result"]["lines"]
    assert lines
    assert all(line["basis"] and line["clause"] for line in lines)
    assert not {line["key"] for line in lines} & {"share", "stage"}


def test_a_preview_saves_nothing(reviewer: Client, row: Application) -> None:
    answer = reviewer.post(at(row, "/time/preview"), TIME, content_type="application/json")
    assert answer.json()["days"] == "5.00"
    assert reviewer.get(at(row)).json()["review"]["audit_days"] is None


@pytest.mark.parametrize("days", ["4.5", "7.5"])
def test_a_reviewer_sets_other_days_only_with_a_reason(
    reviewer: Client, row: Application, days: str
) -> None:
    bare = calculate(reviewer, row, days=days, override_reason=" ")
    assert (bare.status_code, list(bare.json()["fields"])) == (422, ["override_reason"])
    review = calculate(reviewer, row, days=days, override_reason="工序简单").json()["review"]
    assert (review["audit_days"], review["days_reason"]) == (days, "工序简单")
    assert review["time"]["result"]["days"] == "5.00"  # what was calculated stays to be seen


def test_every_calculation_is_kept_and_who_calculates_second_is_told(
    reviewer: Client, row: Application
) -> None:
    calculate(reviewer, row, days="7", override_reason="两班")
    late = calculate(reviewer, row)
    assert (late.status_code, late.json()["code"]) == (409, "stale")
    current = late.json()["params"]["current"]
    assert (current["version"], current["days"]) == (1, "7")
    assert calculate(reviewer, row, number=1).status_code == 201
    with behind_the_walls():
        assert ApplicationTime.objects.filter(application=row).count() == 2


def test_an_open_review_form_is_not_made_stale_by_the_calculation(
    reviewer: Client, row: Application
) -> None:
    version = reviewer.get(at(row)).json()["review"]["version"]
    calculate(reviewer, row)
    body = {"version": version, "checks": checks(), "scope_codes": ["17.06"]}
    assert (
        reviewer.patch(at(row, "/review"), body, content_type="application/json").json()["review"][
            "audit_days"
        ]
        == "5.0"
    )


def test_when_the_applicant_corrects_the_people_the_time_is_calculated_again(
    ours: dict[str, Seat], reviewer: Client, row: Application
) -> None:
    calculate(reviewer, row)
    body = {"version": 1, "checks": checks(), "scope_codes": ["17.06"]}
    reviewer.patch(at(row, "/review"), body, content_type="application/json")
    asked = {"text": "二厂到底有多少人？"}
    reviewer.post(at(row, "/ask"), asked, content_type="application/json")
    corrected = form(name=row.name, sites=[site("总部", full_time=40), site("二厂", full_time=90)])
    client, acting = signed_in(ours["CC"]), viewer(ours["CC"])
    with tenant_scope(acting.owners):
        version = Application.objects.get(id=row.id).version
        save_form(viewer=acting, application_id=row.id, version=version, form=corrected)
    client.post(at(row, "/answer"), {"text": "90 人。"}, content_type="application/json")
    refused = reviewer.post(at(row, "/accept"))
    assert refused.json()["params"]["missing"] == ["申请内容已变化，请重新计算审核时间。"]
    assert reviewer.get(at(row, "/time")).json()["is_outdated"] is True
    calculate(reviewer, row, number=1)
    assert reviewer.post(at(row, "/accept")).json()["state"] == "accepted"


def test_only_who_reviews_calculates_and_the_client_does_not_see_it(
    ours: dict[str, Seat], reviewer: Client, row: Application
) -> None:
    calculate(reviewer, row)
    for role in ("PM", "CC", "LA", "ADM"):
        assert signed_in(ours[role]).get(at(row, "/time")).status_code == 403
        assert calculate(signed_in(ours[role]), row, number=1).status_code == 403
    assert signed_in(ours["CC"]).get(at(row)).json()["review"] is None
    assert signed_in(ours["PM"]).get(at(row)).json()["review"]["time"]["result"]["lines"]


def test_other_schemes_than_the_applications_are_refused(
    reviewer: Client, row: Application
) -> None:
    choices = {"schemes": [{"scheme": "EMS", "complexity": "medium"}]}
    answer = calculate(reviewer, row, choices=choices)
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["schemes"])


def test_figures_of_the_application_overrule_what_a_form_says() -> None:
    typed = Inputs.of(
        {
            "kind": "surveillance",
            "schemes": [{"scheme": "QMS"}],
            "sites": [{"id": "总部", "name": "x", "headcount": {"full_time": 1}}],
        }
    )
    shown = with_figures(typed, form(is_foreign=True, wants_remote=True))
    assert (shown.kind, shown.mode, shown.jurisdiction) == ("initial", "hybrid", "IAF")
    assert [each.headcount.people for each in shown.sites] == [40, 18]
    assert with_figures(typed, form(is_transfer=True)).kind == "transfer"
