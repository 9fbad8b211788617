"""``/api/identity/invitations``: sent by administrators, opened by whoever holds the link."""

from typing import Any
from uuid import UUID

from allauth.account.utils import perform_login
from django.http import HttpRequest
from ninja import Query, Router

from mingjian.identity.authority import device_of
from mingjian.identity.models import Account, Invitation
from mingjian.identity.queries.links import SORTABLE, STATES, invitation_seen, invitations
from mingjian.identity.queries.tenants import administering
from mingjian.identity.schemas.entry import (
    AcceptInvitation,
    InvitationOut,
    InvitationSeen,
    InvitationsQuery,
    Invite,
    OpenLink,
    Revoke,
)
from mingjian.identity.services.invitations import accept, invite, resend, revoke
from mingjian.identity.signin.throttle import throttle_links
from mingjian.kit.access import AuthorisedRequest, public, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.kit.words import in_language

router = Router()


COLUMNS: Columns[Invitation] = {
    ("姓名", "Name"): lambda row: row.person.name,
    ("邮箱", "E-mail"): lambda row: row.email,
    ("状态", "State"): lambda row: in_language(STATES[row.state]),
    ("发送时间", "Sent"): lambda row: row.created_at,
    ("有效期至", "Valid until"): lambda row: row.expires_at,
}


@router.get("", response=Page[InvitationOut])
@requires("people", "C")
def list_invitations(request: AuthorisedRequest, query: Query[InvitationsQuery]) -> Any:
    """The invitations of the own organisation and of those it engages, newest first."""
    with administering(request.viewer):
        rows = invitations(request.viewer, query.person_id, search=query.search)
        rows = ordered(rows, query.sort, SORTABLE)
        return page_or_workbook(rows, query, _render, name="邀请", columns=COLUMNS)


@router.post("", response={201: InvitationOut})
@requires("people", "C")
def send(request: AuthorisedRequest, body: Invite) -> Any:
    """Mail a person the link to their account."""
    return _render(invite(viewer=request.viewer, person_id=body.person_id))


@router.post("/{uuid:invitation_id}/resend", response=InvitationOut)
@requires("people", "C")
def send_again(request: AuthorisedRequest, invitation_id: UUID) -> Any:
    """Mail a new link; the old one stops working."""
    return _render(resend(viewer=request.viewer, invitation_id=invitation_id))


@router.post("/{uuid:invitation_id}/revoke", response=InvitationOut)
@requires("people", "C")
def withdraw(request: AuthorisedRequest, invitation_id: UUID, body: Revoke) -> Any:
    """The link stops working at once."""
    withdrawn = revoke(viewer=request.viewer, invitation_id=invitation_id, reason=body.reason)
    return _render(withdrawn)


@router.post("/look", response=InvitationSeen)
@public("The holder of the link is who was invited; rate limited.")
def look(request: HttpRequest, body: OpenLink) -> Any:
    """What the invitation is about, before it is accepted."""
    throttle_links(request)
    return invitation_seen(body.token, request.user.pk)


@router.post("/accept", response={204: None})
@public("The holder of the link is who was invited; rate limited.")
def accept_invitation(request: HttpRequest, body: AcceptInvitation) -> None:
    """Set a password and be signed in, or join with the login one is signed in with."""
    throttle_links(request)
    current = request.user if isinstance(request.user, Account) else None
    device = device_of(request)
    account = accept(token=body.token, account=current, password=body.password, device=device)
    if current is None:
        perform_login(request, account)


def _render(row: Invitation) -> dict[str, Any]:
    names = "id", "person_id", "email", "state", "created_at", "expires_at", "used_at"
    return {**{name: getattr(row, name) for name in names}, "person": row.person.name}
