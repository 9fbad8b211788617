"""Every write of planning, one module per theme."""

from mingjian.programme.services.agreements import (
    draft_agreement,
    issue_agreement,
    sign_agreement,
    update_agreement,
)
from mingjian.programme.services.audit_times import draw_sites, save_audit_time
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
from mingjian.programme.services.rule_packs import (
    draft_rule_pack,
    release_rule_pack,
    update_rule_pack,
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
    "add_member",
    "add_site",
    "advance_case",
    "answer_override",
    "approve_programme",
    "cancel_case",
    "close_site",
    "create_programme",
    "decide_feasibility",
    "draft_agreement",
    "draft_rule_pack",
    "draw_sites",
    "end_case_early",
    "issue_agreement",
    "judge_conditions",
    "list_scene",
    "open_case",
    "postpone_case",
    "propose_override",
    "record_past_case",
    "release_member",
    "release_rule_pack",
    "remove_scene",
    "reopen_site",
    "resume_case",
    "save_audit_time",
    "set_coordinator",
    "sign_agreement",
    "update_agreement",
    "update_case",
    "update_contingency",
    "update_member",
    "update_programme",
    "update_rule_pack",
    "update_scene",
    "update_site",
]
