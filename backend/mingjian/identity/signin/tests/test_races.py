"""Two hands on one link at the same instant: one gets in, the other is told."""

from datetime import timedelta

import pytest
from django.core.cache import cache

from mingjian.identity.models import Account
from mingjian.identity.queries.seats import viewer_of
from mingjian.identity.services import add_person
from mingjian.identity.services.guests import invite_guest
from mingjian.identity.services.invitations import invite
from mingjian.identity.signin.tests.browser import Browser
from mingjian.identity.signin.tests.traces import last_letter, token_in
from mingjian.identity.tests.at_once import HANDS, at_once
from mingjian.identity.tests.factories import PASSWORD, engage, found
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_invitation_is_accepted_once() -> None:
    cache.clear()
    admin = found()
    viewer = viewer_of(admin)
    with tenant_scope(viewer.owners):
        person = add_person(
            viewer=viewer, tenant_id=admin.tenant.id, name="林晓岚", email="lin@body.example"
        )
        invite(viewer=viewer, person_id=person.id)
    token = token_in(last_letter(admin.tenant.id, person.email))
    browsers = [Browser(ip=f"192.0.2.{number}") for number in range(HANDS)]
    body = {"token": token, "password": PASSWORD}
    answers = at_once(lambda n: browsers[n].post("/api/identity/invitations/accept", body))
    assert sorted(answer.status_code for answer in answers)[0] == 204
    codes = [answer.json()["code"] for answer in answers if answer.status_code != 204]
    assert len(codes) == HANDS - 1
    assert set(codes) <= {"link_used", "sign_in_to_accept"}
    assert Account.objects.filter(email=person.email).count() == 1


def test_a_guest_link_binds_one_device() -> None:
    cache.clear()
    admin = found()
    client = engage(admin)
    viewer = viewer_of(admin)
    with tenant_scope(viewer.owners):
        _, address = invite_guest(
            viewer=viewer,
            tenant_id=client.id,
            name="吴师傅",
            email="wu@client.example",
            scope=uuid7(),
            expires_at=clock.now() + timedelta(hours=1),
        )
    browsers = [Browser(ip=f"192.0.2.{number}") for number in range(HANDS)]
    body = {"token": token_in(address)}
    answers = at_once(lambda n: browsers[n].post("/api/identity/guest-links/open", body))
    assert sorted(answer.status_code for answer in answers) == [204, 409, 409, 409]
