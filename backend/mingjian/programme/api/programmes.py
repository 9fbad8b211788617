"""``/api/programme/programmes``: what the cycle of a client consists of."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme import services
from mingjian.programme.models import AuditProgramme
from mingjian.programme.queries.programmes import (
    SORTABLE,
    programme_of,
    programme_view,
    programmes,
)
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.programmes import (
    NewProgramme,
    ProgrammeChange,
    ProgrammeOut,
    ProgrammesQuery,
)

router = Router()

COLUMNS: Columns[AuditProgramme] = {
    ("客户", "Client"): lambda row: row.client.name,
    ("周期", "Cycle"): lambda row: row.cycle,
    ("领域", "Schemes"): lambda row: " ".join(row.schemes),
    ("范围", "Scope"): lambda row: row.scope,
    ("专业代码", "Technical codes"): lambda row: " ".join(row.scope_codes),
    ("状态", "State"): lambda row: row.get_state_display(),
    ("证书日期", "Certified on"): lambda row: row.certified_on,
    ("有效期至", "Expires on"): lambda row: row.expires_on,
}


@router.get("", response=Page[ProgrammeOut])
@requires("programme", "R")
def list_programmes(request: AuthorisedRequest, query: Query[ProgrammesQuery]) -> Any:
    filters = query.model_dump(include={"client_id", "state", "search"})
    rows = ordered(programmes(request.viewer, **filters), query.sort, SORTABLE)
    return page_or_workbook(rows, query, programme_view, name="审核方案", columns=COLUMNS)


@router.post("", response={201: ProgrammeOut})
@requires("programme", "C")
def create_programme(request: AuthorisedRequest, new: NewProgramme) -> Any:
    values = new.model_dump(exclude={"client_id"})
    created = services.create_programme(
        viewer=request.viewer, client_id=new.client_id, values=values
    )
    return Status(201, programme_view(created))


@router.get("/{uuid:programme_id}", response=ProgrammeOut)
@requires("programme", "R")
def read_programme(request: AuthorisedRequest, programme_id: UUID) -> Any:
    return programme_view(programme_of(request.viewer, programme_id))


@router.patch("/{uuid:programme_id}", response=ProgrammeOut)
@requires("programme", "U")
def change_programme(
    request: AuthorisedRequest, programme_id: UUID, change: ProgrammeChange
) -> Any:
    changed = services.update_programme(
        viewer=request.viewer,
        programme_id=programme_id,
        version=change.version,
        values=change.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return programme_view(changed)


@router.post("/{uuid:programme_id}/approve", response=ProgrammeOut)
@requires("programme", "A")
def approve(request: AuthorisedRequest, programme_id: UUID, at: Version) -> Any:
    """From now on the programme's audits may be planned."""
    return programme_view(
        services.approve_programme(
            viewer=request.viewer, programme_id=programme_id, version=at.version
        )
    )
