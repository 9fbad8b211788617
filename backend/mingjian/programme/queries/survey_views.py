"""Surveys as the API shows them."""

from typing import Any

from mingjian.kit.access import Viewer
from mingjian.programme.models import Survey
from mingjian.programme.models.surveys import OPEN_STATES
from mingjian.programme.queries.surveys import places, previous_survey
from mingjian.programme.rules.case_states import CLOSED
from mingjian.programme.rules.questionnaire import Questionnaire, questionnaire
from mingjian.programme.rules.survey_answers import SurveyAnswers
from mingjian.programme.rules.survey_checks import Places, Remark, missing, warnings
from mingjian.programme.rules.survey_reading import Difference, Line, differences, lines

NAMES = (
    "id",
    "client_id",
    "case_id",
    "campaign_id",
    "edition",
    "state",
    "due_on",
    "message",
    "reminders",
    "reason",
    "sent_at",
    "answered_at",
    "answered_by",
    "reminded_at",
    "version",
    "changed_by",
)


def draft_view(row: Survey) -> dict[str, Any]:
    """What the form needs when somebody else saved first."""
    return {"id": row.id, "state": row.state, "version": row.version, "draft": row.draft}


def summary_view(row: Survey) -> dict[str, Any]:
    """A survey as a line of a list."""
    return {
        **{name: getattr(row, name) for name in NAMES},
        "client": row.client.short_name or row.client.name,
        "case_number": row.case.number if row.case else "",
        "campaign": row.campaign.title if row.campaign else "",
    }


def survey_view(viewer: Viewer, row: Survey) -> dict[str, Any]:
    """A survey with its answers in words, what it lacks, and what changed since last time."""
    is_open = row.state in OPEN_STATES
    said, asked = SurveyAnswers.of(answers_of(row)), questionnaire(row.edition)
    where = places(row)
    before = previous_survey(viewer, row)
    return {
        **summary_view(row),
        "answers": answers_of(row),
        "places": [{"id": site, "name": name} for site, name in where.items()],
        "is_open": is_open and not (row.case and row.case.state in CLOSED),
        "missing": _remarks(missing(said, asked, where)) if is_open else [],
        "warnings": _remarks(warnings(said, where)),
        "lines": [_line(each) for each in lines(said, asked, where)],
        "previous": _previous(before) if before else None,
        "differences": _differences(row, before, where),
    }


def saved_view(viewer: Viewer, row: Survey) -> dict[str, Any]:
    """The little that a form needs after each saving."""
    said, where = SurveyAnswers.of(row.draft), places(row)
    gaps = missing(said, questionnaire(row.edition), where)
    return {
        "version": row.version,
        "missing": _remarks(gaps),
        "warnings": _remarks(warnings(said, where)),
        "differences": _differences(row, previous_survey(viewer, row), where),
    }


def questionnaire_view(asked: Questionnaire) -> dict[str, Any]:
    """What one edition asks, in the reader's language."""
    groups = ("devices", "people", "networks", "levels", "willingness")
    return {
        "edition": asked.edition,
        **{
            group: [
                {"code": item.code, "words": str(item.words), "hint": str(item.hint)}
                for item in getattr(asked, group)
            ]
            for group in groups
        },
    }


def answers_of(row: Survey) -> dict[str, Any]:
    """What is being typed while the survey is open; what was handed in afterwards."""
    answers: dict[str, Any] = row.draft if row.state in OPEN_STATES else row.answers
    return answers


def _previous(row: Survey) -> dict[str, Any]:
    return {
        "id": row.id,
        "answered_at": row.answered_at,
        "answered_by": row.answered_by,
        "answers": row.answers,
    }


def _differences(row: Survey, before: Survey | None, where: Places) -> list[dict[str, str]]:
    """Nothing to compare with while the form is empty: everything would differ."""
    if before is None or not answers_of(row):
        return []
    old = lines(SurveyAnswers.of(before.answers), questionnaire(before.edition), where)
    new = lines(SurveyAnswers.of(answers_of(row)), questionnaire(row.edition), where)
    return [_difference(each) for each in differences(old, new)]


def _remarks(remarks: list[Remark]) -> list[dict[str, str]]:
    return [{"path": remark.path, "words": str(remark.words)} for remark in remarks]


def _line(line: Line) -> dict[str, str]:
    return {
        "path": line.path,
        "group": str(line.group),
        "label": str(line.label),
        "value": str(line.value),
    }


def _difference(each: Difference) -> dict[str, str]:
    return {
        "path": each.path,
        "group": str(each.group),
        "label": str(each.label),
        "before": str(each.before),
        "after": str(each.after),
    }
