"""``/api/programme/applications/{id}/review …``: checks, outcome, quote and contract."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.programme.queries.application_page import application_page
from mingjian.programme.schemas.applications import (
    ApplicationOut,
    QuoteSave,
    ReviewSave,
    Say,
)
from mingjian.programme.schemas.forms import Reason
from mingjian.programme.services import application_review as reviews
from mingjian.programme.services import contracts

router = Router()


@router.post("/{uuid:application_id}/review/begin", response=ApplicationOut)
@requires("applications", "A")
def begin(request: AuthorisedRequest, application_id: UUID) -> Any:
    reviews.begin_review(viewer=request.viewer, application_id=application_id)
    return application_page(request.viewer, application_id)


@router.patch("/{uuid:application_id}/review", response=ApplicationOut)
@requires("applications", "A")
def save_review(request: AuthorisedRequest, application_id: UUID, what: ReviewSave) -> Any:
    values = what.model_dump(exclude={"version"})
    values["checks"] = {check.value: given for check, given in values["checks"].items()}
    reviews.save_review(
        viewer=request.viewer, application_id=application_id, version=what.version, values=values
    )
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/ask", response=ApplicationOut)
@requires("applications", "A")
def ask(request: AuthorisedRequest, application_id: UUID, what: Say) -> Any:
    """Ask the applicant for information; the review waits for the answer."""
    reviews.ask_applicant(viewer=request.viewer, application_id=application_id, text=what.text)
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/accept", response=ApplicationOut)
@requires("applications", "A")
def accept(request: AuthorisedRequest, application_id: UUID) -> Any:
    reviews.accept_application(viewer=request.viewer, application_id=application_id)
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/decline", response=ApplicationOut)
@requires("applications", "A")
def decline(request: AuthorisedRequest, application_id: UUID, why: Reason) -> Any:
    reviews.decline_application(
        viewer=request.viewer, application_id=application_id, reason=why.reason
    )
    return application_page(request.viewer, application_id)


@router.put("/{uuid:application_id}/quote", response=ApplicationOut)
@requires("programme", "C")
def save_quote(request: AuthorisedRequest, application_id: UUID, what: QuoteSave) -> Any:
    values = what.model_dump(exclude={"version", "lines"})
    values["lines"] = what.model_dump(mode="json", include={"lines"})["lines"]
    contracts.save_quote(
        viewer=request.viewer, application_id=application_id, version=what.version, values=values
    )
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/quote/send", response=ApplicationOut)
@requires("programme", "C")
def send_quote(request: AuthorisedRequest, application_id: UUID) -> Any:
    contracts.send_quote(viewer=request.viewer, application_id=application_id)
    return application_page(request.viewer, application_id)


@router.post("/{uuid:application_id}/contract", response=ApplicationOut)
@requires("programme", "C")
def make_contract(request: AuthorisedRequest, application_id: UUID) -> Any:
    """The contract as PDF and Word, from the quote that was sent."""
    contracts.make_contract(viewer=request.viewer, application_id=application_id)
    return application_page(request.viewer, application_id)
