"""Evidence that a client owes, answers to look at, refusals to rule on."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from mingjian.evidence.models import EvidenceRequest, RequestState
from mingjian.evidence.queries.requests import visible, words_of, zone_of
from mingjian.evidence.rules.requests import OWED
from mingjian.identity.models import TenantKind
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.queries.cases import AUDIT_ROLES, memberships
from mingjian.programme.rules.case_states import CLOSED

MOST = 50
LONGEST = 40
"""Characters of what is asked that a line of the work list shows."""


class OwedEvidence:
    """What a client's coordinator has still to hand over, by its due time."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind != TenantKind.CLIENT or viewer.role != "CC":
            return
        for row in _running(viewer).filter(state__in=OWED).order_by("due_at", "id")[:MOST]:
            at = clock.local_time(zone_of(row), row.due_at)
            what = _short(row)
            yield _item(
                row,
                Words(
                    f"证据请求 {row.code}：{what}（{at} 前）",
                    f"Evidence request {row.code}: {what} (by {at})",
                ),
                Words("提交文件", "Hand over"),
            )


class AnswersToSee:
    """Answers for the auditors of a team, refusals and silence for its lead auditor."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.role not in AUDIT_ROLES:
            return
        held = memberships(viewer)
        auditing = held.filter(role__in=("LA", "AU")).values("case_id")
        rows = _running(viewer).filter(case__in=auditing, state=RequestState.PROVIDED)
        for row in rows.order_by("provided_at", "id")[:MOST]:
            title = _about(row, "{} 已提供：{}", "{} answered: {}")
            yield _item(row, title, Words("查看答复", "See the answer"))
        leading = held.filter(role="LA").values("case_id")
        yield from _to_rule(_running(viewer).filter(case__in=leading))


def _to_rule(rows: QuerySet[EvidenceRequest]) -> Iterator[WorkItem]:
    verb = Words("裁定", "Rule on it")
    for row in rows.filter(state=RequestState.REFUSED).order_by("due_at", "id")[:MOST]:
        yield _item(row, _about(row, "客户拒绝提供 {}：{}", "{} was refused: {}"), verb)
    late = rows.filter(state__in=OWED, due_at__lt=clock.now())
    for row in late.order_by("due_at", "id")[:MOST]:
        yield _item(row, _about(row, "{} 到期未答复：{}", "{} is overdue: {}"), verb)


def _running(viewer: Viewer) -> QuerySet[EvidenceRequest]:
    return visible(viewer).exclude(case__state__in=CLOSED)


def _item(row: EvidenceRequest, title: Words, verb: Words) -> WorkItem:
    case = row.case
    return WorkItem(
        key=f"request:{row.id}",
        title=title,
        verb=verb,
        href=f"/audits/{case.id}/evidence/requests?request={row.id}",
        due=row.due_at.astimezone(ZoneInfo(zone_of(row))).date(),
        subject=f"{case.client.short_name or case.client.name} · {case.number}",
    )


def _about(row: EvidenceRequest, zh: str, en: str) -> Words:
    what = _short(row)
    return Words(zh.format(row.code, what), en.format(row.code, what))


def _short(row: EvidenceRequest) -> str:
    what = " ".join(str(words_of(row).get("what", "")).split())
    return what if len(what) <= LONGEST else f"{what[:LONGEST]}…"
