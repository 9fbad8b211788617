"""``/api/identity/imports``: rows of every kind that stages offer, from Excel.

Each kind names its own rule of the matrix; an operation asks the rule of the kind it is about.
"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import File, Query, Router, Status, UploadedFile

from mingjian.identity.queries.imports import SORTABLE, import_of, import_view, imports
from mingjian.identity.schemas.imports import ImportKind, ImportOut, ImportSummary
from mingjian.identity.schemas.imports import Kind as KindName
from mingjian.identity.services.imports import (
    check_import,
    confirm_import,
    template,
    undo_import,
)
from mingjian.identity.services.imports.kinds import Kind, kinds_for
from mingjian.kit.access import AuthorisedRequest, signed_in
from mingjian.kit.excel.reading import MOST_BYTES
from mingjian.kit.pagination import ListQuery, Page, ordered, page_of
from mingjian.kit.words import in_language

router = Router()


@router.get("", response=Page[ImportSummary])
@signed_in
def list_imports(request: AuthorisedRequest, query: Query[ListQuery]) -> Any:
    rows = ordered(imports(request.viewer, _names(request)), query.sort, SORTABLE)
    return page_of(rows, query, lambda row: row)


@router.get("/kinds", response=list[ImportKind])
@signed_in
def list_kinds(request: AuthorisedRequest) -> Any:
    """What the viewer may read in."""
    return [_shown(kind) for kind in kinds_for(request.viewer)]


@router.get("/template")
@signed_in
def download_template(request: AuthorisedRequest, kind: KindName) -> HttpResponse:
    """An empty workbook with the right head, an example and explanations."""
    return template(viewer=request.viewer, kind=kind)


@router.post("", response={201: ImportOut})
@signed_in
def upload(request: AuthorisedRequest, kind: KindName, file: File[UploadedFile]) -> Any:
    """Check a filled-in template row by row; nothing comes of it before it is confirmed."""
    content = file.read(MOST_BYTES + 1)
    batch = check_import(
        viewer=request.viewer, kind=kind, file_name=file.name or "", content=content
    )
    return Status(201, import_view(batch))


@router.get("/{uuid:import_id}", response=ImportOut)
@signed_in
def read_import(request: AuthorisedRequest, import_id: UUID) -> Any:
    return import_view(import_of(request.viewer, _names(request), import_id))


@router.post("/{uuid:import_id}/confirm", response=ImportOut)
@signed_in
def confirm(request: AuthorisedRequest, import_id: UUID) -> Any:
    """Write every row without a fault, all or none; many rows by jobs, after the answer."""
    return import_view(confirm_import(viewer=request.viewer, import_id=import_id))


@router.post("/{uuid:import_id}/undo", response=ImportOut)
@signed_in
def undo(request: AuthorisedRequest, import_id: UUID) -> Any:
    """Remove what came of it; what was used since stays, and says why."""
    return import_view(undo_import(viewer=request.viewer, import_id=import_id))


def _names(request: AuthorisedRequest) -> list[str]:
    return [kind.name for kind in kinds_for(request.viewer)]


def _shown(kind: type[Kind[Any]]) -> dict[str, Any]:
    return {
        "name": kind.name,
        "title": in_language(kind.title),
        "note": in_language(kind.note),
        "page": kind.page,
        "columns": [
            {"field": column.field, "heading": in_language(column.heading)}
            for column in kind.columns
        ],
    }
