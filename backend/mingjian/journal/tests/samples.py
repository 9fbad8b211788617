"""People and rows that tests write about."""

from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from mingjian.journal.models import Entry, Verification
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.ids import uuid7
from mingjian.kit.tenancy import tenant_scope

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def viewer_of(tenant: UUID, *, role: str = "PM", device: str = "Chrome") -> Viewer:
    return Viewer(f"person:{uuid7()}", tenant, "body", role, frozenset({tenant}), device=device)


def row_of(tenant: UUID) -> Verification:
    """Any journalled row will do; this one is the journal's own."""
    return Verification(owner_id=tenant, started_at=NOON, size=7)


def write(owner_id: UUID, count: int) -> list[Entry]:
    """Let somebody do ``count`` things to rows of ``owner_id``."""
    viewer = viewer_of(owner_id)
    with tenant_scope([owner_id]), transaction.atomic():
        return [record(viewer, "thing.done", row_of(owner_id)) for _ in range(count)]
