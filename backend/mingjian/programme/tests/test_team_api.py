"""Assignment with reasons, gates of the team, the client's objections and their answers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from mingjian.identity.models import Person
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import seat, signed_in, viewer
from mingjian.kit.access import Viewer
from mingjian.kit.mail.models import Letter
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, AuditProgramme, Qualification, TeamNotice
from mingjian.programme.services import record_past_case, update_case
from mingjian.programme.services.absences import enter_absence
from mingjian.programme.services.impartiality import register_interest
from mingjian.programme.services.notices import tell_client, tell_managers
from mingjian.programme.tests.factories import declare, join, qualify, surveillance

pytestmark = pytest.mark.django_db

CASES = "/api/programme/cases"
FIRST, LAST = date(2027, 3, 8), date(2027, 3, 10)


@pytest.fixture
def acting(ours: dict[str, Seat]) -> Viewer:
    return viewer(ours["PM"])


@pytest.fixture
def dated(acting: Viewer, case: AuditCase) -> AuditCase:
    with tenant_scope(acting.owners):
        return on_days(acting, case)


def on_days(acting: Viewer, case: AuditCase) -> AuditCase:
    values = {"starts_on": FIRST, "ends_on": LAST}
    return update_case(viewer=acting, case_id=case.id, version=case.version, values=values)


def add(manager: Client, case: AuditCase, who: Seat, role: str, **values: Any) -> Any:
    body = {"person_id": str(who.person.id), "role": role, **values}
    return manager.post(f"{CASES}/{case.id}/team", body, content_type="application/json")


def candidates(manager: Client, case: AuditCase, role: str) -> dict[str, Any]:
    found = manager.get(f"{CASES}/{case.id}/candidates", {"role": role}).json()
    return {each["person_id"]: each for each in found}


def facts(browser: Client, case: AuditCase) -> dict[str, Any]:
    found = browser.get(f"{CASES}/{case.id}").json()["facts"]
    return {fact["key"]: fact for fact in found if fact["key"].startswith("team.")}


def only_until(person: Person, last: date) -> None:
    Qualification.objects.filter(person=person).update(valid_to=last)


def tie(acting: Viewer, person: Person, case: AuditCase, kind: str = "consultancy") -> None:
    with tenant_scope(acting.owners):
        register_interest(
            viewer=acting,
            person_id=person.id,
            client_id=case.client_id,
            values={"kind": kind, "since": date(2026, 1, 1)},
        )


def test_an_expired_competence_is_refused_with_its_day_and_clause(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase
) -> None:
    with tenant_scope(acting.owners):
        only_until(ours["LA"].person, date(2027, 3, 9))
    refused = add(manager, dated, ours["LA"], "LA", override_reason="急需")
    assert (refused.status_code, refused.json()["code"]) == (409, "unsuitable")
    assert "2027-03-09 到期" in refused.json()["message"]
    assert "§7.2.4" in refused.json()["message"]


def test_a_conflict_of_interest_is_refused_whatever_the_reason(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase
) -> None:
    tie(acting, ours["LA"].person, dated)
    refused = add(manager, dated, ours["LA"], "LA", override_reason="急需").json()
    assert "利益冲突：咨询" in refused["message"]
    assert "§5.2.10" in refused["message"]


def test_a_code_that_is_not_held_is_not_assigned(
    manager: Client, ours: dict[str, Seat], dated: AuditCase
) -> None:
    refused = add(manager, dated, ours["AU"], "AU", codes=["99.01"]).json()
    assert (refused["code"], "99.01" in refused["message"]) == ("unsuitable", True)


def test_a_warning_is_passed_over_with_a_reason_only(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase
) -> None:
    with tenant_scope(acting.owners):
        enter_absence(
            viewer=acting,
            person_id=ours["AU"].person.id,
            values={"kind": "leave", "first": LAST, "last": LAST + timedelta(days=9)},
        )
    refused = add(manager, dated, ours["AU"], "AU").json()
    assert refused["code"] == "override_reason"
    assert "休假 2027-03-10 – 2027-03-19" in refused["message"]
    assert "§9.2.3" in refused["message"]
    joined = add(manager, dated, ours["AU"], "AU", override_reason="最后半天另有安排").json()
    assert joined["override_reason"] == "最后半天另有安排"
    assert not facts(manager, dated)["team.available"]["is_met"]


def test_whoever_is_booked_at_the_same_time_is_not_booked_again_without_a_reason(
    manager: Client,
    ours: dict[str, Seat],
    acting: Viewer,
    programme: AuditProgramme,
    dated: AuditCase,
) -> None:
    with tenant_scope(acting.owners):
        other = on_days(acting, surveillance(acting, programme, sequence=2))
        join(acting, other, ours["AU"].person.id, "AU", days="2")
    refused = add(manager, dated, ours["AU"], "AU").json()
    assert (refused["code"], other.number in refused["message"]) == ("override_reason", True)
    found = candidates(manager, dated, "AU")[str(ours["AU"].person.id)]
    assert found["week_days"] == 2


def test_candidates_say_what_speaks_for_and_against_them_and_visitors_come_first(
    manager: Client,
    ours: dict[str, Seat],
    acting: Viewer,
    programme: AuditProgramme,
    dated: AuditCase,
) -> None:
    other = seat(ours["ADM"], "AU", name="安未来")
    with tenant_scope(acting.owners):
        qualify(acting, other.person.id, "AU")
        record_past_case(
            viewer=acting,
            programme_id=programme.id,
            values={
                "kind": "surveillance",
                "starts_on": date(2026, 1, 5),
                "ends_on": date(2026, 1, 6),
            },
            team=[(ours["AU"].person.id, "AU")],
        )
    found = candidates(manager, dated, "AU")
    visitor, new = found[str(ours["AU"].person.id)], found[str(other.person.id)]
    assert visitor["visits"] == 1
    assert "曾 1 次往审" in [reason["words"] for reason in visitor["reasons"]]
    order = list(found)
    assert order.index(str(ours["AU"].person.id)) < order.index(str(other.person.id))
    assert not new["is_blocked"]
    observer = found[str(ours["OBS"].person.id)]
    assert observer["is_blocked"]
    assert {r["key"] for r in observer["reasons"] if r["blocks"]} == {"competent"}


def test_who_led_the_last_three_audits_is_due_for_rotation(
    manager: Client,
    ours: dict[str, Seat],
    acting: Viewer,
    programme: AuditProgramme,
    dated: AuditCase,
) -> None:
    with tenant_scope(acting.owners):
        for month in (1, 2, 3):
            day = date(2025, month, 3)
            record_past_case(
                viewer=acting,
                programme_id=programme.id,
                values={"kind": "special", "starts_on": day, "ends_on": day},
                team=[(ours["LA"].person.id, "LA")],
            )
    refused = add(manager, dated, ours["LA"], "LA").json()
    assert (refused["code"], "已连续 3 次" in refused["message"]) == ("override_reason", True)
    assert add(manager, dated, ours["LA"], "LA", override_reason="无其他组长").status_code == 201


def test_a_team_is_set_when_it_is_led_qualified_impartial_and_covers_every_code(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase
) -> None:
    lacking = facts(manager, dated)
    assert not lacking["team.lead"]["is_met"]
    assert lacking["team.codes"]["words"] == "专业 QMS 17.06、EMS 17.06 无人覆盖。"
    add(manager, dated, ours["LA"], "LA", codes=["17.06"])
    add(manager, dated, ours["AU"], "AU", schemes=["EMS"])
    met = facts(manager, dated)
    gates = {key for key, fact in met.items() if fact["gate"] == "team_set"}
    assert gates == {"team.lead", "team.competent", "team.codes", "team.impartial"}
    assert all(met[key]["is_met"] for key in gates)
    with tenant_scope(acting.owners):
        only_until(ours["LA"].person, FIRST)
    tie(acting, ours["AU"].person, dated)
    lapsed = facts(manager, dated)
    assert not lapsed["team.competent"]["is_met"], "a qualification may run out afterwards"
    assert not lapsed["team.codes"]["is_met"]
    assert not lapsed["team.impartial"]["is_met"]
    step = manager.post(f"{CASES}/{dated.id}/advance", {"to": "team_set"}, "application/json")
    assert step.json()["code"] == "case_not_ready"


def test_the_client_reads_who_but_not_why(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase
) -> None:
    add(manager, dated, ours["LA"], "LA")
    tie(acting, ours["LA"].person, dated, "family")
    client = signed_in(ours["CC"])
    words = facts(client, dated)["team.impartial"]["words"]
    assert "亲属" not in words
    assert client.get(f"{CASES}/{dated.id}/candidates").status_code == 403
    assert client.get(f"{CASES}/{dated.id}/standing").status_code == 403


def test_every_auditing_member_signs_for_the_audit_before_the_plan_goes_out(
    manager: Client, ours: dict[str, Seat], acting: Viewer, dated: AuditCase
) -> None:
    add(manager, dated, ours["LA"], "LA")
    fact = facts(manager, dated)["team.declared"]
    assert (fact["is_met"], fact["gate"]) == (False, "plan_issued")
    with tenant_scope(acting.owners):
        declare(ours["LA"].person, dated)
    assert facts(manager, dated)["team.declared"]["is_met"]


def told(acting: Viewer, case: AuditCase) -> int:
    with tenant_scope(acting.owners):
        tell_client(viewer=Viewer.system("jobs", acting.tenant_id), case_id=case.id)
        return TeamNotice.objects.filter(case=case).count()


def letters(acting: Viewer, template: str) -> list[str]:
    with tenant_scope(acting.owners):
        found = Letter.objects.filter(template=f"programme.{template}")
        return list(found.values_list("to", flat=True))


def test_the_client_is_told_the_names_once_for_each_team(
    manager: Client, ours: dict[str, Seat], acting: Viewer, staffed: AuditCase
) -> None:
    assert told(acting, staffed) == 0, "nothing before the team is set"
    manager.post(f"{CASES}/{staffed.id}/advance", {"to": "team_set"}, "application/json")
    assert told(acting, staffed) == 1
    assert told(acting, staffed) == 1
    assert letters(acting, "team_named") == [ours["CC"].person.email]
    client = signed_in(ours["CC"])
    notice = client.get(f"{CASES}/{staffed.id}/objections").json()["notice"]
    assert (notice["is_current"], notice["told"]) == (True, ours["CC"].person.name)
    add(manager, staffed, ours["TE"], "TE")
    assert not facts(manager, staffed)["team.told"]["is_met"]
    assert told(acting, staffed) == 2


def test_events_do_the_telling_the_team_to_the_client_the_objection_to_the_manager(
    manager: Client,
    ours: dict[str, Seat],
    acting: Viewer,
    staffed: AuditCase,
    run_jobs: Callable[[], int],
) -> None:
    manager.post(f"{CASES}/{staffed.id}/advance", {"to": "team_set"}, "application/json")
    run_jobs()
    assert letters(acting, "team_named") == [ours["CC"].person.email]
    with tenant_scope(acting.owners):
        object_to(signed_in(ours["CC"]), staffed, "AU")
    run_jobs()
    assert letters(acting, "member_objected") == [ours["PM"].person.email]


def object_to(browser: Client, case: AuditCase, role: str) -> Any:
    member = case.team.get(role=role, ended_at=None)
    body = {"member_id": str(member.id), "ground": "曾在我公司竞争对手任职"}
    return browser.post(f"{CASES}/{case.id}/objections", body, "application/json")


def answer(manager: Client, row: dict[str, Any], *, replaced: bool) -> Any:
    body = {"version": row["version"], "replaced": replaced, "answer": "已核实"}
    path = f"{CASES}/objections/{row['id']}/answer"
    return manager.post(path, body, content_type="application/json")


def test_the_client_objects_and_a_member_is_replaced_or_kept_with_a_reason(
    manager: Client, ours: dict[str, Seat], acting: Viewer, staffed: AuditCase
) -> None:
    client = signed_in(ours["CC"])
    with tenant_scope(acting.owners):
        raised = object_to(client, staffed, "AU").json()
        assert object_to(client, staffed, "AU").json()["code"] == "objection_open"
        system = Viewer.system("jobs", acting.tenant_id)
        tell_managers(viewer=system, objection_id=raised["id"])
    assert letters(acting, "member_objected") == [ours["PM"].person.email]
    fact = facts(manager, staffed)["team.objections"]
    assert (fact["is_met"], fact["gate"]) == (False, "plan_issued")
    kept = answer(manager, raised, replaced=False).json()
    assert (kept["state"], kept["answer"]) == ("kept", "已核实")
    assert answer(manager, kept, replaced=True).json()["code"] == "objection_answered"
    assert letters(acting, "objection_answered") == [ours["CC"].person.email]
    assert facts(manager, staffed)["team.objections"]["is_met"]
    with tenant_scope(acting.owners):
        again = object_to(client, staffed, "AU").json()
    assert answer(manager, again, replaced=True).json()["state"] == "replaced"
    team = manager.get(f"{CASES}/{staffed.id}/team").json()
    assert [member["role"] for member in team] == ["LA"]


def test_only_the_client_and_the_office_object_and_only_the_office_answers(
    manager: Client, ours: dict[str, Seat], acting: Viewer, staffed: AuditCase
) -> None:
    with tenant_scope(acting.owners):
        assert object_to(signed_in(ours["AU"]), staffed, "LA").status_code == 403
        raised = object_to(signed_in(ours["CC"]), staffed, "LA").json()
    assert answer(signed_in(ours["CC"]), raised, replaced=True).status_code == 403
