"""Workbooks that were read in."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models import Import
from mingjian.identity.models.imports import WORKING
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound

SORTABLE = {"created_at": "created_at", "kind": "kind", "state": "state"}


def imports(viewer: Viewer, kinds: Collection[str]) -> QuerySet[Import]:
    """The own organisation's imports of these kinds, newest first."""
    rows = Import.objects.filter(owner_id=viewer.tenant_id, kind__in=kinds)
    return rows.order_by("-created_at", "id")


def import_of(viewer: Viewer, kinds: Collection[str], import_id: UUID) -> Import:
    row = imports(viewer, kinds).filter(id=import_id).first()
    if row is None:
        raise NotFound
    return row


def import_view(row: Import) -> dict[str, Any]:
    """An import as its page shows it; rows only while nobody is at them, for they are many."""
    names = ("id", "kind", "file_name", "state", "created_at", "created_by", "faulty")
    more = ("kept", "failure", "total", "done")
    return {
        **{name: getattr(row, name) for name in (*names, *more)},
        "rows": [] if row.state in WORKING else row.rows,
    }
