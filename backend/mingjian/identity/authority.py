"""The adapter of ``kit.access.authority``: logins become viewers, the matrix becomes grants."""

import unicodedata
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from django.http import HttpRequest

from mingjian.identity.errors import NoMembershipError
from mingjian.identity.matrix import matrix
from mingjian.identity.models import Account
from mingjian.identity.predicates import QUALIFIERS
from mingjian.identity.queries.seats import acting_seat, viewer_of
from mingjian.identity.signin.expiry import is_expired
from mingjian.identity.signin.guest import guest_seat
from mingjian.kit.access import Facts, Grant, Rule, Viewer
from mingjian.kit.ports import Ports

MEMBERSHIP = "membership"
"""The session's key under which the chosen membership's id is kept."""


@dataclass(frozen=True, slots=True)
class AuditRole:
    """A role that a person holds on one audit."""

    role: str
    audit_id: UUID


class AuditRoles(Protocol):
    """Who is what on which audit; the stage that appoints teams knows."""

    def roles(self, viewer: Viewer) -> list[AuditRole]: ...


audit_roles: Ports[AuditRoles] = Ports("audit_roles")


class SessionAuthority:
    """Who is asking follows from the login's session; what they may, from the matrix."""

    def viewer(self, request: HttpRequest) -> Viewer | None:
        if is_expired(request.session):
            return None
        if not isinstance(request.user, Account):
            guest = guest_seat(request.session)
            return viewer_of(guest, device=device_of(request)) if guest else None
        seat = acting_seat(request.user.id, request.session.get(MEMBERSHIP))
        if seat is None:
            raise NoMembershipError
        return viewer_of(seat, device=device_of(request))

    def grants(self, viewer: Viewer, rule: Rule) -> tuple[Grant, ...]:
        found = [grant for grant in matrix()[rule.object][viewer.role] if grant.right == rule.right]
        for held in (held for resolver in audit_roles() for held in resolver.roles(viewer)):
            cell = matrix()[rule.object][held.role]
            found += [
                replace(each, audit_id=held.audit_id) for each in cell if each.right == rule.right
            ]
        return tuple(found)

    def admits(self, viewer: Viewer, grant: Grant, facts: Facts) -> bool:
        if grant.audit_id not in (None, facts.audit_id):
            return False
        return not grant.qualifier or QUALIFIERS[grant.qualifier](viewer, facts)


def device_of(request: HttpRequest) -> str:
    """What the browser calls itself, as the journal names it: one printable line."""
    agent = request.headers.get("User-Agent", "")
    return "".join(each for each in agent if unicodedata.category(each)[0] != "C")[:200]
