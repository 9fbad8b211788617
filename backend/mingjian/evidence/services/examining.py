"""The end of quarantine: held or refused, recorded either way; nothing is ever removed here."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.intake import RowAlteredError
from mingjian.evidence.events import EvidenceExamined
from mingjian.evidence.models import EvidenceItem, ItemExamination, ItemState
from mingjian.evidence.queries.examinations import NAMES, Verdict
from mingjian.evidence.rules.intake import HELD
from mingjian.journal.queries.rows import is_as_journalled
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.kit.outbox import announce


def conclude_examination(*, viewer: Viewer, item_id: UUID, verdict: Verdict) -> EvidenceItem:
    """Let an item out of quarantine, or refuse it; the second of two verdicts changes nothing."""
    with transaction.atomic():
        row = _locked(item_id)
        if row.state != ItemState.QUARANTINED:
            return row
        if not is_as_journalled(row):
            raise RowAlteredError(code=row.code)
        before = row.digest()
        is_held = verdict.code == HELD
        row.state = ItemState.HELD if is_held else ItemState.REFUSED
        row.media_type = verdict.media_type
        row.save()
        found = _examination(row, verdict)
        announce(EvidenceExamined(owner_id=row.owner_id, case_id=row.case_id, item_id=row.id))
        if is_held:
            record(viewer, "evidence.held", row, before=before)
        else:
            record(viewer, "evidence.refused", row, before=before)
        record(viewer, "evidence.examined", found)
    return row


def _examination(row: EvidenceItem, verdict: Verdict) -> ItemExamination:
    found = ItemExamination(
        owner_id=row.owner_id,
        item=row,
        code=verdict.code,
        warnings=verdict.warnings,
        media_type=verdict.media_type,
        details=verdict.details,
        scanner=verdict.scanner,
    )
    if verdict.names:
        names = {"names": verdict.names}
        found.sealed = sealed_texts(row.owner_id, row.case_id, found.id, NAMES, names)
    found.save(force_insert=True)
    return found


def _locked(item_id: UUID) -> EvidenceItem:
    rows = EvidenceItem.objects.select_for_update(of=("self",)).select_related("case__client")
    return rows.get(id=item_id)
