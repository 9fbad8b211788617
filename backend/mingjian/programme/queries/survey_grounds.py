"""What the client's survey says about feasibility."""

from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase
from mingjian.programme.rules.feasibility import Answers


def survey_grounds(viewer: Viewer, case: AuditCase) -> Answers:
    """The client's latest answers as far as feasibility reads them."""
    return Answers()
