"""The demo is real history: every role signs in, and rows and journals verify."""

import json
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from pytest_django.plugin import DjangoDbBlocker

from demo.cast import BODY, EVERYBODY, PASSWORD
from mingjian.identity.models import Account, CertificateOnFile, Person, Tenant
from mingjian.identity.queries.seats import seats
from mingjian.identity.rules import ROLES
from mingjian.journal.models import Entry
from mingjian.kit.tenancy import every_tenant, tenant_scope
from tests.routing.world import rolled_back

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def logins(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[dict[str, str]]]:
    """The story takes seconds to tell: once for all tests, each of which undoes what it did."""
    told = tmp_path_factory.mktemp("demo") / "demo.json"
    with pytest.MonkeyPatch.context() as patched, django_db_blocker.unblock(), rolled_back():
        patched.setattr("demo.management.commands.demo.LOGINS", told)
        call_command("demo")
        yield list(json.loads(told.read_text())["logins"])


def test_every_role_has_somebody_who_can_sign_in(logins: list[dict[str, str]]) -> None:
    held = set()
    for login in logins:
        account = Account.objects.get(email=login["email"])
        assert account.check_password(PASSWORD)
        held |= {seat.membership.role for seat in seats(account.id)}
    assert held == set(ROLES)


def test_history_lies_in_the_past_and_in_order(logins: list[dict[str, str]]) -> None:
    for tenant_id in every_tenant()():
        with tenant_scope({tenant_id}):
            entries = Entry.objects.filter(owner_id=tenant_id).order_by("seq")
            times = list(entries.values_list("at", flat=True))
        assert times == sorted(times)
        assert times[0] < times[-1]


def test_the_body_engages_two_clients_and_an_authority(logins: list[dict[str, str]]) -> None:
    with tenant_scope(every_tenant()()):
        kinds = sorted(Tenant.objects.values_list("kind", flat=True))
        assert Person.objects.filter(is_active=False).count() == 1
    assert kinds == sorted(party.kind for party in EVERYBODY)
    assert kinds == ["authority", "body", "client", "client"]


def test_the_clients_certificates_are_on_file(logins: list[dict[str, str]]) -> None:
    with tenant_scope(every_tenant()()):
        held = CertificateOnFile.objects.values_list("party__short_name", "scheme")
        assert sorted(held) == [("华远精密", "EMS"), ("华远精密", "QMS"), ("宏泰电子", "QMS")]


def test_demo_content_is_never_mixed_with_what_is_there(logins: list[dict[str, str]]) -> None:
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("demo")
    assert Account.objects.filter(email=BODY.address(BODY.people[0])).count() == 1


def test_a_start_on_existing_content_leaves_it_alone(logins: list[dict[str, str]]) -> None:
    before = Entry.objects.count()
    call_command("demo", "--if-empty")
    assert Entry.objects.count() == before


def test_production_has_no_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PRODUCTION", True)
    with pytest.raises(CommandError, match="no demo"):
        call_command("demo")
