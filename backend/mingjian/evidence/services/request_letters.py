"""Writing to a client's coordinator about what is asked, nearly due or overdue: once each."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from mingjian.evidence.letters.requests import ASKED, OVERDUE, SOON, send_about_requests
from mingjian.evidence.models import EvidenceRequest
from mingjian.evidence.queries.request_reminders import due_soon, overdue, untold
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.mail import Template
from mingjian.programme.queries.cases import case_for_process
from mingjian.programme.queries.contacts import client_contacts


def tell_of_requests(*, viewer: Viewer, case_id: UUID) -> int:
    """One letter about everything that was asked since the last; how many requests."""
    with transaction.atomic():
        rows = list(untold(viewer).filter(case_id=case_id).select_for_update(of=("self",)))
        return _write(viewer, case_id, rows, ASKED, "told_at", "request.told")


def remind_of_requests(*, viewer: Viewer, case_id: UUID) -> int:
    """What is nearly due."""
    with transaction.atomic():
        rows = [row for row in due_soon(viewer) if row.case_id == case_id]
        return _write(viewer, case_id, rows, SOON, "reminded_at", "request.reminded")


def warn_of_requests(*, viewer: Viewer, case_id: UUID) -> int:
    """What is overdue."""
    with transaction.atomic():
        rows = list(overdue(viewer).filter(case_id=case_id))
        return _write(viewer, case_id, rows, OVERDUE, "warned_at", "request.warned")


def _write(
    viewer: Viewer,
    case_id: UUID,
    rows: Sequence[EvidenceRequest],
    template: Template,
    *marked: str,
) -> int:
    """Without anybody to write to, the requests wait until the client has a coordinator."""
    column, deed = marked
    case = case_for_process(viewer, case_id)
    people = client_contacts(viewer, case) if rows else []
    if not people:
        return 0
    for person in people:
        send_about_requests(person, case, rows, template)
    for row in rows:
        setattr(row, column, clock.now())
        row.save(update_fields=[column])
        record(viewer, deed, row, before=row.digest())
    return len(rows)
