"""Every write of planning, one module per theme."""

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
from mingjian.programme.services.teams import add_member, release_member, update_member

__all__ = [
    "add_member",
    "add_site",
    "advance_case",
    "approve_programme",
    "cancel_case",
    "close_site",
    "create_programme",
    "draft_rule_pack",
    "draw_sites",
    "end_case_early",
    "open_case",
    "postpone_case",
    "record_past_case",
    "release_member",
    "release_rule_pack",
    "reopen_site",
    "resume_case",
    "save_audit_time",
    "update_case",
    "update_member",
    "update_programme",
    "update_rule_pack",
    "update_site",
]
