"""Every write of planning, one module per theme."""

from mingjian.programme.services.agreements import (
    draft_agreement,
    issue_agreement,
    sign_agreement,
    update_agreement,
)
from mingjian.programme.services.cases import (
    advance_case,
    cancel_case,
    end_case_early,
    open_case,
    postpone_case,
    record_past_case,
    resume_case,
    update_case,
)
from mingjian.programme.services.coordinators import set_coordinator
from mingjian.programme.services.feasibility import (
    decide_feasibility,
    judge_conditions,
    update_contingency,
)
from mingjian.programme.services.programmes import (
    approve_programme,
    create_programme,
    update_programme,
)
from mingjian.programme.services.sites import add_site, close_site, reopen_site, update_site
from mingjian.programme.services.suitability import (
    answer_override,
    list_scene,
    propose_override,
    remove_scene,
    update_scene,
)
from mingjian.programme.services.teams import add_member, release_member, update_member

__all__ = [
    "answer_override",
    "decide_feasibility",
    "draft_agreement",
    "issue_agreement",
    "judge_conditions",
    "list_scene",
    "propose_override",
    "remove_scene",
    "set_coordinator",
    "sign_agreement",
    "update_agreement",
    "update_contingency",
    "update_scene",
    "add_member",
    "add_site",
    "advance_case",
    "approve_programme",
    "cancel_case",
    "close_site",
    "create_programme",
    "end_case_early",
    "open_case",
    "postpone_case",
    "record_past_case",
    "release_member",
    "reopen_site",
    "resume_case",
    "update_case",
    "update_member",
    "update_programme",
    "update_site",
]
