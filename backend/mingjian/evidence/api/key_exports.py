"""``/api/evidence/key-exports``: keys that leave the house, on the word of two people."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Status

from mingjian.evidence.queries.key_exports import key_export_of, key_export_view, key_exports
from mingjian.evidence.schemas.key_exports import (
    KeyExportDecision,
    KeyExportOut,
    KeyExportRequest,
    KeyExportsQuery,
)
from mingjian.evidence.services.key_exports import ask_for_key, decide_key_export, take_key
from mingjian.kit.access import AuthorisedRequest, Facts, demand, requires
from mingjian.kit.pagination import Page, page_of
from mingjian.kit.streaming import saved

router = Router()
EXPORT = "/{uuid:export_id}"


@router.get("", response=Page[KeyExportOut])
@requires("key_exports", "R")
def list_key_exports(request: AuthorisedRequest, query: Query[KeyExportsQuery]) -> Any:
    return page_of(key_exports(request.viewer), query, key_export_view)


@router.post("", response={201: KeyExportOut})
@requires("key_exports", "C")
def ask(request: AuthorisedRequest, wanted: KeyExportRequest) -> Any:
    return Status(201, key_export_view(ask_for_key(viewer=request.viewer, **wanted.model_dump())))


@router.get(EXPORT, response=KeyExportOut)
@requires("key_exports", "R")
def read_key_export(request: AuthorisedRequest, export_id: UUID) -> Any:
    row = key_export_of(request.viewer, export_id)
    demand(request, Facts(object_id=row.id, party_id=row.concerns))
    return key_export_view(row)


@router.post(f"{EXPORT}/decision", response=KeyExportOut)
@requires("key_exports", "A")
def decide(request: AuthorisedRequest, export_id: UUID, decision: KeyExportDecision) -> Any:
    """Approve or refuse what somebody else asked for."""
    given = decision.model_dump()
    row = decide_key_export(viewer=request.viewer, export_id=export_id, **given)
    return key_export_view(row)


@router.post(f"{EXPORT}/taking")
@requires("key_exports", "C")
def take(request: AuthorisedRequest, export_id: UUID) -> HttpResponse:
    """The key, sealed to its recipient; once."""
    file = take_key(viewer=request.viewer, export_id=export_id)
    return saved(file, f"audit-key-{export_id}.age", "application/octet-stream")
