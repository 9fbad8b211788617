"""What the two words on an item come to: nothing outlives its audit by silence (S31)."""

from django.db.models import TextChoices

YES, COVER, NO = "yes", "cover", "no"
RECORD = "record"


class KeepingState(TextChoices):
    """Where an item stands on its way to being kept."""

    UNCHECKED = "unchecked", "待审核组确认"
    UNCONSENTED = "unconsented", "待受审核方同意"
    KEPT = "kept", "留存"
    COVER = "cover", "遮盖后留存"
    """Wanted with parts covered; the uncovered item goes with the audit."""
    REFUSED = "refused", "不留存"


OPEN = frozenset({KeepingState.UNCHECKED, KeepingState.UNCONSENTED})
"""Somebody still has to say a word; until then the item is not kept."""


def keeping_state(retention: str, auditor: str | None, client: str | None) -> KeepingState:
    """``auditor`` and ``client`` are the latest words, None where there is none."""
    if retention == RECORD:
        if auditor != YES:
            return KeepingState.UNCHECKED
        return KeepingState.KEPT if client == YES else KeepingState.UNCONSENTED
    return KeepingState.COVER if COVER in {auditor, client} else KeepingState.REFUSED
