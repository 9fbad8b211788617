"""Applications as a viewer may see them; an applicant by link sees the one that it opens."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from mingjian.identity.entry_errors import LinkUnknownError
from mingjian.identity.links import hash_of, owner_of
from mingjian.identity.models import Engagement, Tenant, TenantKind
from mingjian.identity.models.named import called
from mingjian.identity.queries.tenants import tenant_ids
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.words import Words
from mingjian.programme.errors.applications import (
    ApplicationLinkExpiredError,
    ApplicationLinkSpentError,
    NoReceivingBodyError,
)
from mingjian.programme.models import Application, ContractReview
from mingjian.programme.queries.application_times import is_superseded, latest_calculation
from mingjian.programme.queries.audit_times import time_view
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.queries.scope import owned_or_about
from mingjian.programme.rules.applications import OPEN, ApplicationState, missing_for_acceptance

APPLICANT = "applicant"
SORTABLE = {
    "name": "name",
    "number": "number",
    "state": "state",
    "created_at": "created_at",
    "state_at": "state_at",
}


def applications(viewer: Viewer, *, state: str = "", search: str = "") -> QuerySet[Application]:
    """Applications the viewer may see; ``state`` is one, ``open`` (still waiting), or ``any``."""
    rows = _reach(viewer).select_related("client")
    if state == "open":
        rows = rows.filter(state__in=OPEN)
    elif state not in {"", "any"}:
        rows = rows.filter(state=state)
    if search:
        known = Q(number__icontains=search) | Q(credit_code__icontains=search)
        rows = rows.filter(called(search) | known | Q(contact_email__icontains=search))
    return rows.order_by("-created_at", "id")


def _reach(viewer: Viewer) -> QuerySet[Application]:
    if is_applicant(viewer):
        return Application.objects.filter(owner_id=viewer.tenant_id, id=viewer.scope)
    rows = Application.objects.filter(owned_or_about(viewer))
    if viewer.role in AUDIT_ROLES:
        rows = rows.filter(client_id__in=memberships(viewer).values("case__client_id"))
    return rows


def application_of(viewer: Viewer, application_id: UUID) -> Application:
    row = applications(viewer).filter(id=application_id).first()
    if row is None:
        raise NotFound
    return row


def submitted_application(viewer: Viewer, application_id: UUID) -> Application:
    """One whose form has been handed in; before there is nothing to calculate with."""
    row = application_of(viewer, application_id)
    if not row.submitted_text:
        raise NotFound
    return row


def is_applicant(viewer: Viewer) -> bool:
    """Whether this is somebody without an account, let in by an application's link."""
    return viewer.actor == f"system:{APPLICANT}"


def applicant(token: str) -> tuple[Viewer, UUID]:
    """Who the link lets in, and to which application; else why it opens nothing.

    Everything else of the request belongs into ``tenant_scope`` of the viewer's owners.
    """
    owner_id = owner_of(token)
    with tenant_scope({owner_id}):
        row = Application.objects.filter(owner_id=owner_id, link_hash=hash_of(token)).first()
    if row is None:
        raise LinkUnknownError
    if row.state == ApplicationState.CONTRACTED:
        raise ApplicationLinkSpentError
    if row.link_has_expired(clock.now()):
        raise ApplicationLinkExpiredError
    return applicant_of(row), row.id


def applicant_of(row: Application) -> Viewer:
    """The viewer that an applicant without account is: who the journal names."""
    acting = Viewer.system(APPLICANT, row.owner_id, cause="application link")
    return replace(acting, scope=str(row.id))


def receiving_body(body_id: UUID | None = None) -> Tenant:
    """The certification body that receives public applications: the named one, else the first."""
    with tenant_scope(tenant_ids()):
        bodies = Tenant.objects.filter(kind=TenantKind.BODY).order_by("created_at", "id")
        row = (bodies.filter(id=body_id) if body_id else bodies).first()
    if row is None:
        raise NoReceivingBodyError
    return row


def known_client(row: Application) -> Tenant | None:
    """The client that the applicant is already: its own, or the engaged one of that code."""
    if row.client_id:
        return row.client
    if not row.credit_code:
        return None
    parties = Engagement.objects.filter(
        owner_id=row.owner_id,
        party__kind=TenantKind.CLIENT,
        party__credit_code=row.credit_code,
    )
    found = parties.select_related("party").first()
    return found.party if found else None


def review_of(row: Application) -> ContractReview:
    """The review, or a blank one that is not saved yet."""
    found = ContractReview.objects.filter(application=row).first()
    return found or ContractReview(owner_id=row.owner_id, application=row, version=0)


def is_shown_to(viewer: Viewer, row: Application) -> bool:
    """Whether the form is: what is still being filled in belongs to the applicant alone."""
    is_body = viewer.tenant_kind == TenantKind.BODY
    return not is_body or row.state != ApplicationState.DRAFT


def summary_view(row: Application) -> dict[str, Any]:
    """An application as a line of a list."""
    names = (
        "id",
        "client_id",
        "number",
        "origin",
        "state",
        "state_at",
        "name",
        "credit_code",
        "contact_email",
        "created_at",
    )
    shown = row.submitted or {}
    sites = shown.get("sites", ())
    return {
        **{name: getattr(row, name) for name in names},
        "schemes": shown.get("schemes", []),
        "people": sum(_people(site.get("headcount", {})) for site in sites),
    }


def _people(headcount: dict[str, Any]) -> int:
    return sum(int(headcount.get(name, 0)) for name in ("full_time", "part_time", "contractors"))


def form_view(row: Application) -> dict[str, Any]:
    """What a stale form is compared with."""
    return {"form": row.form, "version": row.version}


def open_points(row: ContractReview) -> list[Words]:
    """What acceptance still lacks."""
    superseded = is_superseded(row.application, latest_calculation(row.application))
    return missing_for_acceptance(
        row.checks, row.scope_codes, row.audit_days, is_superseded=superseded
    )


def review_view(row: ContractReview) -> dict[str, Any]:
    """The review as the API shows it, with what acceptance still lacks."""
    names = ("checks", "scope_codes", "audit_days", "days_reason", "version")
    missing = open_points(row)
    last = latest_calculation(row.application)
    return {
        **{name: getattr(row, name) for name in names},
        "time": time_view(last) if last else None,
        "reviewer": row.reviewer.name if row.reviewer else "",
        "missing": [str(words) for words in missing],
    }
