"""Feasibility surveys: made, sent, filled in, handed in, sent back, assessed, closed."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.models import Person
from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.outbox import announce
from mingjian.programme.errors.surveys import (
    DueInThePastError,
    NoCoordinatorError,
    RemindedTodayError,
    SurveyCaseClosedError,
    SurveyExistsError,
    SurveyIncompleteError,
    SurveyStateError,
    UnknownPlaceError,
)
from mingjian.programme.events import SurveyAnswered
from mingjian.programme.letters.surveys import (
    REMINDER,
    RETURNED,
    SENT,
    write_answered,
    write_to_client,
)
from mingjian.programme.models import Survey, SurveyState
from mingjian.programme.models.surveys import OPEN_STATES
from mingjian.programme.queries.cases import case_of
from mingjian.programme.queries.contacts import coordinators
from mingjian.programme.queries.scope import engaged_client
from mingjian.programme.queries.survey_views import draft_view
from mingjian.programme.queries.surveys import places, survey_of, surveys
from mingjian.programme.rules.case_states import CLOSED
from mingjian.programme.rules.questionnaire import questionnaire
from mingjian.programme.rules.scenes import SCENES
from mingjian.programme.rules.survey_answers import SurveyAnswers
from mingjian.programme.rules.survey_checks import missing

REMINDERS = (-3, 1, 7)
"""Days from the due date on which a client is reminded, unless somebody chose others."""


def ask(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any], send: bool) -> Survey:
    """A survey for an audit, sent at once unless it is to wait as a draft."""
    with transaction.atomic():
        survey = create_survey(viewer=viewer, case_id=case_id, values=values)
        if send:
            return send_survey(viewer=viewer, survey_id=survey.id, version=survey.version)
    return survey


def create_survey(*, viewer: Viewer, case_id: UUID, values: Mapping[str, Any]) -> Survey:
    """A survey for an audit, not yet sent: one at a time for each audit."""
    case = case_of(viewer, case_id)
    survey = Survey(owner_id=viewer.tenant_id, client_id=case.client_id, case=case)
    survey.reminders = list(REMINDERS)
    for name, value in values.items():
        setattr(survey, name, value)
    check_may_ask(viewer, survey)
    with transaction.atomic():
        try:
            with transaction.atomic():
                survey.save(force_insert=True)
        except IntegrityError:
            raise SurveyExistsError from None
        record(viewer, "survey.created", survey)
    return survey


def send_survey(*, viewer: Viewer, survey_id: UUID, version: int) -> Survey:
    """Ask the client, by a letter to its coordinators."""
    people = _readers(viewer, survey_of(viewer, survey_id))
    with transaction.atomic():
        survey = _locked(viewer, survey_id, SurveyState.DRAFT)
        values = {
            "state": SurveyState.SENT,
            "sent_at": clock.now(),
            "asked_by": acting_person(viewer),
        }
        before = change(survey, viewer=viewer, version=version, values=values, view=draft_view)
        write_to_client(survey, people, SENT, key="sent", message=asking_words(survey.message))
        record(viewer, "survey.sent", survey, before=before)
    return survey


def save_draft(
    *, viewer: Viewer, survey_id: UUID, version: int, answers: Mapping[str, Any]
) -> Survey:
    """Keep what was typed so far. No evidence yet, so the journal is not told."""
    with transaction.atomic():
        survey = _locked(viewer, survey_id, *OPEN_STATES)
        _check_codes(survey, answers)
        change(survey, viewer=viewer, version=version, values={"draft": answers}, view=draft_view)
    return survey


def submit_survey(*, viewer: Viewer, survey_id: UUID, version: int, name: str) -> Survey:
    """Hand in what was typed, declared to be true by ``name``."""
    with transaction.atomic():
        survey = _locked(viewer, survey_id, *OPEN_STATES)
        _check_complete(survey)
        values = {
            "state": SurveyState.ANSWERED,
            "answers": survey.draft,
            "answered_at": clock.now(),
            "answered_by": name,
            "reason": "",
        }
        before = change(survey, viewer=viewer, version=version, values=values, view=draft_view)
        write_answered(survey)
        announce(SurveyAnswered(owner_id=survey.owner_id, survey_id=survey.id))
        record(viewer, "survey.answered", survey, before=before)
    return survey


def return_survey(*, viewer: Viewer, survey_id: UUID, version: int, reason: str) -> Survey:
    """Ask the client to complete what it has handed in; its entries stay."""
    people = _readers(viewer, survey_of(viewer, survey_id))
    with transaction.atomic():
        survey = _locked(viewer, survey_id, SurveyState.ANSWERED, SurveyState.ASSESSED)
        values = {"state": SurveyState.SENT, "reason": reason, "reminded": []}
        before = change(survey, viewer=viewer, version=version, values=values, view=draft_view)
        why = " ".join(reason.split())
        write_to_client(survey, people, RETURNED, key=f"returned:{survey.version}", reason=why)
        record(viewer, "survey.returned", survey, before=before, reason=reason)
    return survey


def assess_survey(*, viewer: Viewer, survey_id: UUID) -> Survey:
    """The answer has been weighed: a decision on feasibility rests on it."""
    with transaction.atomic():
        survey = _locked(viewer, survey_id, SurveyState.ANSWERED)
        values = {"state": SurveyState.ASSESSED}
        before = change(
            survey, viewer=viewer, version=survey.version, values=values, view=draft_view
        )
        record(viewer, "survey.assessed", survey, before=before)
    return survey


def close_survey(*, viewer: Viewer, survey_id: UUID, version: int, reason: str) -> Survey:
    """No answer is wanted any more, or it no longer stands; a new one may be asked for."""
    states = set(SurveyState.values) - {SurveyState.CLOSED}
    with transaction.atomic():
        survey = _locked(viewer, survey_id, *states, even_closed_case=True)
        values = {"state": SurveyState.CLOSED, "reason": reason}
        before = change(survey, viewer=viewer, version=version, values=values, view=draft_view)
        record(viewer, "survey.closed", survey, before=before, reason=reason)
    return survey


def remind_survey(*, viewer: Viewer, survey_id: UUID) -> Survey:
    """Write again to a client that has not answered, at most once a day."""
    people = _readers(viewer, survey_of(viewer, survey_id))
    with transaction.atomic():
        survey = _locked(viewer, survey_id, SurveyState.SENT)
        today = clock.today(own_tenant(viewer).zone)
        if was_reminded(survey, today):
            raise RemindedTodayError
        note_reminder(survey, people, today)
        record(viewer, "survey.reminded", survey, before=survey.digest())
    return survey


def was_reminded(survey: Survey, today: date) -> bool:
    """Whether a letter went out on this day of the body already."""
    return survey.reminded_on is not None and survey.reminded_on >= today


def note_reminder(survey: Survey, people: list[Person], today: date) -> None:
    """Write the letters and keep when; the digest covers neither."""
    survey.reminded_at, survey.reminded_on = clock.now(), today
    survey.save(update_fields=["reminded_at", "reminded_on", "reminded"])
    write_to_client(survey, people, REMINDER, key=f"reminder:{today}")


def check_may_ask(viewer: Viewer, survey: Survey) -> None:
    """The client is engaged today, its audit is open, and the answer is due after today."""
    engaged_client(viewer, survey.client_id)
    if survey.case and survey.case.state in CLOSED:
        raise SurveyCaseClosedError
    if survey.due_on and survey.due_on <= clock.today(own_tenant(viewer).zone):
        raise DueInThePastError


def acting_person(viewer: Viewer) -> Person | None:
    return Person.objects.filter(id__in=filter(None, [viewer.person_id])).first()


def asking_words(message: str) -> str:
    """The sender's own words as one paragraph of the letter."""
    return " ".join(message.split()) or "—"


