"""One edition of a rule pack as its page shows it."""

from typing import Any

from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.programme.errors.rule_packs import NoRulePackError
from mingjian.programme.models import PackState, RulePack
from mingjian.programme.queries.rule_pack_effects import pack_before
from mingjian.programme.queries.rule_packs import pack, summary_view
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.packs.differences import differences

APPROVE = Rule("rule_packs", "A")
COLUMNS = {
    "代码 Code": "code",
    "名称 Title": "title",
    "版本 Edition": "edition",
    "适用 Jurisdiction": "jurisdiction",
    "生效 From": "effective_from",
    "失效 To": "effective_to",
    "来源 Source": "source",
    "状态 State": "state",
    "标识 Stamp": "stamp",
}


def pack_view(viewer: Viewer, found: Pack, row: RulePack | None) -> dict[str, Any]:
    """Values, sources, what differs from the edition before, and who released it."""
    before = pack_before(viewer, row) if row and _is_draft(row) else None
    return {
        **summary_view(found, row, is_in_force=_is_in_force(viewer, found, row)),
        "groups": found.groups,
        "content": found.content,
        "follows": before.edition if before else "",
        "differences": differences(before, found) if before else [],
        "version": row.version if row else 0,
        "author": row.author.name if row and row.author else "",
        "released_by": row.released_by.name if row and row.released_by else "",
        "released_at": row.released_at if row else None,
        "signature": row.signature if row else "",
        "may_release": _may_release(viewer, row),
    }


def _is_draft(row: RulePack | None) -> bool:
    return row is not None and row.state == PackState.DRAFT


def _is_in_force(viewer: Viewer, found: Pack, row: RulePack | None) -> bool:
    if _is_draft(row):
        return False
    try:
        today = clock.today(own_tenant(viewer).zone)
        owner = row.owner_id if row else None
        return pack(viewer, found.code, today, owner=owner).stamp == found.stamp
    except NoRulePackError:
        return False


def _may_release(viewer: Viewer, row: RulePack | None) -> bool:
    """Two persons: the one who drafted it last never releases it."""
    if row is None or not _is_draft(row) or row.author_id == viewer.person_id:
        return False
    return bool(authority().grants(viewer, APPROVE))
