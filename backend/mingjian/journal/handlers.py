"""What the journal does about its own events: it enqueues jobs."""

from mingjian.journal.events import JournalGrown, VerificationRequested
from mingjian.journal.jobs import sign, verify
from mingjian.kit.jobs import enqueue


def sign_when_grown(event: JournalGrown) -> None:
    enqueue(sign, owner_id=event.owner_id, key=f"{event.owner_id}:{event.size}")


def verify_when_requested(event: VerificationRequested) -> None:
    enqueue(
        verify,
        owner_id=event.owner_id,
        verification_id=event.verification_id,
        key=str(event.verification_id),
    )
