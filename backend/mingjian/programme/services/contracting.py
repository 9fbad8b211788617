"""What a signed contract makes of an application: a client, its sites, people and programme.

Called again it finds everything done and changes nothing.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person, Tenant, TenantKind
from mingjian.identity.queries.tenants import administering
from mingjian.identity.services import add_person, engage_organisation, grant_membership
from mingjian.identity.services.invitations import invite
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.models import Application, AuditProgramme, ContractState, Site
from mingjian.programme.queries.applications import known_client, review_of
from mingjian.programme.rules.applications import ApplicationState
from mingjian.programme.services.applications import locked_application, set_state
from mingjian.programme.services.programmes import create_programme
from mingjian.programme.services.sites import add_site


def body_process(owner_id: UUID, cause: str) -> Viewer:
    """The process that acts for a body as the body itself does."""
    acting = Viewer.system("contracting", owner_id, cause=cause)
    return replace(acting, tenant_kind=TenantKind.BODY)


def establish_client(*, viewer: Viewer, application_id: UUID) -> Application:
    """The applicant becomes a client with its sites, a coordinator and a draft programme."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        signed = row.contracts.filter(state=ContractState.SIGNED).exists()
        if row.state != ApplicationState.ACCEPTED or not signed:
            return row
        before = row.digest()
        client = known_client(row) or _engaged(viewer, row)
        _add_sites(viewer, client, row.submitted)
        _welcome(viewer, client, row)
        row.client = client
        row.programme = _programme(viewer, client, row)
        set_state(viewer, row, ApplicationState.CONTRACTED)
        row.save()
        record(viewer, "application.contracted", row, before=before)
    return row


def _engaged(viewer: Viewer, row: Application) -> Tenant:
    form = row.submitted
    profile = {
        "name": form["name"],
        "name_en": form.get("name_en", ""),
        "credit_code": row.credit_code,
        "address": form.get("address", ""),
        "zone": form["sites"][0]["zone"],
        "language": row.language,
    }
    return engage_organisation(viewer=viewer, kind=TenantKind.CLIENT, profile=profile).party


def _add_sites(viewer: Viewer, client: Tenant, form: dict[str, Any]) -> None:
    """Sites that the body does not know yet, by name; known ones stay as they are."""
    names = Site.objects.filter(owner_id=viewer.tenant_id, client=client)
    known = set(names.values_list("name", flat=True))
    security = form.get("special_security", "")
    for site in form["sites"]:
        if site["name"] not in known:
            values = {**site, "special_security": security}
            add_site(viewer=viewer, client_id=client.id, values=values)


def _welcome(viewer: Viewer, client: Tenant, row: Application) -> None:
    """The contact becomes the client's coordinator and is invited, unless known already."""
    if row.client_id:
        return
    with administering(viewer):
        known = Person.objects.filter(owner_id=client.id, email=row.contact_email).exists()
        if known:
            return
        person = add_person(
            viewer=viewer,
            tenant_id=client.id,
            name=row.submitted["contact_name"],
            email=row.contact_email,
            phone=row.submitted.get("contact_phone", ""),
            language=row.language,
        )
        grant_membership(viewer=viewer, person_id=person.id, role="CC")
        invite(viewer=viewer, person_id=person.id)


def _programme(viewer: Viewer, client: Tenant, row: Application) -> AuditProgramme:
    earlier = AuditProgramme.objects.filter(owner_id=viewer.tenant_id, client=client)
    last = earlier.order_by("-cycle").values_list("cycle", flat=True).first()
    return create_programme(
        viewer=viewer,
        client_id=client.id,
        values={
            "cycle": (last or 0) + 1,
            "schemes": row.submitted["schemes"],
            "scope": row.submitted["scope"],
            "scope_codes": review_of(row).scope_codes,
            "jurisdiction": "IAF" if row.submitted.get("is_foreign") else "CN",
        },
    )
