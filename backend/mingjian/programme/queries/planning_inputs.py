"""Planning inputs as the pages of an audit show them."""

from typing import Any

from mingjian.programme.models import AuditCase
from mingjian.programme.rules.planning_inputs import GRADES, INPUTS, answers


def inputs_view(case: AuditCase) -> dict[str, Any]:
    """The six questions with what was chosen, and the programme's version to change them at."""
    given = answers(case.programme.inputs)
    return {
        "version": case.programme.version,
        "inputs": [
            {
                "code": code,
                "title": str(question.title),
                "grades": [
                    {"grade": grade, "means": str(question.means[grade])} for grade in GRADES
                ],
                "grade": given[code].grade if code in given else "",
                "reason": given[code].reason if code in given else "",
            }
            for code, question in INPUTS.items()
        ],
    }
