"""Saying whether items may be kept beyond their audit: the auditor's word, the client's (S31)."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.keeping import KeepingReasonError, NothingToKeepError
from mingjian.evidence.models import (
    EvidenceItem,
    KeepingSide,
    KeepingVerdict,
    KeepingWord,
    Retention,
)
from mingjian.evidence.queries.items import entries_view, items
from mingjian.evidence.queries.keeping import THERE, sealed_reason
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.queries.cases import case_of
from mingjian.programme.services.cases import locked_case


def say_on_keeping(
    *,
    viewer: Viewer,
    case_id: UUID,
    side: KeepingSide,
    item_ids: Sequence[UUID],
    verdict: str,
    reason: str = "",
) -> int:
    """One side's word on each of ``item_ids``; how many.

    Anything but a yes puts the item back among what is destroyed after the audit. Whoever
    wants it kept all the same hands over a copy with parts covered, on which both speak anew.
    """
    if verdict != KeepingVerdict.YES and not reason:
        raise KeepingReasonError
    case = case_of(viewer, case_id)
    wanted = set(item_ids)
    reached = items(viewer, case).filter(id__in=wanted, retention=Retention.RECORD)
    if not wanted or reached.filter(state__in=THERE).count() != len(wanted):
        raise NothingToKeepError
    with transaction.atomic():
        locked_case(viewer, case_id)
        rows = EvidenceItem.objects.select_for_update(of=("self",)).filter(id__in=wanted)
        for row in rows.select_related("case").order_by("number"):
            _say(viewer, row, side, verdict, reason)
    return len(wanted)


def _say(viewer: Viewer, row: EvidenceItem, side: str, verdict: str, reason: str) -> None:
    word = KeepingWord(owner_id=row.owner_id, item=row, side=side, verdict=verdict)
    word.said_by_id, word.said_name = viewer.person_id, name_of(viewer)
    word.sealed = sealed_reason(word, reason)
    word.save(force_insert=True)
    if verdict != KeepingVerdict.YES:
        given = {"retention": Retention.WORKING}
        before = change(row, viewer=viewer, version=row.version, values=given, view=entries_view)
        record(viewer, "evidence.described", row, before=before)
    record(viewer, f"keeping.{side}_{verdict}", word)
