"""Checking a document handed over against the one seen in use (S35)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.requests import ShownItemError, VerdictWordsError
from mingjian.evidence.models import CheckVerdict, DocumentCheck, EvidenceItem
from mingjian.evidence.queries.document_checks import TEXTS
from mingjian.evidence.queries.items import editions, item_of, items
from mingjian.evidence.rules.document_checks import propose
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.programme.services.cases import locked_case

WORDS = ("shown_version", "given_version", "words")


def check_document(*, viewer: Viewer, item_id: UUID, values: Mapping[str, Any]) -> DocumentCheck:
    """Compare with what was shown: the machine proposes, ``values["verdict"]`` is the auditor's.

    Without a verdict the proposal stands.
    """
    item = item_of(viewer, item_id)
    shown = _shown(viewer, item, values.get("shown_item_id"))
    shown_sha256 = values.get("shown_sha256") or (shown.sha256 if shown else "")
    proposal = propose(
        sha256=item.sha256,
        editions=[(each.edition, each.sha256) for each in editions(item)],
        shown_sha256=shown_sha256,
        shown_version=values.get("shown_version", ""),
        given_version=values.get("given_version", ""),
    )
    row = DocumentCheck(
        owner_id=item.owner_id,
        item=item,
        shown_item=shown,
        shown_sha256=shown_sha256,
        shown_at=values.get("shown_at") or (shown.arose_at if shown else None),
        proposed=proposal.verdict,
        basis=proposal.basis,
        verdict=values.get("verdict") or proposal.verdict,
        checked_by=name_of(viewer),
    )
    _check_words(row, values.get("words", ""))
    words = {name: values.get(name, "") for name in WORDS}
    row.sealed = sealed_texts(row.owner_id, item.case_id, row.id, TEXTS, words)
    with transaction.atomic():
        locked_case(viewer, item.case_id)
        row.save(force_insert=True)
        record(viewer, "evidence.version_checked", row)
    return row


def _shown(viewer: Viewer, item: EvidenceItem, shown_id: UUID | None) -> EvidenceItem | None:
    if shown_id is None:
        return None
    shown = items(viewer, item.case).filter(id=shown_id).exclude(id=item.id).first()
    if shown is None:
        raise ShownItemError
    return shown


def _check_words(row: DocumentCheck, words: str) -> None:
    is_own_verdict = row.verdict != row.proposed or row.verdict == CheckVerdict.CANNOT_TELL
    if is_own_verdict and not words.strip():
        raise VerdictWordsError
