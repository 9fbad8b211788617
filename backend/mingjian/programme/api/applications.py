"""``/api/programme/applications``: for the body that reviews, and for its clients."""

from typing import Any
from uuid import UUID

from django.http.response import HttpResponseBase
from ninja import Query, Router, Status

from mingjian.identity.models import TenantKind
from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.errors import InvalidInput
from mingjian.kit.excel import Columns, page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.downloads import contract_response
from mingjian.programme.models import Application
from mingjian.programme.queries.application_page import application_page, application_view
from mingjian.programme.queries.applications import (
    SORTABLE,
    applications,
    summary_view,
)
from mingjian.programme.schemas.applications import (
    ApplicationLine,
    ApplicationOut,
    ApplicationsQuery,
    DocumentKind,
    FormSave,
    NewApplication,
    Say,
)
from mingjian.programme.schemas.forms import Version
from mingjian.programme.schemas.signatures import SignatureIn
from mingjian.programme.services import applications as services
from mingjian.programme.services.application_review import answer_question
from mingjian.programme.services.contracts import sign_contract

router = Router()

COLUMNS: Columns[Application] = {
    ("编号", "Number"): lambda row: row.number,
    ("组织", "Organisation"): lambda row: row.name,
    ("统一社会信用代码", "Credit code"): lambda row: row.credit_code,
    ("来源", "Origin"): lambda row: row.get_origin_display(),
    ("状态", "State"): lambda row: row.get_state_display(),
    ("状态日期", "Since"): lambda row: row.state_at,
    ("领域", "Schemes"): lambda row: " ".join(summary_view(row)["schemes"]),
    ("人数", "People"): lambda row: summary_view(row)["people"],
    ("联系邮箱", "Contact"): lambda row: row.contact_email,
}


@router.get("", response=Page[ApplicationLine])
@requires("applications", "R")
def list_applications(request: AuthorisedRequest, query: Query[ApplicationsQuery]) -> Any:
    rows = applications(request.viewer, state=query.state, search=query.search)
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, summary_view, name="认证申请", columns=COLUMNS)


@router.post("", response={201: ApplicationOut})
@requires("applications", "C")
def create(request: AuthorisedRequest, new: NewApplication) -> Any:
    """A body invites an applicant by mail; a client's coordinator begins an application."""
    viewer = request.viewer
    if viewer.tenant_kind == TenantKind.CLIENT:
        row = services.apply_as_client(viewer=viewer)
    elif new.email:
        row = services.invite_applicant(viewer=viewer, **new.dict())
    else:
        raise InvalidInput(count=1, fields={"email": "@"})
    return Status(201, application_view(viewer, row))


@router.get("/{uuid:application_id}", response=ApplicationOut)
@requires("applications", "R")
def read(request: AuthorisedRequest, application_id: UUID) -> Any:
    return application_page(request.viewer, application_id)


@router.patch("/{uuid:application_id}", response=ApplicationOut)
@requires("applications", "U")
def save(request: AuthorisedRequest, application_id: UUID, what: FormSave) -> Any:
    """Keep the form as it is now, right or not."""
    services.save_form(
        viewer=request.viewer,
        application_id=application_id,
        version=what.version,
        form=what.form.model_dump(mode="json"),
    )
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/submit", response=ApplicationOut)
@requires("applications", "U")
def submit(request: AuthorisedRequest, application_id: UUID, at: Version) -> Any:
    services.submit_application(
        viewer=request.viewer, application_id=application_id, version=at.version
    )
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/answer", response=ApplicationOut)
@requires("applications", "U")
def answer(request: AuthorisedRequest, application_id: UUID, what: Say) -> Any:
    """The applicant's answer to what the reviewer asked; the review goes on."""
    answer_question(viewer=request.viewer, application_id=application_id, text=what.text)
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/link", response=ApplicationOut)
@requires("programme", "C")
def send_link(request: AuthorisedRequest, application_id: UUID) -> Any:
    """Mail a new secret link; the earlier ones open nothing any more."""
    services.send_link_again(viewer=request.viewer, application_id=application_id)
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/contract/sign", response=ApplicationOut)
@requires("applications", "U")
def sign(request: AuthorisedRequest, application_id: UUID, signature: SignatureIn) -> Any:
    """For the viewer's side: the body's or the client's."""
    sign_contract(
        viewer=request.viewer, application_id=application_id, signature=signature.model_dump()
    )
    return application_page(request.viewer, application_id)


@router.get("/{uuid:application_id}/contract/file")
@requires("applications", "R")
def read_document(
    request: AuthorisedRequest, application_id: UUID, kind: Query[DocumentKind] = "pdf"
) -> HttpResponseBase:
    """The contract as ``pdf`` or ``docx``."""
    return contract_response(request, request.viewer, application_id, kind)
