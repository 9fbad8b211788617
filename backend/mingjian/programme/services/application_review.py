"""The review of an application: its checks, questions and answers, and its outcome."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.errors.applications import (
    CheckNoteError,
    ReviewIncompleteError,
)
from mingjian.programme.letters.applications import (
    ACCEPTED,
    ASKED,
    DECLINED,
    write_to_applicant,
    write_to_role,
)
from mingjian.programme.models import Application, ApplicationMessage, ContractReview
from mingjian.programme.queries.applications import open_points, review_of, review_view
from mingjian.programme.rules.applications import (
    CHECK_NAMES,
    ApplicationState,
    Check,
)
from mingjian.programme.services.applications import (
    check_form,
    locked_application,
    set_state,
    signer_name,
    state_error,
)
from mingjian.programme.services.signatures import side_of


def begin_review(*, viewer: Viewer, application_id: UUID) -> Application:
    """A reviewer takes it up; the review's row is made and names them."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        before = row.digest()
        set_state(viewer, row, ApplicationState.REVIEWING)
        row.save()
        review = ContractReview(
            owner_id=row.owner_id, application=row, reviewer_id=viewer.person_id
        )
        review.save(force_insert=True)
        record(viewer, "application.review_begun", review)
        record(viewer, "application.taken_up", row, before=before)
    return row


def save_review(
    *, viewer: Viewer, application_id: UUID, version: int, values: Mapping[str, Any]
) -> ContractReview:
    """Verdicts, notes and technical codes so far."""
    _check_notes(values.get("checks", {}))
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        if row.state not in {ApplicationState.REVIEWING, ApplicationState.INFO_REQUESTED}:
            raise state_error(row)
        review = ContractReview.objects.select_for_update().get(application=row)
        new = {**values, "reviewer_id": viewer.person_id}
        before = change(review, viewer=viewer, version=version, values=new, view=review_view)
        record(viewer, "application.reviewed", review, before=before)
    return review


def ask_applicant(*, viewer: Viewer, application_id: UUID, text: str) -> Application:
    """A question; until it is answered the review waits, and the form is open again."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        before = row.digest()
        if row.state != ApplicationState.INFO_REQUESTED:  # a second question needs no new state
            set_state(viewer, row, ApplicationState.INFO_REQUESTED)
            row.save()
        said = _say(viewer, row, text)
        write_to_applicant(row, ASKED, str(said.id))
        record(viewer, "application.asked", row, before=before)
    return row


def answer_question(*, viewer: Viewer, application_id: UUID, text: str) -> Application:
    """The applicant's answer, with the form as it is now; the review goes on."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        check_form(row.form)
        before = row.digest()
        set_state(viewer, row, ApplicationState.REVIEWING)
        row.submit_form()
        row.save()
        said = _say(viewer, row, text)
        write_to_role(row, "REV", str(said.id))
        record(viewer, "application.answered", row, before=before)
    return row


def accept_application(*, viewer: Viewer, application_id: UUID) -> Application:
    """The body will certify: only when every check stands (domain rules of acceptance)."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        review = review_of(row)
        before = row.digest()
        set_state(viewer, row, ApplicationState.ACCEPTED)
        missing = open_points(review)
        if missing:
            sentences = [str(words) for words in missing]
            raise ReviewIncompleteError(
                count=len(missing), sentences=" ".join(sentences), missing=sentences
            )
        row.save()
        write_to_applicant(row, ACCEPTED, "accepted")
        write_to_role(row, "PM", "accepted")
        record(viewer, "application.accepted", row, before=before)
    return row


def decline_application(*, viewer: Viewer, application_id: UUID, reason: str) -> Application:
    """The body will not certify; the applicant reads why."""
    with transaction.atomic():
        row = locked_application(viewer, application_id)
        before = row.digest()
        set_state(viewer, row, ApplicationState.DECLINED)
        row.reason = reason
        row.save()
        write_to_applicant(row, DECLINED, "declined")
        record(viewer, "application.declined", row, before=before, reason=reason)
    return row


def _say(viewer: Viewer, row: Application, text: str) -> ApplicationMessage:
    said = ApplicationMessage(
        owner_id=row.owner_id,
        application=row,
        side=side_of(viewer),
        person_id=viewer.person_id,
        name=signer_name(viewer, row),
        text=text,
    )
    said.save(force_insert=True)
    record(viewer, "application.message_sent", said)
    return said


def _check_notes(checks: Mapping[str, Mapping[str, Any]]) -> None:
    bare = [
        str(CHECK_NAMES[Check(name)])
        for name, given in checks.items()
        if given.get("verdict") == "no" and not given.get("note", "").strip()
    ]
    if bare:
        raise CheckNoteError(checks="、".join(bare))
