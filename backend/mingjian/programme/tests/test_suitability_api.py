"""Scenes of an audit: the rules' verdict, and the two people it takes to say otherwise."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, Site
from mingjian.programme.queries.suitability import verdicts
from mingjian.programme.services import add_site
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db

CASES = "/api/programme/cases"
JSON = "application/json"


@pytest.fixture
def site(ours: dict[str, Seat], staffed: AuditCase) -> Site:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return add_site(viewer=acting, client_id=staffed.client_id, values={"name": "三水分厂"})


@pytest.fixture
def lead(ours: dict[str, Seat], staffed: AuditCase) -> Client:
    return signed_in(ours["LA"])


def send(browser: Client, path: str, **body: Any) -> Any:
    return browser.post(f"{CASES}{path}", body, content_type=JSON)


def listing(browser: Client, case: AuditCase, site: Site, scene: str, **values: Any) -> Any:
    return send(browser, f"/{case.id}/scenes", site_id=str(site.id), scene=scene, **values)


def scene_of(answer: Any) -> dict[str, Any]:
    assert answer.status_code in {200, 201}, answer.content.decode()
    found: dict[str, Any] = answer.json()["scenes"][0]
    return found


def overridden(browser: Client, scene: dict[str, Any]) -> Any:
    return send(
        browser,
        f"/scenes/{scene['id']}/overrides",
        scheme="EMS",
        verdict="limited",
        reason="车间装有固定摄像头，上次已到场",
    )


def answered(browser: Client, scene: dict[str, Any], *, yes: bool = True) -> Any:
    override = scene["overrides"][-1]
    path = f"/overrides/{override['id']}/answer"
    return send(browser, path, version=override["version"], is_confirmed=yes)


def test_a_red_scene_is_told_per_scheme_with_clause_and_rule_pack(
    manager: Client, staffed: AuditCase, site: Site
) -> None:
    scene = scene_of(listing(manager, staffed, site, "production"))
    told = {each["scheme"]: each for each in scene["verdicts"]}
    assert (told["QMS"]["verdict"], told["EMS"]["verdict"]) == ("remote_ok", "forbidden")
    assert scene["verdict"] == "forbidden"
    assert told["EMS"]["stamp"].startswith("ict-suitability@2026#")
    assert told["EMS"]["clause"]
    assert told["EMS"]["why"] == "限制场景，须到现场"


def test_scores_change_the_verdict_for_quality(
    manager: Client, staffed: AuditCase, site: Site
) -> None:
    scene = scene_of(listing(manager, staffed, site, "warehouse", factors={"complexity": 1}))
    assert scene["verdict"] == "remote_ok"
    changed = manager.patch(
        f"{CASES}/scenes/{scene['id']}",
        {"version": scene["version"], "factors": {"complexity": 2, "automation": 2}},
        content_type=JSON,
    )
    assert scene_of(changed)["verdict"] == "limited"


def test_one_person_alone_overrides_nothing(
    manager: Client, staffed: AuditCase, site: Site
) -> None:
    scene = scene_of(listing(manager, staffed, site, "production"))
    scene = scene_of(overridden(manager, scene))
    assert scene["verdict"] == "forbidden"
    refused = answered(manager, scene)
    assert refused.status_code == 409
    assert refused.json()["code"] == "override_second_person"


def test_manager_and_lead_together_override_and_both_are_recorded(
    manager: Client, lead: Client, staffed: AuditCase, site: Site, ours: dict[str, Seat]
) -> None:
    scene = scene_of(listing(manager, staffed, site, "production"))
    scene = scene_of(overridden(lead, scene))
    scene = scene_of(answered(manager, scene))
    assert scene["verdict"] == "limited"
    override = scene["overrides"][0]
    assert (override["proposed_as"], override["answered_as"]) == ("LA", "PM")
    assert override["reason"] == "车间装有固定摄像头，上次已到场"
    with behind_the_walls():
        entries = Entry.objects.filter(object_id=override["id"]).order_by("seq")
        actions = list(entries.values_list("action", "actor"))
    people = [f"person:{ours[role].person.id}" for role in ("LA", "PM")]
    assert actions == [("override.proposed", people[0]), ("override.confirmed", people[1])]


def test_a_refused_override_leaves_the_rules_verdict(
    manager: Client, lead: Client, staffed: AuditCase, site: Site
) -> None:
    scene = scene_of(overridden(manager, scene_of(listing(manager, staffed, site, "canteen"))))
    scene = scene_of(answered(lead, scene, yes=False))
    assert scene["verdict"] == "forbidden"
    assert scene["overrides"][0]["state"] == "refused"
    assert answered(lead, scene).json()["code"] == "override_settled"


def test_an_override_takes_a_reason(manager: Client, staffed: AuditCase, site: Site) -> None:
    scene = scene_of(listing(manager, staffed, site, "canteen"))
    path = f"/scenes/{scene['id']}/overrides"
    silent = send(manager, path, scheme="EMS", verdict="limited", reason=" ")
    assert silent.status_code == 422


def test_an_auditor_and_the_client_override_nothing(
    manager: Client, staffed: AuditCase, site: Site, ours: dict[str, Seat]
) -> None:
    scene = scene_of(listing(manager, staffed, site, "canteen"))
    for role in ("AU", "CC"):
        assert overridden(signed_in(ours[role]), scene).status_code == 403


def test_unknown_scenes_and_factors_are_refused(
    manager: Client, staffed: AuditCase, site: Site
) -> None:
    unknown = listing(manager, staffed, site, "moon")
    assert (unknown.status_code, unknown.json()["code"]) == (422, "scene_unknown")
    moody = listing(manager, staffed, site, "office", factors={"mood": 1})
    assert (moody.status_code, moody.json()["code"]) == (422, "scene_factors")


def test_two_scenes_of_a_kind_need_names_of_their_own(
    manager: Client, staffed: AuditCase, site: Site
) -> None:
    listing(manager, staffed, site, "production")
    again = listing(manager, staffed, site, "production")
    assert (again.status_code, again.json()["code"]) == (409, "scene_listed")
    assert listing(manager, staffed, site, "production", name="二车间").status_code == 201


def test_planning_asks_for_the_verdict_that_holds_of_every_scene(
    manager: Client, lead: Client, staffed: AuditCase, site: Site, ours: dict[str, Seat]
) -> None:
    scene = scene_of(overridden(manager, scene_of(listing(manager, staffed, site, "production"))))
    answered(lead, scene)
    acting = viewer(ours["LA"])
    with tenant_scope(acting.owners):
        held = verdicts(acting, staffed)
    assert held == {(site.id, "production"): {"QMS": "remote_ok", "EMS": "limited"}}


def test_a_removed_scene_counts_no_longer(manager: Client, staffed: AuditCase, site: Site) -> None:
    scene = scene_of(listing(manager, staffed, site, "canteen"))
    removed = send(manager, f"/scenes/{scene['id']}/remove", version=scene["version"])
    assert removed.json()["scenes"] == []
    assert listing(manager, staffed, site, "canteen").status_code == 201
