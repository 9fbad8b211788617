"""``/api/programme/interests`` and ``/declarations``: the impartiality register."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, Facts, demand, requires
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.models import Declaration, Interest
from mingjian.programme.queries.cases import case_of
from mingjian.programme.queries.impartiality import (
    SORTABLE,
    SORTABLE_DECLARATIONS,
    declaration_view,
    declarations,
    interest_of,
    interest_view,
    interests,
    owed,
)
from mingjian.programme.schemas.impartiality import (
    Decision,
    DeclarationOut,
    DeclarationsQuery,
    InterestChange,
    InterestOut,
    InterestsQuery,
    NewDeclaration,
    NewInterest,
    OwedOut,
)
from mingjian.programme.services import impartiality

router = Router()

INTERESTS: Columns[Interest] = {
    ("姓名", "Name"): lambda row: row.person.name,
    ("客户", "Client"): lambda row: row.client.name,
    ("关系", "Kind"): lambda row: row.get_kind_display(),
    ("开始", "Since"): lambda row: row.since,
    ("结束", "Until"): lambda row: row.until,
    ("说明", "Details"): lambda row: row.details,
    ("处置措施", "Treatment"): lambda row: row.treatment,
    ("决定", "Decision"): lambda row: row.get_decision_display(),
    ("决定人", "Decided by"): lambda row: row.decided_by.name if row.decided_by else "",
    ("理由", "Reason"): lambda row: row.decision_reason,
}
DECLARATIONS: Columns[Declaration] = {
    ("姓名", "Name"): lambda row: row.person.name,
    ("年度", "Year"): lambda row: row.year,
    ("审核", "Audit"): lambda row: row.case.number if row.case else "",
    ("声明内容", "Statement"): lambda row: row.statement,
    ("登记了利益关系", "Registered an interest"): lambda row: row.has_interests,
    ("签名", "Signed"): lambda row: row.signed_name,
    ("签署时间", "Signed at"): lambda row: row.signed_at,
}


@router.get("/interests", response=Page[InterestOut])
@requires("impartiality", "R")
def list_interests(request: AuthorisedRequest, query: Query[InterestsQuery]) -> Any:
    names = {"decision", "client_id", "person_id", "search"}
    rows = interests(request.viewer, request.grants, **query.model_dump(include=names))
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, interest_view, name="公正性", columns=INTERESTS)


@router.post("/interests", response={201: InterestOut})
@requires("impartiality", "U")
def register(request: AuthorisedRequest, new: NewInterest) -> Any:
    """What ties a person to a client: one's own, or anybody's for those who keep the register."""
    demand(request, Facts(people=frozenset({new.person_id})))
    created = impartiality.register_interest(
        viewer=request.viewer,
        person_id=new.person_id,
        client_id=new.client_id,
        values=new.model_dump(exclude={"person_id", "client_id"}),
    )
    return Status(201, interest_view(created))


@router.patch("/interests/{uuid:interest_id}", response=InterestOut)
@requires("impartiality", "U")
def change(request: AuthorisedRequest, interest_id: UUID, new: InterestChange) -> Any:
    row = interest_of(request.viewer, request.grants, interest_id)
    demand(request, Facts(people=frozenset({row.person_id})))
    changed = impartiality.update_interest(
        viewer=request.viewer,
        interest_id=interest_id,
        version=new.version,
        values=new.model_dump(exclude_unset=True, exclude={"version"}),
    )
    return interest_view(changed)


@router.post("/interests/{uuid:interest_id}/decide", response=InterestOut)
@requires("impartiality", "A")
def decide(request: AuthorisedRequest, interest_id: UUID, what: Decision) -> Any:
    """The committee's decision, written down by whoever keeps the register."""
    decided = impartiality.decide_interest(
        viewer=request.viewer, interest_id=interest_id, **what.model_dump()
    )
    return interest_view(decided)


@router.get("/declarations", response=Page[DeclarationOut])
@requires("impartiality", "R")
def list_declarations(request: AuthorisedRequest, query: Query[DeclarationsQuery]) -> Any:
    names = {"year", "case_id", "search"}
    rows = declarations(request.viewer, request.grants, **query.model_dump(include=names))
    rows = ordered(rows, query.sort, SORTABLE_DECLARATIONS)
    return page_or_workbook(rows, query, declaration_view, name="声明", columns=DECLARATIONS)


@router.get("/declarations/owed", response=OwedOut)
@requires("impartiality", "R")
def read_owed(request: AuthorisedRequest) -> Any:
    """What the viewer has still to sign, and who else has not signed this year."""
    return owed(request.viewer, request.grants)


@router.post("/declarations", response={201: DeclarationOut})
@requires("impartiality", "U")
def sign(request: AuthorisedRequest, new: NewDeclaration) -> Any:
    """Sign by typing one's own name; for oneself only."""
    case = case_of(request.viewer, new.case_id) if new.case_id else None
    signed = impartiality.sign_declaration(
        viewer=request.viewer,
        signed_name=new.signed_name,
        has_interests=new.has_interests,
        case=case,
    )
    return Status(201, declaration_view(signed))
