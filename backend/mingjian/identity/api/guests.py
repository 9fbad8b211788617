"""``/api/identity/guest-links``: made by hosts, opened by guests who have no account."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from mingjian.identity.authority import device_of
from mingjian.identity.entry_errors import AlreadySignedInError
from mingjian.identity.models import Account, GuestLink
from mingjian.identity.queries.links import SORTABLE, STATES, guest_link_seen, guest_links
from mingjian.identity.queries.tenants import administering
from mingjian.identity.schemas.entry import (
    GuestLinkMade,
    GuestLinkOut,
    GuestLinkSeen,
    GuestLinksQuery,
    InviteGuest,
    OpenLink,
    Revoke,
)
from mingjian.identity.services.guests import (
    invite_guest,
    open_guest_link,
    release_guest,
    revoke_guest,
)
from mingjian.identity.signin.guest import begin, device_secret
from mingjian.identity.signin.throttle import throttle_links
from mingjian.kit.access import AuthorisedRequest, public, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.kit.words import in_language

router = Router()


COLUMNS: Columns[GuestLink] = {
    ("姓名", "Name"): lambda row: row.person.name,
    ("邮箱", "E-mail"): lambda row: row.person.email,
    ("状态", "State"): lambda row: in_language(STATES[row.state]),
    ("进入时间", "Arrived"): lambda row: row.opened_at,
    ("有效期至", "Valid until"): lambda row: row.expires_at,
}


@router.get("", response=Page[GuestLinkOut])
@requires("guests", "R")
def list_guest_links(request: AuthorisedRequest, query: Query[GuestLinksQuery]) -> Any:
    """The guests of one audit session, newest first."""
    with administering(request.viewer):
        rows = guest_links(request.viewer, str(query.scope), search=query.search)
        rows = ordered(rows, query.sort, SORTABLE)
        return page_or_workbook(rows, query, _render, name="来宾", columns=COLUMNS)


@router.post("", response={201: GuestLinkMade})
@requires("guests", "C")
def invite(request: AuthorisedRequest, body: InviteGuest) -> Any:
    """A link for one person, one audit session and one device; mailed, and shown this once."""
    values = body.dict()
    tenant_id = values.pop("organisation_id")
    row, address = invite_guest(viewer=request.viewer, tenant_id=tenant_id, **values)
    return {**_render(row), "link": address}


@router.post("/{uuid:link_id}/release", response=GuestLinkOut)
@requires("guests", "U")
def release(request: AuthorisedRequest, link_id: UUID) -> Any:
    """Let the guest change devices."""
    return _render(release_guest(viewer=request.viewer, link_id=link_id))


@router.post("/{uuid:link_id}/revoke", response=GuestLinkOut)
@requires("guests", "U")
def withdraw(request: AuthorisedRequest, link_id: UUID, body: Revoke) -> Any:
    """The guest is out at once."""
    return _render(revoke_guest(viewer=request.viewer, link_id=link_id, reason=body.reason))


@router.post("/look", response=GuestLinkSeen)
@public("The holder of the link is the guest; rate limited.")
def look(request: HttpRequest, body: OpenLink) -> Any:
    """What the link leads to, before the guest enters."""
    throttle_links(request)
    return guest_link_seen(body.token)


@router.post("/open", response={204: None})
@public("The holder of the link is the guest; rate limited, bound to the first device.")
def open_link(request: HttpRequest, response: HttpResponse, body: OpenLink) -> None:
    """Sign this device in as the guest; opening by POST keeps link previews out."""
    throttle_links(request)
    if isinstance(request.user, Account):
        raise AlreadySignedInError(current=request.user.email)
    secret = device_secret(request)
    link = open_guest_link(token=body.token, device_secret=secret, device=device_of(request))
    begin(request, response, link, secret)


def _render(row: GuestLink) -> dict[str, Any]:
    names = "id", "person_id", "scope", "state", "created_at", "expires_at", "opened_at"
    person = {"name": row.person.name, "email": row.person.email}
    return {**{name: getattr(row, name) for name in names}, **person}
