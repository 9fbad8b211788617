"""``/api/programme/apply``: applying without an account, by a secret link."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Query, Router, Status

from mingjian.identity.signin.throttle import throttle_applicants
from mingjian.kit.access import Viewer, public
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.downloads import contract_response
from mingjian.programme.queries.application_page import application_page
from mingjian.programme.queries.applications import applicant, receiving_body
from mingjian.programme.schemas.applications import (
    ApplicationOut,
    BodyOut,
    ByLink,
    LinkDocument,
    LinkSave,
    LinkSignature,
    LinkText,
    LinkVersion,
    StartApplication,
    StartedOut,
)
from mingjian.programme.services import applications as services
from mingjian.programme.services.application_review import answer_question
from mingjian.programme.services.contracts import sign_contract

router = Router()
HOLDER = "The holder of the link is the applicant; rate limited."


def by_link(
    request: HttpRequest, token: str, act: Callable[[Viewer, UUID], object]
) -> dict[str, Any]:
    """Do something as the applicant, and show the application as it then is."""
    throttle_applicants(request)
    viewer, application_id = applicant(token)
    with tenant_scope(viewer.owners):
        act(viewer, application_id)
        return application_page(viewer, application_id)


@router.get("/body", response=BodyOut)
@public("Says only which certification body receives applications.")
def read_body(request: HttpRequest, body_id: Query[UUID | None] = None) -> Any:
    return receiving_body(body_id)


@router.post("", response={201: StartedOut})
@public("Whoever wants to be certified may begin an application; rate limited.")
def start(request: HttpRequest, what: StartApplication) -> Any:
    """A draft and its secret link, mailed and shown: nothing is lost from here on."""
    throttle_applicants(request, beginning=True)
    _, token = services.start_application(**what.dict())
    return Status(201, {"token": token})


@router.post("/look", response=ApplicationOut)
@public(HOLDER)
def look(request: HttpRequest, what: ByLink) -> Any:
    """The application as it stands; read by POST, for the token belongs into no log."""
    return by_link(request, what.token, lambda viewer, application_id: None)


@router.post("/save", response=ApplicationOut)
@public(HOLDER)
def save(request: HttpRequest, what: LinkSave) -> Any:
    form = what.form.model_dump(mode="json")
    return by_link(
        request,
        what.token,
        lambda viewer, application_id: services.save_form(
            viewer=viewer, application_id=application_id, version=what.version, form=form
        ),
    )


@router.post("/submit", response=ApplicationOut)
@public(HOLDER)
def submit(request: HttpRequest, what: LinkVersion) -> Any:
    return by_link(
        request,
        what.token,
        lambda viewer, application_id: services.submit_application(
            viewer=viewer, application_id=application_id, version=what.version
        ),
    )


@router.post("/answer", response=ApplicationOut)
@public(HOLDER)
def answer(request: HttpRequest, what: LinkText) -> Any:
    return by_link(
        request,
        what.token,
        lambda viewer, application_id: answer_question(
            viewer=viewer, application_id=application_id, text=what.text
        ),
    )


@router.post("/sign", response=ApplicationOut)
@public(HOLDER)
def sign(request: HttpRequest, what: LinkSignature) -> Any:
    return by_link(
        request,
        what.token,
        lambda viewer, application_id: sign_contract(
            viewer=viewer, application_id=application_id, signature=what.signature.model_dump()
        ),
    )


@router.post("/document")
@public(HOLDER)
def read_document(request: HttpRequest, what: LinkDocument) -> HttpResponseBase:
    """The contract as PDF or Word."""
    throttle_applicants(request)
    viewer, application_id = applicant(what.token)
    with tenant_scope(viewer.owners):
        return contract_response(request, viewer, application_id, what.kind)
