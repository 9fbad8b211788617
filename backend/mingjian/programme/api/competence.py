"""``/api/programme/qualifications``: who is qualified for what."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import Qualification
from mingjian.programme.queries.competence import (
    SORTABLE,
    alert_ahead,
    matrix,
    qualification_of,
    qualification_view,
    qualifications,
)
from mingjian.programme.schemas.competence import (
    MatrixOut,
    NewQualification,
    QualificationChange,
    QualificationOut,
    QualificationsQuery,
)
from mingjian.programme.schemas.forms import VersionedReason
from mingjian.programme.services import competence

router = Router()

COLUMNS: Columns[Qualification] = {
    ("姓名", "Name"): lambda row: row.person.name,
    ("邮箱", "E-mail"): lambda row: row.person.email,
    ("领域", "Scheme"): lambda row: row.scheme,
    ("角色", "Role"): lambda row: row.role,
    ("专业代码", "Technical codes"): lambda row: " ".join(row.codes),
    ("生效日期", "Valid from"): lambda row: row.valid_from,
    ("有效期至", "Valid to"): lambda row: row.valid_to,
    ("依据", "Evidence"): lambda row: row.evidence,
    ("授予人", "Granted by"): lambda row: row.granted_by.name,
    ("撤销时间", "Withdrawn at"): lambda row: row.ended_at,
}


@router.get("", response=Page[QualificationOut])
@requires("qualifications", "R")
def list_qualifications(request: AuthorisedRequest, query: Query[QualificationsQuery]) -> Any:
    names = {"scheme", "role", "code", "state", "person_id", "search"}
    rows = qualifications(request.viewer, request.grants, **query.model_dump(include=names))
    rows, ahead = ordered(rows, query.sort, SORTABLE), alert_ahead(request.viewer.tenant_id)
    return page_or_workbook(
        rows, query, lambda row: qualification_view(row, ahead), name="能力", columns=COLUMNS
    )


@router.post("", response={201: QualificationOut})
@requires("qualifications", "C")
def grant(request: AuthorisedRequest, new: NewQualification) -> Any:
    """Grant a colleague a qualification; nobody grants one to themselves."""
    values = new.model_dump(exclude={"person_id"})
    created = competence.grant_qualification(
        viewer=request.viewer, person_id=new.person_id, values=values
    )
    return Status(201, qualification_view(created))


@router.get("/matrix", response=MatrixOut)
@requires("qualifications", "R")
def read_matrix(request: AuthorisedRequest) -> Any:
    """People × schemes."""
    return matrix(request.viewer, request.grants)


@router.get("/{uuid:qualification_id}", response=QualificationOut)
@requires("qualifications", "R")
def read_qualification(request: AuthorisedRequest, qualification_id: UUID) -> Any:
    return qualification_view(qualification_of(request.viewer, request.grants, qualification_id))


@router.patch("/{uuid:qualification_id}", response=QualificationOut)
@requires("qualifications", "C")
def change(request: AuthorisedRequest, qualification_id: UUID, new: QualificationChange) -> Any:
    """Renew it, or change its codes; the rights of the grant apply."""
    changed = competence.update_qualification(
        viewer=request.viewer,
        qualification_id=qualification_id,
        version=new.version,
        values=new.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return qualification_view(changed)


@router.post("/{uuid:qualification_id}/withdraw", response=QualificationOut)
@requires("qualifications", "C")
def withdraw(request: AuthorisedRequest, qualification_id: UUID, why: VersionedReason) -> Any:
    """It counts no longer; it stays listed."""
    ended = competence.withdraw_qualification(
        viewer=request.viewer, qualification_id=qualification_id, **why.model_dump()
    )
    return qualification_view(ended)
