"""``/api/programme/qualifications/imports``: qualifications from Excel."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import File, Query, Router, Status, UploadedFile

from mingjian.identity.queries.imports import SORTABLE, import_of, imports
from mingjian.identity.services.imports import (
    check_import,
    confirm_import,
    template,
    undo_import,
)
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel.reading import MOST_BYTES
from mingjian.kit.pagination import ListQuery, Page, ordered, page_of
from mingjian.programme.schemas.imports import ImportOut, ImportSummary

router = Router()

KIND = "qualifications"
KINDS = frozenset({KIND})


@router.get("", response=Page[ImportSummary])
@requires("qualifications", "C")
def list_imports(request: AuthorisedRequest, query: Query[ListQuery]) -> Any:
    rows = ordered(imports(request.viewer, KINDS), query.sort, SORTABLE)
    return page_of(rows, query, lambda row: row)


@router.get("/template")
@requires("qualifications", "C")
def download_template(request: AuthorisedRequest) -> HttpResponse:
    """An empty workbook with the right head, an example and explanations."""
    return template(KIND)


@router.post("", response={201: ImportOut})
@requires("qualifications", "C")
def upload(request: AuthorisedRequest, file: File[UploadedFile]) -> Any:
    """Check a filled-in template row by row; nothing comes of it before it is confirmed."""
    content = file.read(MOST_BYTES + 1)
    batch = check_import(
        viewer=request.viewer, kind=KIND, file_name=file.name or "", content=content
    )
    return Status(201, batch)


@router.get("/{uuid:batch_id}", response=ImportOut)
@requires("qualifications", "C")
def read_import(request: AuthorisedRequest, batch_id: UUID) -> Any:
    return import_of(request.viewer, batch_id, KINDS)


@router.post("/{uuid:batch_id}/confirm", response=ImportOut)
@requires("qualifications", "C")
def confirm(request: AuthorisedRequest, batch_id: UUID) -> Any:
    """Write every row without a fault, all or none."""
    return confirm_import(viewer=request.viewer, import_id=batch_id, kinds=KINDS)


@router.post("/{uuid:batch_id}/undo", response=ImportOut)
@requires("qualifications", "C")
def undo(request: AuthorisedRequest, batch_id: UUID) -> Any:
    """Remove what came of it; what was changed since stays, and says why."""
    return undo_import(viewer=request.viewer, import_id=batch_id, kinds=KINDS)
