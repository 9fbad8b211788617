"""Verifying on request: small journals at once, large ones in a job."""

from collections.abc import Callable
from itertools import islice
from uuid import UUID

from django.db import transaction

from mingjian.journal.events import VerificationRequested
from mingjian.journal.models import Head, Verification
from mingjian.journal.queries import findings
from mingjian.journal.services.recording import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce

AT_ONCE = 20_000
"""Entries that are verified within the request: about a second's work."""
NAMED = 200
"""Findings that are kept one by one; the rest is counted."""

Progress = Callable[[int, int], None]


def request_verification(*, viewer: Viewer, owner_id: UUID) -> Verification:
    """Verify the journal of ``owner_id`` now, or, where that takes long, in a job."""
    head = Head.objects.filter(owner_id=owner_id).first()
    verification = Verification(
        owner_id=owner_id, started_at=clock.now(), size=head.size if head else 0
    )
    if verification.size > AT_ONCE:
        return _postpone(viewer, verification)
    _examine(verification, lambda done, total: None)
    with transaction.atomic():
        return conclude(viewer=viewer, verification=verification)


def examine(verification_id: UUID, on_progress: Progress) -> Verification:
    """Do the work of a postponed verification; the result is not saved yet."""
    verification = Verification.objects.get(id=verification_id)
    _examine(verification, on_progress)
    return verification


def conclude(*, viewer: Viewer, verification: Verification) -> Verification:
    """Keep the result and write down that the journal was verified."""
    verification.save()
    record(viewer, "journal.verified", verification)
    return verification


@transaction.atomic
def _postpone(viewer: Viewer, verification: Verification) -> Verification:
    verification.save()
    announce(VerificationRequested(owner_id=verification.owner_id, verification_id=verification.id))
    record(viewer, "journal.verification_requested", verification)
    return verification


def _examine(verification: Verification, on_progress: Progress) -> None:
    def examined(count: int) -> None:
        verification.examined += count
        on_progress(verification.examined, max(verification.size, verification.examined))

    every = findings(verification.owner_id, examined=examined)
    verification.findings = [finding.as_json() for finding in islice(every, NAMED)]
    verification.found = len(verification.findings) + sum(1 for _ in every)
    verification.finished_at = clock.now()
