"""API types of logins, invitations and guest links."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Email, Input, Line, OptionalLine, Schema

Token = Annotated[str, StringConstraints(max_length=100)]
"""As it stood in the link: one that was cut short is simply unknown."""
Password = Annotated[str, StringConstraints(max_length=200)]


class Login(Schema):
    """One device on which the account is signed in."""

    id: int
    device: str
    """``Chrome 156 · Windows``; empty where the browser does not say."""
    ip: str
    signed_in_at: datetime
    last_seen_at: datetime
    is_current: bool


class InvitationsQuery(ListQuery):
    """``person_id`` narrows the list to one person."""

    person_id: UUID | None = None


class Invite(Input):
    person_id: UUID


class Revoke(Input):
    reason: OptionalLine = ""


class InvitationOut(Schema):
    id: UUID
    person_id: UUID
    person: str
    email: str
    state: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None


class OpenLink(Input):
    token: Token


class AcceptInvitation(OpenLink):
    password: Password = ""


class InvitationSeen(Schema):
    """What the page of an invitation shows before it is accepted."""

    email: str
    person: str
    organisation: str
    organisation_en: str
    roles: list[str]
    expires_at: datetime
    account: str
    """``new`` sets a password, ``existing`` signs in first, ``current`` only confirms."""


class GuestLinksQuery(ListQuery):
    """``scope`` is the audit session."""

    scope: UUID


class InviteGuest(Input):
    organisation_id: UUID
    name: Line
    email: Email
    scope: UUID
    expires_at: datetime


class GuestLinkOut(Schema):
    id: UUID
    person_id: UUID
    name: str
    email: str
    scope: str
    state: str
    created_at: datetime
    expires_at: datetime
    opened_at: datetime | None


class GuestLinkMade(GuestLinkOut):
    link: str
    """Shown this once; nobody can read it again."""


class GuestLinkSeen(Schema):
    """What the guest's page shows before they enter."""

    name: str
    organisation: str
    organisation_en: str
    expires_at: datetime
