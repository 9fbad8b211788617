"""Workbooks that were read in."""

from uuid import UUID

from django.db.models import QuerySet

from mingjian.identity.models import Import
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound

SORTABLE = {"created_at": "created_at", "kind": "kind", "state": "state"}


def imports(viewer: Viewer) -> QuerySet[Import]:
    """The own organisation's, newest first."""
    return Import.objects.filter(owner_id=viewer.tenant_id).order_by("-created_at", "id")


def import_of(viewer: Viewer, import_id: UUID) -> Import:
    row = imports(viewer).filter(id=import_id).first()
    if row is None:
        raise NotFound
    return row
