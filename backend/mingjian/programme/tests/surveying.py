"""Surveys for tests, asked and handed in by the services as users do it."""

from typing import Any

from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase, Survey
from mingjian.programme.queries.surveys import places
from mingjian.programme.services.surveys import ask, save_draft, submit_survey
from mingjian.programme.tests.survey_texts import complete


def asked(manager: Viewer, case: AuditCase, **values: Any) -> Survey:
    """The case's survey, sent to the client."""
    return ask(viewer=manager, case_id=case.id, values=values, send=True)


def answered(manager: Viewer, coordinator: Viewer, case: AuditCase, **changed: Any) -> Survey:
    """The case's survey, handed in by the client's coordinator."""
    survey = asked(manager, case)
    site = next(iter(places(survey)))
    return hand_in(coordinator, survey, complete(site, **changed))


def hand_in(coordinator: Viewer, survey: Survey, answers: dict[str, Any]) -> Survey:
    with tenant_scope(coordinator.owners):
        saved = save_draft(
            viewer=coordinator, survey_id=survey.id, version=survey.version, answers=answers
        )
        return submit_survey(
            viewer=coordinator, survey_id=survey.id, version=saved.version, name="李明"
        )