def _readers(viewer: Viewer, survey: Survey) -> list[Person]:
    """Whom a letter reaches; a client that is engaged no more is written to no more."""
    engaged_client(viewer, survey.client_id)
    people = coordinators(viewer, survey.client_id)
    if not people:
        raise NoCoordinatorError
    return people


def _locked(
    viewer: Viewer, survey_id: UUID, *states: str, even_closed_case: bool = False
) -> Survey:
    """A survey in one of ``states``, locked until the transaction ends."""
    rows = surveys(viewer).select_for_update(of=("self",)).select_related("asked_by")
    survey = rows.filter(id=survey_id).first()
    if survey is None:
        raise NotFound
    if survey.state not in states:
        raise SurveyStateError(state=survey.get_state_display())
    if survey.case and survey.case.state in CLOSED and not even_closed_case:
        raise SurveyCaseClosedError
    return survey


def _check_complete(survey: Survey) -> None:
    asked = questionnaire(survey.edition)
    gaps = missing(SurveyAnswers.of(survey.draft), asked, places(survey))
    if gaps:
        sentences = {gap.path: str(gap.words) for gap in gaps}
        raise SurveyIncompleteError(
            count=len(gaps), missing=list(sentences.values()), fields=sentences
        )


def _check_codes(survey: Survey, answers: Mapping[str, Any]) -> None:
    """Refuse what the questionnaire does not know; a page of an old version might send it."""
    asked = questionnaire(survey.edition)
    devices = {item.code for item in asked.devices}
    given = {code for site in answers.get("sites", {}).values() for code in site["devices"]}
    strange = given - devices
    strange |= set(answers.get("people", {})) - {item.code for item in asked.people}
    areas = (answers.get("secure_areas") or {}).get("areas", ())
    scenes = {each["scene"] for each in (*areas, *answers.get("noise", ()))} - {""}
    strange |= scenes - set(SCENES)
    if strange:
        raise UnknownPlaceError(what="、".join(sorted(strange)))
