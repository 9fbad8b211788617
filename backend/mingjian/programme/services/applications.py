"""Applications: begun by link, invitation or a client; filled in, submitted, talked about."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person, Tenant
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import Stale
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.words import in_language
from mingjian.programme.application_links import renew_link, token_of
from mingjian.programme.errors.applications import (
    ApplicationFaultsError,
    ApplicationStateError,
    DuplicateApplicationError,
)
from mingjian.programme.letters.applications import (
    LINK,
    RECEIVED,
    write_to_applicant,
    write_to_role,
)
from mingjian.programme.models import Application, ApplicationOrigin, Site
from mingjian.programme.queries.applications import (
    applicant_of,
    application_of,
    form_view,
    is_applicant,
    is_shown_to,
    receiving_body,
)
from mingjian.programme.rules.application_form import code_of, faults
from mingjian.programme.rules.applications import NAMES, OPEN, ApplicationState, may_follow
from mingjian.programme.rules.headcount import Headcount


def start_application(*, body_id: UUID | None, email: str, language: str) -> tuple[UUID, str]:
    """A draft for somebody without an account; its link is mailed and shown. (id, token)"""
    body = receiving_body(body_id)
    row = Application(
        owner_id=body.id,
        origin=ApplicationOrigin.PUBLIC,
        contact_email=email,
        language=language,
        form={"contact_email": email, "language": language},
    )
    renew_link(row)
    with tenant_scope({body.id}), transaction.atomic():
        row.save(force_insert=True)
        write_to_applicant(row, LINK, str(row.link_number))
        record(applicant_of(row), "application.begun", row)
    return row.id, token_of(row)


def invite_applicant(*, viewer: Viewer, email: str, name: str, language: str) -> Application:
    """The body asks somebody to apply: they get the link, and go on as the public does."""
    row = Application(
        owner_id=viewer.tenant_id,
        origin=ApplicationOrigin.INVITED,
        name=name,
        contact_email=email,
        language=language,
        changed_by=name_of(viewer),
        form={"name": name, "contact_email": email, "language": language},
    )
    renew_link(row)
    with transaction.atomic():
        row.save(force_insert=True)
        write_to_applicant(row, LINK, str(row.link_number))
        record(viewer, "application.invited", row)
    return row


def apply_as_client(*, viewer: Viewer, body_id: UUID | None = None) -> Application:
    """A client's coordinator applies for more: what the body knows is filled in already."""
    client = own_tenant(viewer)
    bodies = viewer.owners - {client.id}
    body = receiving_body(body_id if body_id in bodies else min(bodies, default=client.id))
    person = Person.objects.get(id__in=filter(None, [viewer.person_id]))
    row = Application(
        owner_id=body.id,
        client=client,
        origin=ApplicationOrigin.CLIENT,
        name=client.name,
        credit_code=client.credit_code,
        contact_email=person.email,
        language=person.language,
        changed_by=person.name,
        form=_known(client, person, list(Site.objects.filter(client=client, is_active=True))),
    )
    with transaction.atomic():
        row.save(force_insert=True)
        record(viewer, "application.begun", row)
    return row


def save_form(
    *, viewer: Viewer, application_id: UUID, version: int, form: Mapping[str, Any]
) -> Application:
    """Keep what was entered so far, right or not. No entry of the journal: nothing is said yet."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        _check_filling(viewer, row)
        values = _columns(form) | {"form": dict(form)}
        if row.has_link:
            renew_link(row)
        change(row, viewer=viewer, version=version, values=values, view=form_view)
    return row


def submit_application(*, viewer: Viewer, application_id: UUID, version: int) -> Application:
    """From now on the body may read it; the number is given, the reviewers hear of it."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        if row.version != version:
            raise Stale(changed_by=row.changed_by or "—", current=form_view(row))
        _check_filling(viewer, row)
        check_form(row.form)
        before = row.digest()
        Tenant.objects.select_for_update().get(id=row.owner_id)  # numbers and duplicates
        _refuse_second(row)
        row.number = row.number or _next_number(row.owner_id)
        row.submit_form()
        row.contact_email = row.form["contact_email"].lower()
        set_state(viewer, row, ApplicationState.SUBMITTED)
        if row.has_link:
            renew_link(row)
        row.save()
        write_to_applicant(row, RECEIVED, row.number)
        write_to_role(row, "REV", "submitted")
        record(viewer, "application.submitted", row, before=before)
    return row


