"""Records that wait for a word before they may be kept: the auditors', then the client's."""

from collections.abc import Iterator

from mingjian.evidence.models import KeepingSide
from mingjian.evidence.queries.keeping import waiting_for
from mingjian.identity.models import TenantKind
from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import AUDIT_ROLES, cases, memberships
from mingjian.programme.rules.case_states import BEFORE_OPENING


class WaitingRecords:
    """Nobody is asked before the audit has begun."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        running = cases(viewer).exclude(state__in=BEFORE_OPENING)
        if viewer.role in AUDIT_ROLES:
            auditing = memberships(viewer).filter(role__in=("LA", "AU")).values("case_id")
            side, running = KeepingSide.AUDITOR, running.filter(id__in=auditing)
            verb = Words("检查敏感信息", "Check them")
            zh, en = (
                "{} 项审核记录待确认不含敏感信息",
                "{} record(s) to check for sensitive information",
            )
        elif viewer.tenant_kind == TenantKind.CLIENT and viewer.role == "CC":
            side, verb = KeepingSide.CLIENT, Words("答复", "Answer")
            zh, en = "{} 项审核记录请您同意留存", "{} record(s) wait for your consent to be kept"
        else:
            return
        counted = waiting_for(side, running.order_by())
        for case in running.filter(id__in=counted).select_related("client"):
            yield _item(case, Words(zh.format(counted[case.id]), en.format(counted[case.id])), verb)


def _item(case: AuditCase, title: Words, verb: Words) -> WorkItem:
    return WorkItem(
        key=f"keeping:{case.id}",
        title=title,
        verb=verb,
        href=f"/audits/{case.id}/evidence/keeping",
        due=None,
        subject=f"{case.client.short_name or case.client.name} · {case.number}",
    )
