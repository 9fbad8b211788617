"""``/api/programme/surveys``: what clients are asked before a remote audit, and their answers."""

from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.access import reach_case, reach_survey
from mingjian.programme.queries.survey_columns import columns
from mingjian.programme.queries.survey_views import (
    questionnaire_view,
    saved_view,
    summary_view,
    survey_view,
)
from mingjian.programme.queries.surveys import SORTABLE, of_case, survey_of, surveys
from mingjian.programme.rules.questionnaire import questionnaire
from mingjian.programme.schemas.forms import Version, VersionedReason
from mingjian.programme.schemas.surveys import (
    CaseSurveyOut,
    Declaration,
    Draft,
    NewSurvey,
    QuestionnaireOut,
    SavedOut,
    SurveyOut,
    SurveysQuery,
    SurveySummary,
)
from mingjian.programme.services import surveys as services

router = Router()


@router.get("/surveys", response=Page[SurveySummary])
@requires("surveys", "R")
def list_surveys(request: AuthorisedRequest, query: Query[SurveysQuery]) -> Any:
    names = {"client_id", "case_id", "campaign_id", "state", "search"}
    rows = surveys(request.viewer, **query.model_dump(include=names))
    rows = ordered(rows, query.sort, SORTABLE)
    return page_or_workbook(rows, query, summary_view, name="可行性调查", columns=columns())


@router.get("/surveys/questionnaire", response=QuestionnaireOut)
@requires("surveys", "R")
def read_questionnaire(request: AuthorisedRequest) -> Any:
    """What is asked now, in the reader's language."""
    return questionnaire_view(questionnaire())


@router.get("/cases/{uuid:case_id}/survey", response=CaseSurveyOut)
@requires("surveys", "R")
def read_survey_of_case(request: AuthorisedRequest, case_id: UUID) -> Any:
    """The audit's own survey, or an answer to a campaign that stands for it meanwhile."""
    own, standing = of_case(request.viewer, reach_case(request, case_id))
    return {
        "survey": survey_view(request.viewer, own) if own else None,
        "standing": survey_view(request.viewer, standing) if standing else None,
    }


@router.post("/cases/{uuid:case_id}/survey", response={201: SurveyOut})
@requires("surveys", "C")
def create_survey(request: AuthorisedRequest, case_id: UUID, new: NewSurvey) -> Any:
    """Ask the client of an audit; without ``send`` the survey waits as a draft."""
    reach_case(request, case_id)
    values = new.model_dump(exclude={"send"}, exclude_none=True)
    made = services.ask(viewer=request.viewer, case_id=case_id, values=values, send=new.send)
    return Status(201, _shown(request, made.id))


@router.get("/surveys/{uuid:survey_id}", response=SurveyOut)
@requires("surveys", "R")
def read_survey(request: AuthorisedRequest, survey_id: UUID) -> Any:
    return survey_view(request.viewer, reach_survey(request, survey_id))


@router.patch("/surveys/{uuid:survey_id}", response=SavedOut)
@requires("surveys", "U")
def save_answers(request: AuthorisedRequest, survey_id: UUID, draft: Draft) -> Any:
    """Keep what was typed so far; called within two seconds of a change."""
    reach_survey(request, survey_id)
    saved = services.save_draft(
        viewer=request.viewer,
        survey_id=survey_id,
        version=draft.version,
        answers=draft.answers.model_dump(exclude_unset=True),
    )
    return saved_view(request.viewer, saved)


@router.post("/surveys/{uuid:survey_id}/send", response=SurveyOut)
@requires("surveys", "C")
def send_survey(request: AuthorisedRequest, survey_id: UUID, at: Version) -> Any:
    """Ask the client, by a letter to its coordinators."""
    reach_survey(request, survey_id)
    services.send_survey(viewer=request.viewer, survey_id=survey_id, version=at.version)
    return _shown(request, survey_id)


@router.post("/surveys/{uuid:survey_id}/submit", response=SurveyOut)
@requires("surveys", "A")
def submit_survey(request: AuthorisedRequest, survey_id: UUID, by: Declaration) -> Any:
    """Hand in what was typed, declared to be true."""
    reach_survey(request, survey_id)
    services.submit_survey(viewer=request.viewer, survey_id=survey_id, **by.dict())
    return _shown(request, survey_id)


@router.post("/surveys/{uuid:survey_id}/return", response=SurveyOut)
@requires("surveys", "C")
def return_survey(request: AuthorisedRequest, survey_id: UUID, why: VersionedReason) -> Any:
    """Ask the client to complete what it has handed in."""
    reach_survey(request, survey_id)
    services.return_survey(viewer=request.viewer, survey_id=survey_id, **why.dict())
    return _shown(request, survey_id)


@router.post("/surveys/{uuid:survey_id}/close", response=SurveyOut)
@requires("surveys", "C")
def close_survey(request: AuthorisedRequest, survey_id: UUID, why: VersionedReason) -> Any:
    """No answer is wanted any more, or it no longer stands."""
    reach_survey(request, survey_id)
    services.close_survey(viewer=request.viewer, survey_id=survey_id, **why.dict())
    return _shown(request, survey_id)


@router.post("/surveys/{uuid:survey_id}/remind", response=SurveyOut)
@requires("surveys", "C")
def remind_survey(request: AuthorisedRequest, survey_id: UUID) -> Any:
    """Write again to a client that has not answered, at most once a day."""
    reach_survey(request, survey_id)
    services.remind_survey(viewer=request.viewer, survey_id=survey_id)
    return _shown(request, survey_id)


def _shown(request: AuthorisedRequest, survey_id: UUID) -> dict[str, Any]:
    return survey_view(request.viewer, survey_of(request.viewer, survey_id))
