"""``/api/programme/cycles``: which audits every programme needs, and by when."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, Viewer, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import AuditProgramme
from mingjian.programme.queries.cycle import cycle_of, cycle_view, with_cases
from mingjian.programme.queries.programmes import SORTABLE, programme_of, programmes
from mingjian.programme.schemas.cycle import CycleOut, CyclesQuery
from mingjian.programme.services.cycle import open_cycle

router = Router()


def _columns(viewer: Viewer) -> Columns[AuditProgramme]:
    """A programme's row, with the audit that is due next."""

    def upcoming(row: AuditProgramme) -> Any:
        return next((line for line in cycle_of(viewer, row) if not line.is_held), None)

    def of_next(row: AuditProgramme, name: str) -> Any:
        line = upcoming(row)
        return getattr(line.window, name) if line else ""

    return {
        ("客户", "Client"): lambda row: row.client.name,
        ("周期", "Cycle"): lambda row: row.cycle,
        ("领域", "Schemes"): lambda row: " ".join(row.schemes),
        ("规则", "Rules"): lambda row: row.get_jurisdiction_display(),
        ("状态", "State"): lambda row: row.get_state_display(),
        ("证书日期", "Certified on"): lambda row: row.certified_on,
        ("有效期至", "Expires on"): lambda row: row.expires_on,
        ("下一次审核", "Next audit"): lambda row: of_next(row, "kind"),
        ("次序", "No."): lambda row: of_next(row, "sequence"),
        ("最早", "From"): lambda row: of_next(row, "due_from"),
        ("最晚", "Due by"): lambda row: of_next(row, "due_by"),
    }


@router.get("", response=Page[CycleOut])
@requires("programme", "R")
def list_cycles(request: AuthorisedRequest, query: Query[CyclesQuery]) -> Any:
    """Programmes with the audits of their cycle."""
    viewer = request.viewer
    filters = query.model_dump(include={"client_id", "state", "search"})
    rows = ordered(with_cases(programmes(viewer, **filters)), query.sort, SORTABLE)
    return page_or_workbook(
        rows, query, lambda row: cycle_view(viewer, row), name="认证周期", columns=_columns(viewer)
    )


@router.get("/{uuid:programme_id}", response=CycleOut)
@requires("programme", "R")
def read_cycle(request: AuthorisedRequest, programme_id: UUID) -> Any:
    return cycle_view(request.viewer, programme_of(request.viewer, programme_id))


@router.post("/{uuid:programme_id}/open", response={201: CycleOut})
@requires("programme", "C")
def open_audits(request: AuthorisedRequest, programme_id: UUID) -> Any:
    """Open every audit that the cycle needs and lacks, each with its window."""
    open_cycle(viewer=request.viewer, programme_id=programme_id)
    return Status(201, read_view(request.viewer, programme_id))


def read_view(viewer: Viewer, programme_id: UUID) -> dict[str, Any]:
    return cycle_view(viewer, programme_of(viewer, programme_id))
