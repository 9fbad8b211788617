"""What a new edition of a rule pack would change in the audits still to come (C16)."""

from typing import Any
from uuid import UUID

from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import MingjianError
from mingjian.programme.errors.rule_packs import NoRulePackError
from mingjian.programme.models import AuditCase, RulePack
from mingjian.programme.queries.audit_times import latest_time
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.rule_packs import pack, packs_by_stamp
from mingjian.programme.rules.audit_time import Rulebook, audit_time, codes_for
from mingjian.programme.rules.audit_time.comparison import Change, compared
from mingjian.programme.rules.audit_time.result import text
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.packs.differences import changed_parameters
from mingjian.programme.rules.schemes import SCHEMES

NATIONAL = {"CN": "CN", "IAF": "", "ISO": "", "BODY": ""}
"""Jurisdiction of a pack → that of the programmes it applies to; empty for all."""


def pack_before(viewer: Viewer, row: RulePack) -> Pack | None:
    """The edition that a pack follows: what would hold on its first day without it."""
    new = Pack.of(row.content)
    try:
        found = pack(viewer, new.code, new.effective_from, owner=row.owner_id)
    except NoRulePackError:
        return None
    return found if found.stamp != new.stamp else None


def touched_cases(viewer: Viewer, row: RulePack) -> list[dict[str, Any]]:
    """Every open audit on or after the edition's first day, and how its time would change."""
    new = Pack.of(row.content)
    return [_effect(case, new) for case in _open_cases(viewer, row.owner_id, new)]


def _open_cases(viewer: Viewer, owner: UUID, new: Pack) -> list[AuditCase]:
    national = NATIONAL.get(new.jurisdiction, "")
    today = clock.today(own_tenant(viewer).zone)
    open_cases = cases(viewer, state="open").filter(owner_id=owner)
    return [
        case
        for case in open_cases.select_related("client", "programme")
        if (case.starts_on or case.due_by or today) >= new.effective_from
        and national in {"", case.programme.jurisdiction}
        and (new.code in codes_for(case.programme.jurisdiction, case.schemes) or not _is_time(new))
    ]


def _is_time(new: Pack) -> bool:
    """Whether audit time reads packs of this document at all."""
    return new.code in codes_for("CN", SCHEMES)


def _effect(case: AuditCase, new: Pack) -> dict[str, Any]:
    last = latest_time(case)
    view = {
        "case_id": case.id,
        "number": case.number,
        "client": case.client.short_name or case.client.name,
        "kind": case.kind,
        "starts_on": case.starts_on,
        "before": None,
        "after": None,
        "changes": [],
    }
    if last is None:
        return view
    packs = packs_by_stamp(last.result["stamps"], case.owner_id)
    book = {each.code: each for each in packs.values()}
    if new.code not in book:
        return view
    old = audit_time(last.inputs, Rulebook(book))
    try:
        then = audit_time(last.inputs, Rulebook(book | {new.code: new}))
    except (MingjianError, KeyError, ValueError):
        # A factor or a category that the new edition no longer has: to be chosen anew.
        return view | {"before": text(old.days)}
    changes = compared(old, then, changed_parameters(book[new.code], new))
    return view | {
        "before": text(old.days),
        "after": text(then.days),
        "changes": [change_view(each) for each in changes],
    }


def change_view(change: Change) -> dict[str, Any]:
    """A changed line as the API shows it."""
    names = ("before", "after", "total_before", "total_after")
    numbers = {name: getattr(change, name) for name in names}
    return {
        "key": change.key,
        "basis": change.line.basis,
        "clause": change.line.cited.clause,
        "is_direct": change.is_direct,
        **{name: None if days is None else text(days) for name, days in numbers.items()},
    }
