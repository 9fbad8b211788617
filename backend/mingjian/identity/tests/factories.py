"""People and organisations for tests, made by the services as users make them."""

from itertools import count

from django.test import Client

from mingjian.identity.authority import MEMBERSHIP
from mingjian.identity.models import Account, Tenant
from mingjian.identity.queries.seats import Seat, seats, viewer_of
from mingjian.identity.services import (
    FirstAdministrator,
    add_person,
    engage_organisation,
    found_body,
    grant_membership,
    link_account,
)
from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope

PASSWORD = "correct horse battery staple"
_numbers = count(1)


def found(name: str = "华鉴认证有限公司") -> Seat:
    """A certification body; the seat is its first administrator's."""
    number = next(_numbers)
    return found_body(
        profile={"name": name, "approval_number": f"CNCA-R-2026-{number:03}"},
        administrator=FirstAdministrator(
            name="沈知远", email=f"admin{number}@body.example", password=PASSWORD
        ),
    )


def engage(founder: Seat, *, kind: str = "client", name: str = "蓝海精密制造有限公司") -> Tenant:
    """A client or an authority of the founder's body."""
    viewer = viewer_of(founder)
    with tenant_scope(viewer.owners):
        engagement = engage_organisation(viewer=viewer, kind=kind, profile={"name": name})
    return engagement.party


def seat(
    founder: Seat,
    role: str,
    *,
    tenant: Tenant | None = None,
    name: str = "顾言",
    account: Account | None = None,
) -> Seat:
    """Somebody with a login who acts in ``role``, of the founder's body or of ``tenant``."""
    viewer, number = viewer_of(founder), next(_numbers)
    email = f"{role.lower()}{number}@people.example"
    account = account or Account.objects.create_user(email, PASSWORD)
    owner = (tenant or founder.tenant).id
    with tenant_scope(viewer.owners):
        person = add_person(viewer=viewer, tenant_id=owner, name=name, email=email)
        grant_membership(viewer=viewer, person_id=person.id, role=role)
        link_account(viewer=viewer, person_id=person.id, account=account)
    return next(each for each in seats(account.id) if each.person.id == person.id)


def seat_in_every_role(founder: Seat) -> dict[str, Seat]:
    """One person per role of the matrix: the body's, a client's and an authority's."""
    client = engage(founder)
    authority = engage(founder, kind="authority", name="市场监督管理局")
    tenants = {"CC": client, "CG": client, "REG": authority}
    roles = "PM", "REV", "LA", "AU", "TE", "OBS", "DM", "QS", "CC", "CG", "REG"
    return {"ADM": founder} | {
        role: seat(founder, role, tenant=tenants.get(role)) for role in roles
    }


def signed_in(who: Seat, *, language: str = "zh-hans") -> Client:
    """A browser in which that person is signed in and acts in that seat."""
    browser = Client(headers={"Accept-Language": language})
    assert who.person.account is not None
    browser.force_login(who.person.account)
    session = browser.session
    session[MEMBERSHIP] = str(who.membership.id)
    session.save()
    return browser


def viewer(who: Seat) -> Viewer:
    return viewer_of(who)
