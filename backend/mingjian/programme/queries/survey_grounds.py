"""What the client's survey says about feasibility, as the rules read it."""

from mingjian.kit.access import Viewer
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.surveys import LatestAnswers, latest_answers
from mingjian.programme.rules.feasibility import Answers

CAMERAS = ("D1", "D2")
NETWORK = "D7"
OTHER = "D9"
"""Whatever both sides may agree on besides: nobody lacks it."""
SPOKEN_OF = ("sites.", "noise.")
"""Warnings of the survey that no item of it says already."""


def survey_grounds(viewer: Viewer, case: AuditCase) -> Answers:
    """The client's latest answers as far as feasibility reads them."""
    latest = latest_answers(viewer, case)
    return _answers(latest) if latest else Answers()


def _answers(latest: LatestAnswers) -> Answers:
    said, asked = latest.answers, latest.asked
    return Answers(
        is_answered=True,
        willingness=said.willingness,
        ground=said.ground,
        missing_devices={
            item.code: item.words
            for item in asked.devices
            if item.code not in {*CAMERAS, NETWORK, OTHER} and not said.has_device(item.code)
        },
        has_camera=any(said.has_device(code) for code in CAMERAS),
        has_network=said.has_device(NETWORK),
        missing_people={
            item.code: item.words for item in asked.people if not said.has_person(item.code)
        },
        special_areas="；".join(area.what for area in said.secure_areas),
        remarks=tuple(
            remark.words for remark in latest.warnings if remark.path.startswith(SPOKEN_OF)
        ),
    )
