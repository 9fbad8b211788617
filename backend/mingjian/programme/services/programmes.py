"""Audit programmes: what a client's cycle consists of."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.errors.cases import (
    CaseSchemesError,
    DuplicateCycleError,
    ProgrammeStateError,
)
from mingjian.programme.errors.cycle import CycleOrderError
from mingjian.programme.events import ProgrammeApproved
from mingjian.programme.models import AuditProgramme, ProgrammeState
from mingjian.programme.queries.programmes import programme_of, programme_view
from mingjian.programme.queries.scope import engaged_client
from mingjian.programme.rules.schemes import SCHEMES, are_schemes, in_order
from mingjian.programme.services.windows import realign_windows


def create_programme(
    *, viewer: Viewer, client_id: UUID, values: Mapping[str, Any]
) -> AuditProgramme:
    """A draft for one cycle of an engaged client."""
    engaged_client(viewer, client_id)
    row = AuditProgramme(owner_id=viewer.tenant_id, client_id=client_id, **_checked(values))
    _check_dates(row)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise DuplicateCycleError(cycle=row.cycle) from None
        record(viewer, "programme.created", row)
    return row


def update_programme(
    *, viewer: Viewer, programme_id: UUID, version: int, values: Mapping[str, Any]
) -> AuditProgramme:
    """Change a programme that is not closed."""
    new = _checked(values)
    with transaction.atomic():
        row = _locked(viewer, programme_id)
        if row.state == ProgrammeState.CLOSED:
            raise ProgrammeStateError(state=row.get_state_display())
        before = change(row, viewer=viewer, version=version, values=new, view=programme_view)
        _check_dates(row)
        realign_windows(viewer, row)
        record(viewer, "programme.changed", row, before=before)
    return row


def approve_programme(*, viewer: Viewer, programme_id: UUID, version: int) -> AuditProgramme:
    """From now on the programme's audits may be planned."""
    with transaction.atomic():
        row = _locked(viewer, programme_id)
        if row.state not in {ProgrammeState.DRAFT, ProgrammeState.CHANGE_PENDING}:
            raise ProgrammeStateError(state=row.get_state_display())
        values = {"state": ProgrammeState.RUNNING}
        before = change(row, viewer=viewer, version=version, values=values, view=programme_view)
        announce(ProgrammeApproved(owner_id=row.owner_id, programme_id=row.id))
        record(viewer, "programme.approved", row, before=before)
    return row


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    checked = dict(values)
    if "schemes" in checked:
        if not are_schemes(checked["schemes"]):
            raise CaseSchemesError(schemes="、".join(SCHEMES))
        checked["schemes"] = in_order(checked["schemes"])
    return checked


def _check_dates(row: AuditProgramme) -> None:
    if row.certified_on and row.expires_on and row.expires_on <= row.certified_on:
        raise CycleOrderError


def _locked(viewer: Viewer, programme_id: UUID) -> AuditProgramme:
    found = programme_of(viewer, programme_id)
    rows = AuditProgramme.objects.select_for_update(of=("self",))
    return rows.select_related("client").get(id=found.id)
