"""The first day: a body, its first administrator and its recovery code, by a one-time token."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from mingjian.identity import setup_token
from mingjian.identity.models import Account
from mingjian.identity.queries.seats import Seat
from mingjian.identity.queries.tenants import tenant_ids
from mingjian.identity.tests.factories import PASSWORD, seat, signed_in
from mingjian.journal.models import Entry
from mingjian.kit.keys.errors import RootKeyElsewhere
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db

SETUP = "/api/identity/setup"
RECOVERY = "/api/identity/recovery-code"


class HeldByAService(FileRootKey):
    """As a key service: it wraps, and never gives its key."""

    is_exportable = False

    def export(self) -> bytes:
        raise RootKeyElsewhere


@pytest.fixture
def token(settings: Settings, tmp_path: Path) -> str:
    """The token that ``manage.py setup_token`` prints."""
    settings.DATA = tmp_path
    printed = StringIO()
    call_command("setup_token", stdout=printed)
    return printed.getvalue().strip()


def set_up(browser: Client, token: str, **administrator: Any) -> Any:
    body = {"name": "华鉴认证有限公司", "approval_number": "CNCA-R-2003-123"}
    first = {"name": "沈知远", "email": "Shen@body.example", "password": PASSWORD}
    what = {"token": token, "body": body, "administrator": first | administrator}
    return browser.post(SETUP, what, content_type="application/json")


def post(browser: Client, url: str, **values: Any) -> Any:
    return browser.post(url, values, content_type="application/json")


def test_a_fresh_installation_says_that_it_waits_to_be_set_up(token: str) -> None:
    assert Client().get(SETUP).json() == {"is_needed": True}


def test_the_first_administrator_founds_the_body_and_is_signed_in(token: str) -> None:
    browser = Client()
    answer = set_up(browser, token)
    assert answer.status_code == 201
    assert browser.get(SETUP).json() == {"is_needed": False}
    me = browser.get("/api/identity/me").json()
    assert (me["membership"]["role"], me["account"]["email"]) == ("ADM", "shen@body.example")
    assert browser.get("/api/identity/tenant").json()["approval_number"] == "CNCA-R-2003-123"


def test_founding_is_the_first_entry_of_the_bodys_journal(token: str) -> None:
    set_up(Client(), token)
    [tenant_id] = tenant_ids()
    with tenant_scope({tenant_id}):
        actions = list(Entry.objects.order_by("seq").values_list("action", flat=True))
    assert actions[0] == "body.founded"
    assert {"person.added", "membership.granted"} <= set(actions)


def test_the_recovery_code_is_shown_once_and_confirmed_by_typing_it_back(token: str) -> None:
    browser = Client()
    code = set_up(browser, token).json()["recovery_code"]
    assert browser.get(RECOVERY).json() == {"is_confirmed": False, "is_needed": True}
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    wrong = post(browser, f"{RECOVERY}/confirm", recovery_code=slip)
    assert 400 <= wrong.status_code < 500
    assert browser.get(RECOVERY).json() == {"is_confirmed": False, "is_needed": True}
    typed = code.lower().replace("-", " ")
    assert post(browser, f"{RECOVERY}/confirm", recovery_code=typed).status_code == 200
    assert browser.get(RECOVERY).json() == {"is_confirmed": True, "is_needed": True}


def test_there_is_no_code_where_a_service_holds_the_root_key(token: str, tmp_path: Path) -> None:
    with root_key.replaced_by(HeldByAService(tmp_path / "root.key")):
        browser = Client()
        assert set_up(browser, token).json() == {"recovery_code": ""}
        assert browser.get(RECOVERY).json() == {"is_confirmed": False, "is_needed": False}
        assert post(browser, RECOVERY).json()["code"] == "root_key_elsewhere"


def test_a_lost_code_is_replaced_and_the_new_one_counts_once_confirmed(token: str) -> None:
    browser = Client()
    first = set_up(browser, token).json()["recovery_code"]
    second = post(browser, RECOVERY).json()["recovery_code"]
    assert first != second
    assert post(browser, f"{RECOVERY}/confirm", recovery_code=second).status_code == 200
    assert post(browser, f"{RECOVERY}/confirm", recovery_code=first).status_code >= 400


def test_issuing_and_confirming_are_journalled(token: str) -> None:
    browser = Client()
    set_up(browser, token)
    code = post(browser, RECOVERY).json()["recovery_code"]
    post(browser, f"{RECOVERY}/confirm", recovery_code=code)
    [tenant_id] = tenant_ids()
    with tenant_scope({tenant_id}):
        actions = list(Entry.objects.order_by("seq").values_list("action", flat=True))
    assert actions[-2:] == ["recovery_code.issued", "recovery_code.confirmed"]


def test_the_token_works_once(token: str) -> None:
    set_up(Client(), token)
    again = set_up(Client(), token, email="second@body.example")
    assert (again.status_code, again.json()["code"]) == (403, "setup_token")
    assert "./run" in again.json()["message"]
    assert len(tenant_ids()) == 1


@pytest.mark.parametrize("wrong", ["", "guess", "猜"])
def test_a_wrong_token_founds_nothing_and_leaves_the_right_one_in_place(
    token: str, wrong: str
) -> None:
    assert set_up(Client(), wrong).status_code == 403
    assert tenant_ids() == []
    assert set_up(Client(), token).status_code == 201


@pytest.mark.parametrize(
    ("field", "value"), [("password", "12345678"), ("email", "nobody"), ("name", "")]
)
def test_a_refused_entry_leaves_the_token_in_place(token: str, field: str, value: str) -> None:
    answer = set_up(Client(), token, **{field: value})
    assert answer.status_code == 422
    assert any(field in name for name in answer.json()["fields"])
    assert (tenant_ids(), Account.objects.count()) == ([], 0)
    assert set_up(Client(), token).status_code == 201


def test_once_a_body_exists_no_token_is_made_and_a_kept_one_is_of_no_use(
    token: str, ours: Seat
) -> None:
    printed = StringIO()
    call_command("setup_token", stdout=printed)
    assert printed.getvalue() == ""
    answer = set_up(Client(), token)
    assert (answer.status_code, answer.json()["code"]) == (409, "body_exists")


def test_the_token_is_for_the_servers_owner_only(token: str) -> None:
    assert setup_token.path().stat().st_mode & 0o777 == 0o600
    assert setup_token.issue() == token


def test_the_recovery_code_is_the_administrators_business(ours: Seat) -> None:
    browser = signed_in(seat(ours, "PM"))
    assert browser.get(RECOVERY).status_code == 403
    assert post(browser, RECOVERY).status_code == 403
    assert post(browser, f"{RECOVERY}/confirm", recovery_code="x").status_code == 403
