"""Deletions that wait for somebody's word, and undertakings of confidentiality that are owed."""

from collections.abc import Iterator

from django.db.models import QuerySet

from mingjian.evidence.models import DeletionOrder, OrderState, Undertaking
from mingjian.evidence.queries.deletions import deletion_orders
from mingjian.evidence.rules.deletion import is_another
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import AuditCase, AuditMode
from mingjian.programme.queries.cases import cases, memberships
from mingjian.programme.rules.case_states import BEFORE_OPENING

ORDER, APPROVE, EXECUTE = (Rule("deletion", right) for right in ("C", "A", "exec"))

LOOKED_AT = frozenset({OrderState.OBJECTED, OrderState.RESIDUE})


class WaitingDeletions:
    """For the client who is asked, and for the two who approve."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        may = {rule: bool(authority().grants(viewer, rule)) for rule in (ORDER, APPROVE, EXECUTE)}
        if not any(may.values()):
            return
        for row in deletion_orders(viewer):
            title = _asked(viewer, row, may)
            if title:
                yield WorkItem(
                    key=f"deletion:{row.id}:{row.state}",
                    title=title,
                    verb=Words("处理", "Decide"),
                    href=f"/audits/{row.case_id}/evidence/deletion",
                    due=row.review_until if row.state == OrderState.REVIEW else None,
                    subject=row.case.number,
                )


def _asked(viewer: Viewer, row: DeletionOrder, may: dict[Rule, bool]) -> Words | None:
    is_client, is_body = viewer.tenant_id == row.case.client_id, viewer.tenant_id == row.owner_id
    if row.state == OrderState.REVIEW and is_client and may[APPROVE]:
        return Words("确认要销毁的审核资料", "Confirm what is to be destroyed")
    earlier = [row.ordered_by_id, row.approved_by_id]
    if not is_another(viewer.person_id, earlier) and row.state not in LOOKED_AT:
        return None
    if row.state == OrderState.CONFIRMED and is_body and may[APPROVE]:
        return Words("销毁令等待批准", "A deletion waits for approval")
    if row.state == OrderState.APPROVED and may[EXECUTE]:
        return Words("销毁令等待二次批准", "A deletion waits for the second approval")
    if row.state in LOOKED_AT and is_body and may[ORDER]:
        return Words("销毁令需要处理", "A deletion needs a look")
    return None


class OwedUndertakings:
    """For everybody in a team, and for the client's coordinator, of audits still to be opened."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        rows = cases(viewer).filter(state__in=BEFORE_OPENING).exclude(mode=AuditMode.ON_SITE)
        given = Undertaking.objects.filter(person_id__in=filter(None, [viewer.person_id]))
        for row in _of(viewer, rows).exclude(id__in=given.values("case_id")):
            yield WorkItem(
                key=f"confidentiality:{row.id}",
                title=Words("确认保密承诺", "Take on confidentiality"),
                verb=Words("确认", "Confirm"),
                href=f"/audits/{row.id}/evidence/deletion",
                due=row.starts_on,
                subject=row.number,
            )


def _of(viewer: Viewer, rows: QuerySet[AuditCase]) -> QuerySet[AuditCase]:
    if viewer.role == "CC":
        return rows.filter(coordinator_id__in=filter(None, [viewer.person_id]))
    return rows.filter(id__in=memberships(viewer).values("case_id"))
