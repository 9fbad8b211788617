"""``/api/journal``: who did what, and proofs that nobody changed it since."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.journal.models import Checkpoint, Verification
from mingjian.journal.queries import entries as reading
from mingjian.journal.queries import proofs
from mingjian.journal.schemas import (
    CheckpointOut,
    ConsistencyOut,
    EntriesQuery,
    EntryDetail,
    EntryOut,
    InclusionOut,
    JournalQuery,
    KeyOut,
    VerificationOut,
    entries_workbook,
)
from mingjian.journal.services import request_verification
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.pagination import Page, ordered, page_of

router = Router(tags=["journal"])


@router.get("/entries", response=Page[EntryOut])
@requires("journal", "R")
def list_entries(request: AuthorisedRequest, query: Query[EntriesQuery]) -> Any:
    """Entries in reach, newest first; with ``?format=xlsx`` as a workbook."""
    rows = reading.entries(request.viewer, request.grants)
    rows = reading.narrowed(request.viewer, rows, search=query.search, **query.filters())
    rows = ordered(rows, query.sort, reading.SORTABLE)
    if query.format == "xlsx":
        return entries_workbook(request.viewer, rows)
    page = page_of(rows, query, lambda row: row)
    return {**page, "items": reading.entry_views(request.viewer, page["items"])}


@router.get("/entries/{int:seq}", response=EntryDetail)
@requires("journal", "R")
def read_entry(request: AuthorisedRequest, seq: int, query: Query[JournalQuery]) -> Any:
    """One entry with its digests and its leaf."""
    owner = query.owner or request.viewer.tenant_id
    row = reading.entry(request.viewer, request.grants, owner, seq)
    return reading.entry_views(request.viewer, [row])[0]


@router.get("/entries/{int:seq}/proof", response=InclusionOut)
@requires("journal", "R")
def prove_entry(request: AuthorisedRequest, seq: int, query: Query[JournalQuery]) -> Any:
    """That the entry is in the signed tree; ``text`` is a ``.tlog-proof`` file."""
    owner = reading.journal_of(request.viewer, query.owner)
    return proofs.inclusion_proof(reading.entry(request.viewer, request.grants, owner, seq))


@router.get("/consistency", response=ConsistencyOut)
@requires("journal", "R")
def prove_consistency(
    request: AuthorisedRequest, first: int, query: Query[JournalQuery], second: int = 0
) -> Any:
    """That the journal of ``second`` entries begins with the journal of ``first``."""
    owner = reading.journal_of(request.viewer, query.owner)
    return proofs.consistency_proof(owner, first, second or None)


@router.get("/checkpoints", response=Page[CheckpointOut])
@requires("journal", "R")
def list_checkpoints(request: AuthorisedRequest, query: Query[JournalQuery]) -> Any:
    """Signed checkpoints, newest first."""
    owner = reading.journal_of(request.viewer, query.owner)
    return page_of(Checkpoint.objects.filter(owner_id=owner), query, lambda row: row)


@router.get("/checkpoint", response=CheckpointOut)
@requires("journal", "R")
def read_checkpoint(request: AuthorisedRequest, query: Query[JournalQuery]) -> Any:
    """The newest one: what a witness or a client keeps."""
    return proofs.newest_checkpoint(reading.journal_of(request.viewer, query.owner))


@router.get("/key", response=KeyOut)
@requires("journal", "R")
def read_key(request: AuthorisedRequest, query: Query[JournalQuery]) -> Any:
    """The public key of the checkpoints."""
    return {"vkey": proofs.public_key(reading.journal_of(request.viewer, query.owner))}


@router.get("/verifications", response=Page[VerificationOut])
@requires("journal", "R")
def list_verifications(request: AuthorisedRequest, query: Query[JournalQuery]) -> Any:
    """What was verified when, newest first."""
    owner = reading.whole_journal(request.viewer, request.grants, query.owner)
    return page_of(Verification.objects.filter(owner_id=owner), query, lambda row: row)


@router.get("/verifications/{uuid:verification_id}", response=VerificationOut)
@requires("journal", "R")
def read_verification(request: AuthorisedRequest, verification_id: UUID) -> Any:
    """One verification; ask again while ``finished_at`` is empty."""
    return reading.verification(request.viewer, request.grants, verification_id)


@router.post("/verifications", response={201: VerificationOut})
@requires("journal", "R")
def verify(request: AuthorisedRequest, query: Query[JournalQuery]) -> Any:
    """Verify every entry and row, at once or, for a large journal, in a job."""
    owner = reading.whole_journal(request.viewer, request.grants, query.owner)
    return Status(201, request_verification(viewer=request.viewer, owner_id=owner))
