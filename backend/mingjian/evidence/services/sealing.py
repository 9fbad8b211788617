"""The one way into the record (S15): hashed, sealed, stored and journalled, or not there at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.events import EvidenceSealed
from mingjian.evidence.models import EvidenceItem, ItemState, Retention
from mingjian.evidence.models.items import path_of
from mingjian.evidence.queries.items import TEXTS
from mingjian.evidence.queries.numbers import next_number
from mingjian.evidence.queries.openings import CONTENT
from mingjian.evidence.queries.places import checked_plan_item, checked_site
from mingjian.evidence.queries.profiles import suite_of
from mingjian.evidence.rules.redactions import checked_redactions
from mingjian.identity.services.editing import name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.crypto import AES, SM, Sealed, Source, seal
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.kit.keys.services import audit_secret
from mingjian.kit.outbox import announce
from mingjian.kit.storage import blobs
from mingjian.programme.errors.cases import CaseClosedError
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import case_of
from mingjian.programme.rules.case_states import CLOSED
from mingjian.programme.services.cases import locked_case

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What is known of a new item beside its content."""

    kind: str
    origin: str
    name: str
    media_type: str = "application/octet-stream"
    retention: str = Retention.WORKING
    note: str = ""
    circumstances: Mapping[str, Any] = field(default_factory=dict)
    """Who asked, why, consent, track, offset: whatever the way in knows; sealed."""
    clauses: Sequence[Mapping[str, str]] = ()
    site_id: UUID | None = None
    plan_item_id: UUID | None = None
    effective_on: date | None = None
    arose_at: datetime | None = None
    original_sha256: str = ""
    """Of what the device held before parts were covered (B08)."""
    redactions: Sequence[Mapping[str, Any]] = ()
    """What was covered: see ``rules.redactions``; why stands in the circumstances."""
    replaces: EvidenceItem | None = None
    """The version that this one follows (C14)."""
    is_trusted: bool = False
    """Made by the server itself: nothing in it has to be examined."""


def seal_item(*, viewer: Viewer, case_id: UUID, source: Source, given: Given) -> EvidenceItem:
    """Hash, seal and store all of ``source`` in one pass of bounded memory, then journal it."""
    case, item_id = receiving_case(viewer, case_id), uuid7()
    path = path_of(case.owner_id, case.id, item_id)
    key, suite = audit_secret(case.owner_id, case.id, CONTENT, item_id), suite_of(case.owner_id)
    with blobs().writing(path) as target:
        sealed = seal(source, target, key=key, context=path.encode(), suite=suite)
    return keep_sealed(viewer=viewer, case=case, item_id=item_id, sealed=sealed, given=given)


def keep_sealed(
    *, viewer: Viewer, case: AuditCase, item_id: UUID, sealed: Sealed, given: Given
) -> EvidenceItem:
    """Make an item of content that lies sealed at its place already: row, event, journal.

    Where that fails the content is removed, so that nothing lies there that nobody knows of.
    """
    try:
        with transaction.atomic():
            locked = locked_case(viewer, case.id)
            row = _row(viewer, locked, item_id, sealed, given)
            row.save(force_insert=True)
            announce(EvidenceSealed(owner_id=row.owner_id, case_id=case.id, item_id=row.id))
            record(viewer, "evidence.sealed", row)
    except BaseException:
        blobs().delete(path_of(case.owner_id, case.id, item_id))
        raise
    return row


def receiving_case(viewer: Viewer, case_id: UUID) -> AuditCase:
    """The case, while it still takes evidence."""
    case = case_of(viewer, case_id)
    if case.state in CLOSED:
        raise CaseClosedError
    return case


def _row(
    viewer: Viewer, case: AuditCase, item_id: UUID, sealed: Sealed, given: Given
) -> EvidenceItem:
    series = given.replaces.series if given.replaces else item_id
    row = EvidenceItem(
        id=item_id,
        owner_id=case.owner_id,
        case=case,
        number=next_number(EvidenceItem.objects.filter(case=case)),
        kind=given.kind,
        origin=given.origin,
        retention=given.retention,
        state=ItemState.HELD if given.is_trusted else ItemState.QUARANTINED,
        media_type=given.media_type,
        size=sealed.plain_bytes,
        sha256=sealed.sha256.hex(),
        sm3=sealed.sm3.hex(),
        original_sha256=given.original_sha256,
        redactions=checked_redactions(given.original_sha256, given.redactions),
        profile=SM.code if sealed.sm3 else AES.code,
        series=series,
        edition=next_number(EvidenceItem.objects.filter(series=series), "edition"),
        clauses=[dict(clause) for clause in given.clauses],
        effective_on=given.effective_on,
        arose_at=given.arose_at,
        provided_by_id=viewer.person_id,
        provided_name=name_of(viewer) if viewer.person_id else "",
        provided_tenant=viewer.tenant_id if viewer.person_id else None,
        changed_by=name_of(viewer),
    )
    row.site_id = checked_site(case, given.site_id)
    row.plan_item_id = checked_plan_item(case, given.plan_item_id)
    row.sealed = sealed_texts(row.owner_id, case.id, row.id, TEXTS, _texts(given))
    return row


def _texts(given: Given) -> dict[str, Any]:
    name = "".join(filter(str.isprintable, given.name)).strip()[:LONGEST_NAME]
    return {"name": name, "note": given.note, "circumstances": dict(given.circumstances)}
