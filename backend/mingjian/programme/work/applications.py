"""What waits for whom in applications, contract review, quotes and contracts."""

from collections.abc import Iterator

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import Application, Contract
from mingjian.programme.queries.applications import applications
from mingjian.programme.queries.contracts import PURPOSE, current_contract, sent_quote
from mingjian.programme.queries.signatures import signatures_on
from mingjian.programme.rules.applications import ApplicationState

MOST = 50
READ = Rule("applications", "R")

REVIEWER: dict[str, tuple[Words, Words]] = {
    ApplicationState.SUBMITTED: (
        Words("新的认证申请待评审", "A new application waits for review"),
        Words("开始评审", "Begin the review"),
    ),
    ApplicationState.REVIEWING: (
        Words("申请评审待完成", "An application review is to be concluded"),
        Words("继续评审", "Go on"),
    ),
}
CLIENT: dict[str, tuple[Words, Words]] = {
    ApplicationState.DRAFT: (
        Words("认证申请尚未提交", "Your application is not submitted yet"),
        Words("继续填写", "Go on"),
    ),
    ApplicationState.INFO_REQUESTED: (
        Words("认证机构需要补充信息", "The certification body has a question"),
        Words("答复", "Answer"),
    ),
}
QUOTE = (
    Words("已受理的申请待报价", "An accepted application waits for a quote"),
    Words("报价", "Write the quote"),
)
CONTRACT = (
    Words("报价已发出，待生成合同", "The quote is sent; the contract is to be made"),
    Words("生成合同", "Make the contract"),
)
SIGN = (
    Words("认证合同待签署", "A contract waits for your signature"),
    Words("签署", "Sign"),
)


class ApplicationWork:
    """The next thing of each open application, for whoever has to do it."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        if viewer.tenant_kind == TenantKind.AUTHORITY or not authority().grants(viewer, READ):
            return
        for row in applications(viewer, state="open")[:MOST]:
            if found := _next(viewer, row):
                title, verb = found
                yield WorkItem(
                    key=f"application:{row.id}:{row.state}",
                    title=title,
                    verb=verb,
                    href=f"/applications/{row.id}",
                    subject=" · ".join(filter(None, [row.name, row.number])),
                )


def _next(viewer: Viewer, row: Application) -> tuple[Words, Words] | None:
    if viewer.role == "REV":
        return REVIEWER.get(row.state)
    if viewer.role == "PM" and row.state == ApplicationState.ACCEPTED:
        return _of_manager(row)
    if viewer.role == "CC":
        contract = current_contract(row)
        if contract and _unsigned(contract, "client"):
            return SIGN
        return CLIENT.get(row.state)
    return None


def _of_manager(row: Application) -> tuple[Words, Words] | None:
    contract = current_contract(row)
    if contract is None:
        return CONTRACT if sent_quote(row) else QUOTE
    return SIGN if _unsigned(contract, "body") else None


def _unsigned(contract: Contract, side: str) -> bool:
    return all(given.side != side for given in signatures_on(contract, PURPOSE))
