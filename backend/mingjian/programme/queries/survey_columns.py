"""Surveys as a workbook: one row for each client, one column for each item of the questionnaire."""

from collections.abc import Callable
from functools import partial
from typing import Any

from mingjian.kit.excel import Columns
from mingjian.programme.models import Survey, SurveyCampaign
from mingjian.programme.queries.surveys import places
from mingjian.programme.rules.questionnaire import questionnaire
from mingjian.programme.rules.survey_answers import SurveyAnswers
from mingjian.programme.rules.survey_reading import (
    NETWORK,
    NOISE,
    SECURE,
    TOOL,
    WILLINGNESS,
    cells,
)


def columns() -> Columns[Survey]:
    """Headings in both languages; the answers are read once for a row."""
    asked = questionnaire()
    rows = _Rows()
    headings = {
        **{item.code: item.words for item in (*asked.devices, *asked.people)},
        "network": NETWORK,
        "secure_areas": SECURE,
        "noise": NOISE,
        "meeting_tool": TOOL,
        "willingness": WILLINGNESS,
    }
    answers: dict[tuple[str, str], Callable[[Survey], Any]] = {
        (_heading(code, words.zh), _heading(code, words.en)): partial(rows.cell, code)
        for code, words in headings.items()
    }
    return {**_ABOUT, **answers}


_ABOUT: Columns[Survey] = {
    ("客户", "Client"): lambda row: row.client.name,
    ("审核", "Audit"): lambda row: row.case.number if row.case else "",
    ("批次", "Campaign"): lambda row: row.campaign.title if row.campaign else "",
    ("状态", "State"): lambda row: row.get_state_display(),
    ("期限", "Due on"): lambda row: row.due_on,
    ("提交时间", "Answered at"): lambda row: row.answered_at,
    ("提交人", "Answered by"): lambda row: row.answered_by,
    ("问卷版本", "Edition"): lambda row: row.edition,
}


CAMPAIGN_COLUMNS: Columns[SurveyCampaign] = {
    ("名称", "Title"): lambda row: row.title,
    ("状态", "State"): lambda row: row.get_state_display(),
    ("期限", "Due on"): lambda row: row.due_on,
    ("发送时间", "Sent at"): lambda row: row.sent_at,
    ("发送数", "Asked"): lambda row: row.surveys.count(),
    ("已答复", "Answered"): lambda row: row.surveys.exclude(answered_at=None).count(),
}


class _Rows:
    """The cells of the row that is being written."""

    def __init__(self) -> None:
        self.of: Any = None
        self.cells: dict[str, Any] = {}

    def cell(self, code: str, row: Survey) -> str:
        if self.of != row.id:
            answers, asked = SurveyAnswers.of(row.answers), questionnaire(row.edition)
            self.of, self.cells = row.id, cells(answers, asked, places(row))
        return str(self.cells.get(code, "")) if row.answered_at else ""


def _heading(code: str, words: str) -> str:
    return f"{code} {words}" if code[0].isupper() else words
