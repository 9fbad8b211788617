"""The second wall: a query that forgets the tenant finds nothing on PostgreSQL."""

import pytest
from django.db import DatabaseError, connection, transaction

from mingjian.identity.models import Engagement, Membership, Person, Tenant
from mingjian.identity.queries.seats import Seat, seats
from mingjian.identity.queries.tenants import tenant_ids
from mingjian.identity.tests.factories import engage, seat, viewer
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.tenancy import account_scope, tenant_scope

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="row security is PostgreSQL's"),
]


def test_the_suite_connects_as_the_application_which_owns_nothing_and_bypasses_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("table", ["tenant", "person", "membership", "engagement"])
def test_a_query_that_forgets_the_tenant_finds_no_row_of_others(
    table: str, ours: Seat, theirs: Seat
) -> None:
    engage(theirs)
    with tenant_scope({ours.tenant.id}), connection.cursor() as cursor:
        cursor.execute(f"SELECT owner_id FROM identity_{table}")
        assert {owner for (owner,) in cursor.fetchall()} <= {ours.tenant.id}


@pytest.mark.parametrize("model", [Tenant, Person, Membership, Engagement])
def test_outside_every_scope_there_is_nothing(
    model: type[Tenant | Person | Membership | Engagement], ours: Seat
) -> None:
    engage(ours)
    assert model._default_manager.count() == 0


def test_a_row_for_another_tenant_is_refused(ours: Seat, theirs: Seat) -> None:
    foreign = Person(owner_id=theirs.tenant.id, name="闯入者", email="intruder@example.com")
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        tenant_scope({ours.tenant.id}),
    ):
        foreign.save()


def test_a_row_of_another_tenant_can_be_neither_changed_nor_removed(
    ours: Seat, theirs: Seat
) -> None:
    with tenant_scope({ours.tenant.id}):
        assert Person.objects.filter(id=theirs.person.id).update(name="改名") == 0
        assert Person.objects.filter(id=theirs.person.id).delete()[0] == 0


def test_a_row_cannot_be_given_away(ours: Seat, theirs: Seat) -> None:
    with (
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        tenant_scope({ours.tenant.id}),
    ):
        Person.objects.filter(id=ours.person.id).update(owner_id=theirs.tenant.id)


def test_signing_in_finds_the_seats_of_every_tenant_and_nobody_elses(
    ours: Seat, theirs: Seat
) -> None:
    assert ours.person.account_id is not None
    assert [each.tenant.id for each in seats(ours.person.account_id)] == [ours.tenant.id]
    with account_scope(ours.person.account_id):
        assert list(Person.objects.values_list("id", flat=True)) == [ours.person.id]


def test_the_account_opens_its_persons_for_reading_only(ours: Seat) -> None:
    assert ours.person.account_id is not None
    with account_scope(ours.person.account_id):
        assert Person.objects.filter(id=ours.person.id).update(name="改名") == 0


def test_a_body_sees_the_organisations_it_engages_without_their_people(ours: Seat) -> None:
    client = engage(ours)
    coordinator = seat(ours, "CC", tenant=client)
    with tenant_scope({ours.tenant.id}):
        assert set(Tenant.objects.values_list("id", flat=True)) == {ours.tenant.id, client.id}
        assert not Person.objects.filter(id=coordinator.person.id).exists()


def test_a_party_reaches_the_body_only_while_the_engagement_holds(ours: Seat) -> None:
    coordinator = seat(ours, "CC", tenant=engage(ours))
    assert viewer(coordinator).owners == {coordinator.tenant.id, ours.tenant.id}
    with tenant_scope({ours.tenant.id}):
        Engagement.objects.update(ended_at=clock.now())
    assert viewer(coordinator).owners == {coordinator.tenant.id}


def test_scopes_nest_and_end_even_when_something_fails(ours: Seat, theirs: Seat) -> None:
    with tenant_scope({ours.tenant.id}):
        with pytest.raises(ZeroDivisionError), tenant_scope({theirs.tenant.id}):
            raise ZeroDivisionError
        assert Tenant.objects.get().id == ours.tenant.id
        with tenant_scope({theirs.tenant.id}):
            assert Tenant.objects.get().id == theirs.tenant.id
        assert Tenant.objects.get().id == ours.tenant.id


def test_periodic_jobs_learn_every_tenants_id_and_enter_each(ours: Seat, theirs: Seat) -> None:
    assert set(tenant_ids()) == {ours.tenant.id, theirs.tenant.id}
    for tenant_id in tenant_ids():
        with tenant_scope({tenant_id}):
            assert Tenant.objects.get().id == tenant_id


def test_an_unknown_tenant_opens_nothing(ours: Seat) -> None:
    with tenant_scope({uuid7()}):
        assert not Tenant.objects.exists()
