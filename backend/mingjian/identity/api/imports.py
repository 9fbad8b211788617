"""``/api/identity/imports``: people, organisations and certificates from Excel."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import File, Query, Router, Status, UploadedFile

from mingjian.identity.queries.imports import SORTABLE, import_of, imports
from mingjian.identity.schemas.imports import ImportOut, ImportSummary, Kind
from mingjian.identity.services.imports import (
    OWN,
    check_import,
    confirm_import,
    template,
    undo_import,
)
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel.reading import MOST_BYTES
from mingjian.kit.pagination import ListQuery, Page, ordered, page_of

router = Router()


@router.get("", response=Page[ImportSummary])
@requires("people", "C")
def list_imports(request: AuthorisedRequest, query: Query[ListQuery]) -> Any:
    rows = ordered(imports(request.viewer, OWN), query.sort, SORTABLE)
    return page_of(rows, query, lambda row: row)


@router.get("/template")
@requires("people", "C")
def download_template(request: AuthorisedRequest, kind: Kind) -> HttpResponse:
    """An empty workbook with the right head, an example and explanations."""
    return template(kind)


@router.post("", response={201: ImportOut})
@requires("people", "C")
def upload(request: AuthorisedRequest, kind: Kind, file: File[UploadedFile]) -> Any:
    """Check a filled-in template row by row; nothing comes of it before it is confirmed."""
    content = file.read(MOST_BYTES + 1)
    batch = check_import(
        viewer=request.viewer, kind=kind, file_name=file.name or "", content=content
    )
    return Status(201, batch)


@router.get("/{uuid:import_id}", response=ImportOut)
@requires("people", "C")
def read_import(request: AuthorisedRequest, import_id: UUID) -> Any:
    return import_of(request.viewer, import_id, OWN)


@router.post("/{uuid:import_id}/confirm", response=ImportOut)
@requires("people", "C")
def confirm(request: AuthorisedRequest, import_id: UUID) -> Any:
    """Write every row without a fault, all or none."""
    return confirm_import(viewer=request.viewer, import_id=import_id)


@router.post("/{uuid:import_id}/undo", response=ImportOut)
@requires("people", "C")
def undo(request: AuthorisedRequest, import_id: UUID) -> Any:
    """Remove what came of it; what was used since stays, and says why."""
    return undo_import(viewer=request.viewer, import_id=import_id)
