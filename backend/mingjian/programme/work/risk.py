"""What waits for one person in particular: treatments they answer for, information they owe."""

from collections.abc import Iterator

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.offsite import awaited, item_view
from mingjian.programme.queries.treatment_owners import waiting_treatments

MOST = 50


class OpenTreatments:
    """Treatments of risks that the viewer answers for, by their day."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if not authority().grants(viewer, Rule("risk", "R")):
            return
        for row in waiting_treatments(viewer)[:MOST]:
            case = row.matrix.case
            yield WorkItem(
                key=f"treatment:{row.id}",
                title=Words(f"风险措施：{row.treatment}", f"Treatment of a risk: {row.treatment}"),
                verb=Words("报告完成", "Report it done"),
                href=f"/audits/{case.id}/risk",
                due=row.due_on,
                subject=_subject(case),
            )


class OwedInformation:
    """Items that a client was asked for, for its coordinator."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        is_client = viewer.tenant_kind == TenantKind.CLIENT
        if not is_client or not authority().grants(viewer, Rule("surveys", "U")):
            return
        for row in awaited(viewer)[:MOST]:
            title = item_view(row)["title"]
            yield WorkItem(
                key=f"information:{row.id}",
                title=Words(f"审核前信息：{title}", f"Information before the audit: {title}"),
                verb=Words("答复", "Answer"),
                href=f"/audits/{row.case_id}/information",
                due=row.due_on,
                subject=_subject(row.case),
            )


def _subject(case: AuditCase) -> str:
    return f"{case.client.short_name or case.client.name} · {case.number}"
