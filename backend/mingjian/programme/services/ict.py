"""ICT competence: declared by oneself, checked in practice, confirmed for a year."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.programme.errors.cases import NotOfTheBodyError
from mingjian.programme.errors.ict import (
    IctCheckerError,
    IctItemsError,
    IctNotShownError,
    IctRoundOpenError,
    IctSelfConfirmError,
    IctStateError,
)
from mingjian.programme.events import IctConfirmed
from mingjian.programme.letters.ict import write_confirmed, write_waiting
from mingjian.programme.models import IctConfirmation
from mingjian.programme.models.ict import IctState
from mingjian.programme.queries.ict_competence import (
    confirmation_of,
    confirmation_view,
    has_confirmed,
    is_confirmed_in,
)
from mingjian.programme.queries.ict_rules import ict_rules
from mingjian.programme.rules.days import months_after


def declare_ict(
    *, viewer: Viewer, person_id: UUID, area: str, items: Sequence[str], note: str = ""
) -> IctConfirmation:
    """A person says what they master; from now on it waits for a practical check."""
    person = Person.objects.filter(id=person_id, owner_id=viewer.tenant_id, is_active=True).first()
    if person is None:
        raise NotOfTheBodyError
    _check_items(viewer, area, items)
    row = IctConfirmation(owner_id=viewer.tenant_id, person=person, area=area, declared_note=note)
    row.declared = list(items)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise IctRoundOpenError from None
        write_waiting(row, "check")
        record(viewer, "ict.declared", row)
    return row


def check_ict(
    *, viewer: Viewer, confirmation_id: UUID, version: int, items: Sequence[str], note: str
) -> IctConfirmation:
    """Somebody who is confirmed saw every item of the area done; ``note`` says how."""
    with transaction.atomic():
        row = _locked(viewer, confirmation_id, IctState.DECLARED)
        _check_items(viewer, row.area, items)
        _check_checker(viewer, row)
        if missing := ict_rules(viewer).not_shown(row.area, items):
            raise IctNotShownError(items="；".join(str(item.words) for item in missing))
        values = {
            "state": IctState.CHECKED,
            "shown": list(items),
            "check_note": note,
            "checked_by_id": viewer.person_id,
            "checked_on": _today(viewer),
        }
        before = change(row, viewer=viewer, version=version, values=values, view=confirmation_view)
        write_waiting(row, "confirm")
        record(viewer, "ict.checked", row, before=before, reason=note)
    return row


def confirm_ict(*, viewer: Viewer, confirmation_id: UUID, version: int) -> IctConfirmation:
    """From today the person may work remotely, for as long as the rule pack says."""
    with transaction.atomic():
        row = _locked(viewer, confirmation_id, IctState.CHECKED)
        if row.person_id == viewer.person_id:
            raise IctSelfConfirmError
        today = _today(viewer)
        values = {
            "state": IctState.CONFIRMED,
            "confirmed_by_id": viewer.person_id,
            "confirmed_on": today,
            "valid_until": months_after(today, ict_rules(viewer).valid_months),
        }
        before = change(row, viewer=viewer, version=version, values=values, view=confirmation_view)
        write_confirmed(row)
        announce(IctConfirmed(owner_id=row.owner_id, person_id=row.person_id, area=row.area))
        record(viewer, "ict.confirmed", row, before=before)
    return row


def withdraw_ict(
    *, viewer: Viewer, confirmation_id: UUID, version: int, reason: str
) -> IctConfirmation:
    """The round, or a confirmation that holds no longer, ends with a reason."""
    with transaction.atomic():
        row = _locked(viewer, confirmation_id)
        values = {"state": IctState.WITHDRAWN}
        before = change(row, viewer=viewer, version=version, values=values, view=confirmation_view)
        record(viewer, "ict.withdrawn", row, before=before, reason=reason)
    return row


def _check_items(viewer: Viewer, area: str, items: Sequence[str]) -> None:
    if not set(items) <= set(ict_rules(viewer).codes(area)):
        raise IctItemsError


def _check_checker(viewer: Viewer, row: IctConfirmation) -> None:
    """Another person, confirmed today; the first of a body is checked by whoever may."""
    if viewer.person_id == row.person_id or viewer.person_id is None:
        raise IctCheckerError
    today = _today(viewer)
    if not has_confirmed(viewer, row.area, today):
        return
    if not is_confirmed_in(viewer.person_id, row.area, today):
        raise IctCheckerError


def _locked(viewer: Viewer, confirmation_id: UUID, *states: str) -> IctConfirmation:
    found = confirmation_of(viewer, confirmation_id)
    rows = IctConfirmation.objects.select_for_update(of=("self",)).select_related("person")
    row = rows.get(id=found.id)
    if row.state == IctState.WITHDRAWN or (states and row.state not in states):
        raise IctStateError(state=row.get_state_display())
    return row


def _today(viewer: Viewer) -> date:
    return clock.today(own_tenant(viewer).zone)
