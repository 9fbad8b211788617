"""Who is asking, and the rule that every endpoint declares.

``kit`` knows neither people nor roles' meaning: the :class:`Authority` behind the
port :data:`authority` (supplied by ``identity``, plugged in by ``wiring.py``) turns
a request into a :class:`Viewer` and answers what the role × object matrix grants.

Every operation carries exactly one of :func:`requires`, :func:`signed_in` or
:func:`public`; an operation without one fails the architecture tests and is
refused at run time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.http import HttpRequest

from mingjian.kit.errors import NotPermitted, NotSignedIn
from mingjian.kit.keys.at_hand import keys_at_hand
from mingjian.kit.ports import Port
from mingjian.kit.tenancy import tenant_scope

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Viewer:
    """One person (or system process) acting in one role of one tenant."""

    actor: str
    """``person:<uuid>`` or ``system:<worker>``: what the journal names."""
    tenant_id: UUID
    tenant_kind: str
    """``body``, ``client`` or ``authority``."""
    role: str
    """A role code of the matrix (``ADM``, ``PM``, …), or ``SYS`` for system processes."""
    owners: frozenset[UUID]
    """Tenants whose rows may be reached: the own one and those of engagements in force."""
    person_id: UUID | None = None
    membership_id: UUID | None = None
    scope: str = ""
    """Opaque id of the one object a scoped membership is bound to; empty is tenant-wide."""
    device: str = ""

    @staticmethod
    def system(process: str, tenant_id: UUID, *, cause: str = "") -> "Viewer":
        """The viewer of a background process acting for one tenant."""
        actor = f"system:{process}"
        return Viewer(actor, tenant_id, "", "SYS", frozenset({tenant_id}), device=cause)


@dataclass(frozen=True, slots=True)
class Grant:
    """One cell entry of the matrix: a right, perhaps narrowed by a named qualifier."""

    right: str
    qualifier: str = ""
    audit_id: UUID | None = None
    """The one audit on which the right holds; None where it holds for the whole tenant."""

    def __str__(self) -> str:
        return f"{self.right}({self.qualifier})" if self.qualifier else self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a qualifier may ask about one object; a query fills in what it knows."""

    object_id: UUID | None = None
    audit_id: UUID | None = None
    party_id: UUID | None = None
    """The client or authority that the object is about."""
    people: frozenset[UUID] = frozenset()
    """Persons whom the object names, or who made it."""
    team: frozenset[UUID] = frozenset()
    assigned: frozenset[UUID] = frozenset()
    asked: frozenset[UUID] = frozenset()
    requested_by: frozenset[UUID] = frozenset()
    """Authorities with an authorised request in force."""
    state: str = ""
    aspect: str = ""
    """Which part of the object is touched, where a right reaches one part only."""
    is_live: bool = False
    is_in_sample: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What an operation demands of its caller."""

    object: str
    right: str

    def __str__(self) -> str:
        return f"{self.object}:{self.right}"


SIGNED_IN = Rule("signed_in", "")
PUBLIC = Rule("public", "")


class Authority(Protocol):
    """Who is asking, and what that role may do (adapter: ``identity``)."""

    def viewer(self, request: HttpRequest) -> Viewer | None: ...

    def grants(self, viewer: Viewer, rule: Rule) -> tuple[Grant, ...]: ...

    def admits(self, viewer: Viewer, grant: Grant, facts: Facts) -> bool: ...


authority: Port[Authority] = Port("authority")


class AuthorisedRequest(HttpRequest):
    """A request that passed its rule: ``viewer`` and the matching ``grants`` are set."""

    viewer: Viewer
    grants: tuple[Grant, ...]


def demand(request: AuthorisedRequest, facts: Facts) -> None:
    """403 unless one of the operation's grants admits the object with these ``facts``."""
    viewer = request.viewer
    if not any(authority().admits(viewer, grant, facts) for grant in request.grants):
        raise NotPermitted


def requires(object_: str, right: str) -> Callable[[View], View]:
    """Demand ``right`` on ``object_`` of the matrix; qualifiers are left to the query.

    Raises 401 without a viewer and 403 where the role has no such right at all.
    Whether *this* object may be reached is the query's question, answered by 404;
    whether a qualifier admits it is asked by :func:`demand`.
    """
    return _guard(Rule(object_, right))


def signed_in(view: View) -> View:
    """Any signed-in member, whatever the role: own profile, own session, own home page."""
    return _guard(SIGNED_IN)(view)


def public(reason: str) -> Callable[[View], View]:
    """No sign-in needed; ``reason`` says why that is safe and is shown by the matrix test."""

    def decorate(view: View) -> View:
        view.access_rule = PUBLIC  # type: ignore[attr-defined]
        view.public_reason = reason  # type: ignore[attr-defined]
        return view

    return decorate


def _guard(rule: Rule) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: AuthorisedRequest, *args: Any, **kwargs: Any) -> Any:
            viewer = authority().viewer(request)
            if viewer is None:
                raise NotSignedIn
            grants = () if rule == SIGNED_IN else authority().grants(viewer, rule)
            if rule != SIGNED_IN and not grants:
                raise NotPermitted
            request.viewer, request.grants = viewer, grants
            with tenant_scope(viewer.owners), keys_at_hand():
                return view(request, *args, **kwargs)

        guarded.access_rule = rule  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate
