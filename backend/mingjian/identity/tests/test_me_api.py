"""Oneself: who is signed in, what the role may do, and the own settings."""

from typing import Any

import pytest
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import engage, seat, signed_in
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

ME = "/api/identity/me"
TENANT = "/api/identity/tenant"


def patch(browser: Client, url: str, **values: Any) -> Any:
    return browser.patch(url, values, content_type="application/json")


def test_without_a_login_there_is_nobody() -> None:
    answer = Client().get(ME)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_the_application_learns_who_acts_where_in_which_role(admin: Client, ours: Seat) -> None:
    me = admin.get(ME).json()
    assert me["account"]["email"] == ours.person.email
    assert me["person"]["name"] == "沈知远"
    assert me["membership"]["role"] == "ADM"
    assert me["membership"]["tenant"]["name"] == "华鉴认证有限公司"
    assert (me["language"], me["zone"]) == ("zh-hans", "Asia/Shanghai")
    assert me["csrf"]


def test_the_rights_are_the_matrixs(admin: Client, ours: Seat) -> None:
    rights = admin.get(ME).json()["rights"]
    assert rights["people"] == ["C", "U", "R"]
    assert rights["rule_packs"] == ["C(unapproved)", "U(unapproved)", "R(unapproved)"]
    assert "evidence" not in rights
    assert signed_in(seat(ours, "TE")).get(ME).json()["rights"]["evidence"] == ["R(assigned)"]


def test_one_login_may_act_for_several_organisations(
    admin: Client, ours: Seat, theirs: Seat
) -> None:
    second = seat(theirs, "AU", account=ours.person.account)
    roles = {each["tenant"]["name"]: each["role"] for each in admin.get(ME).json()["memberships"]}
    assert roles == {"华鉴认证有限公司": "ADM", "远衡认证有限公司": "AU"}
    body = {"membership_id": str(second.membership.id)}
    assert admin.post(f"{ME}/membership", body, "application/json").status_code == 204
    assert admin.get(ME).json()["membership"]["tenant"]["name"] == "远衡认证有限公司"
    assert admin.get(TENANT).status_code == 403


def test_everybody_changes_their_own_profile(ours: Seat) -> None:
    guest = seat(ours, "CG", tenant=engage(ours))
    browser = signed_in(guest)
    version = browser.get(ME).json()["person"]["version"]
    changed = patch(browser, ME, version=version, name="周以宁", language="en", zone="Asia/Tokyo")
    assert changed.status_code == 200
    me = browser.get(ME).json()
    assert (me["person"]["name"], me["language"], me["zone"]) == ("周以宁", "en", "Asia/Tokyo")


def test_the_own_address_and_activity_are_not_ones_own_to_change(admin: Client) -> None:
    for field, value in {"email": "x@y.example", "is_active": False}.items():
        assert patch(admin, ME, version=1, **{field: value}).status_code == 422


def test_a_stale_profile_is_noticed(admin: Client) -> None:
    assert patch(admin, ME, version=1, phone="110").status_code == 200
    answer = patch(admin, ME, version=1, phone="119")
    assert (answer.status_code, answer.json()["params"]["current"]["phone"]) == (409, "110")


def test_an_administrator_changes_the_bodys_settings(admin: Client, ours: Seat) -> None:
    tenant = admin.get(TENANT).json()
    changed = patch(
        admin, TENANT, version=tenant["version"], approval_number="CNCA-R-2003-123", zone="UTC"
    )
    assert (changed.json()["approval_number"], changed.json()["zone"]) == ("CNCA-R-2003-123", "UTC")
    with tenant_scope({ours.tenant.id}):
        entry = Entry.objects.latest("seq")
    assert (entry.action, entry.before != entry.after) == ("tenant.changed", True)


def test_a_stale_settings_form_is_noticed(admin: Client) -> None:
    patch(admin, TENANT, version=1, name="新名称")
    assert patch(admin, TENANT, version=1, name="旧表单").status_code == 409


@pytest.mark.parametrize("role", ["PM", "AU", "QS"])
def test_settings_are_the_administrators(ours: Seat, role: str) -> None:
    browser = signed_in(seat(ours, role))
    assert browser.get(TENANT).status_code == 403
    assert patch(browser, TENANT, version=1, name="改名").status_code == 403
