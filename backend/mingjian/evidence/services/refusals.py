"""Refusals of evidence requests, and the lead auditor's rulings on them (S12)."""

from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.requests import NotLeadAuditorError, StillInTimeError
from mingjian.evidence.models import (
    EvidenceRequest,
    RefusalGround,
    RequestRefusal,
    RequestState,
)
from mingjian.evidence.queries.requests import refusal_words, sealed_refusal
from mingjian.evidence.rules.requests import OWED
from mingjian.evidence.services.requests import locked_request, move_request
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.queries.cases import team_of


def refuse_request(
    *, viewer: Viewer, request_id: UUID, version: int, ground: str, text: str
) -> EvidenceRequest:
    """It is not handed over, and why; an auditor may note a refusal that was spoken."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, OWED)
        _refuse(viewer, row, ground, text)
        before = move_request(viewer, row, version, {"state": RequestState.REFUSED})
        record(viewer, "request.refused", row, before=before)
    return row


def rule_on_refusal(
    *, viewer: Viewer, request_id: UUID, version: int, ruling: str, text: str
) -> EvidenceRequest:
    """The lead auditor decides what becomes of it; silence past the due time is a refusal."""
    with transaction.atomic():
        row = locked_request(viewer, request_id, OWED | {RequestState.REFUSED})
        _check_lead(viewer, row)
        if row.state != RequestState.REFUSED:
            if row.due_at > clock.now():
                raise StillInTimeError
            _refuse(viewer, row, RefusalGround.SILENCE, "")
        refusal = row.refusals.select_for_update().order_by("-refused_at", "-id")[0]
        before = refusal.digest()
        refusal.request = row
        refusal.sealed = sealed_refusal(refusal, refusal_words(refusal) | {"ruling": text})
        refusal.ruling, refusal.ruled_by, refusal.ruled_at = ruling, name_of(viewer), clock.now()
        refusal.save()
        record(viewer, "refusal.ruled", refusal, before=before)
        settled = {"settled_at": clock.now(), "settled_by": name_of(viewer)}
        before = move_request(viewer, row, version, {"state": RequestState.RULED} | settled)
        record(viewer, "request.ruled", row, before=before)
    return row


def _refuse(viewer: Viewer, row: EvidenceRequest, ground: str, text: str) -> None:
    refusal = RequestRefusal(owner_id=row.owner_id, request=row, ground=ground)
    refusal.refused_by = name_of(viewer)
    refusal.sealed = sealed_refusal(refusal, {"text": text})
    refusal.save(force_insert=True)
    record(viewer, "refusal.noted", refusal)


def _check_lead(viewer: Viewer, row: EvidenceRequest) -> None:
    leads = {member.person_id for member in team_of(row.case) if member.role == "LA"}
    if viewer.person_id not in leads:
        raise NotLeadAuditorError