def send_link_again(*, viewer: Viewer, application_id: UUID) -> Application:
    """A new link to the applicant; the earlier ones open nothing any more."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        if not row.has_link or row.state == ApplicationState.CONTRACTED:
            raise state_error(row)
        before = row.digest()
        row.link_number += 1
        renew_link(row)
        row.save()
        write_to_applicant(row, LINK, str(row.link_number))
        record(viewer, "application.link_sent", row, before=before)
    return row


def locked_application(viewer: Viewer, application_id: UUID) -> Application:
    found = application_of(viewer, application_id)
    rows = Application.objects.select_for_update(of=("self",)).select_related("client")
    return rows.get(id=found.id)


def set_state(viewer: Viewer, row: Application, to: ApplicationState) -> None:
    """Set the state, if it may follow; whoever calls saves and records."""
    if not may_follow(row.state, to):
        raise state_error(row)
    row.state, row.state_at = to, clock.now()
    row.version += 1
    row.changed_by = signer_name(viewer, row)


def state_error(row: Application) -> ApplicationStateError:
    words = NAMES[ApplicationState(row.state)]
    return ApplicationStateError(state=str(words))


def signer_name(viewer: Viewer, row: Application) -> str:
    """Who acts, by name: the contact of the application where there is no account."""
    named = row.form.get("contact_name") or row.contact_email
    return named if is_applicant(viewer) else name_of(viewer)


def _known(client: Tenant, person: Person, sites: list[Site]) -> dict[str, Any]:
    return {
        "name": client.name,
        "name_en": client.name_en,
        "credit_code": client.credit_code,
        "is_foreign": False,
        "address": client.address,
        "contact_name": person.name,
        "contact_phone": person.phone,
        "contact_email": person.email,
        "language": person.language,
        "sites": [
            {
                "name": site.name,
                "address": site.address,
                "zone": site.zone,
                "kind": site.kind,
                "processes": site.processes,
                "is_central": site.is_central,
                "headcount": Headcount.of(site.headcount).stored(),
            }
            for site in sites
        ],
    }


def _columns(form: Mapping[str, Any]) -> dict[str, Any]:
    """What lists show and search while it is being filled in."""
    return {
        "name": form.get("name", ""),
        "credit_code": "" if form.get("is_foreign") else code_of(form),
        "language": form.get("language") or "zh-hans",
    }


def _check_filling(viewer: Viewer, row: Application) -> None:
    """Until it is submitted the form is the applicant's alone; it opens again on a question."""
    if not is_shown_to(viewer, row):
        raise state_error(row)
    if row.state not in {ApplicationState.DRAFT, ApplicationState.INFO_REQUESTED}:
        raise state_error(row)


def check_form(form: Mapping[str, Any]) -> None:
    """Refuse what may not be submitted, with a sentence for each field."""
    wrong = {name: in_language(both) for name, both in faults(form).items()}
    if wrong:
        raise ApplicationFaultsError(count=len(wrong), fields=wrong)


def _refuse_second(row: Application) -> None:
    """One open application of an organisation at a time."""
    same = Application.objects.filter(
        owner_id=row.owner_id,
        credit_code=row.credit_code,
        state__in=OPEN - {ApplicationState.DRAFT},
    )
    if row.credit_code and same.exclude(id=row.id).exists():
        raise DuplicateApplicationError


def _next_number(owner_id: UUID) -> str:
    """``AP-26-0007``; the body's row is locked by the caller."""
    year = clock.today(Tenant.objects.get(id=owner_id).zone).year % 100
    start = f"AP-{year:02}-"
    taken = Application.objects.filter(owner_id=owner_id, number__startswith=start).count()
    return f"{start}{taken + 1:04}"
