"""What waits for whom in invoices: to be made, to be issued, to be paid, overdue."""

from collections.abc import Iterator

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import ContractState, Invoice
from mingjian.programme.queries.applications import applications
from mingjian.programme.queries.invoices import invoices
from mingjian.programme.rules.invoices import InvoiceState

MOST = 50
READ, MAKE = Rule("applications", "R"), Rule("programme", "C")
TO_MAKE = (
    Words("合同已签署，账单待开", "The contract is signed; the invoice is to be made"),
    Words("开账单", "Make the invoice"),
)
TO_ISSUE = (
    Words("账单草稿待开出", "A draft invoice is to be issued"),
    Words("开出", "Issue it"),
)
OVERDUE = (
    Words("账单已过付款日期", "An invoice is overdue"),
    Words("核对付款", "Check the payment"),
)
TO_PAY = (
    Words("认证机构的账单待付款", "An invoice of the certification body is to be paid"),
    Words("查看账单", "See the invoice"),
)


class InvoiceWork:
    """For whoever makes invoices, and for the client who pays them."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind == TenantKind.BODY and authority().grants(viewer, MAKE):
            yield from _uninvoiced(viewer)
            yield from _of_manager(viewer)
        elif viewer.role == "CC" and authority().grants(viewer, READ):
            for row in invoices(viewer, state=InvoiceState.ISSUED)[:MOST]:
                yield _item(row, TO_PAY)


def _uninvoiced(viewer: Viewer) -> Iterator[WorkItem]:
    signed = applications(viewer).filter(contracts__state=ContractState.SIGNED)
    live = invoices(viewer).exclude(state=InvoiceState.VOID).order_by()
    for row in signed.exclude(id__in=live.values("application_id"))[:MOST]:
        title, verb = TO_MAKE
        yield WorkItem(
            key=f"uninvoiced:{row.id}",
            title=title,
            verb=verb,
            href=f"/applications/{row.id}",
            subject=" · ".join(filter(None, [row.name, row.number])),
        )


def _of_manager(viewer: Viewer) -> Iterator[WorkItem]:
    for row in invoices(viewer, state=InvoiceState.DRAFT)[:MOST]:
        yield _item(row, TO_ISSUE)
    for row in invoices(viewer, state="overdue")[:MOST]:
        yield _item(row, OVERDUE)


def _item(row: Invoice, words: tuple[Words, Words]) -> WorkItem:
    title, verb = words
    return WorkItem(
        key=f"invoice:{row.id}:{row.state}",
        title=title,
        verb=verb,
        href=f"/invoices/{row.id}",
        due=row.due_on,
        subject=" · ".join(filter(None, [row.application.name, row.number])),
    )
