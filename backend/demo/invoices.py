"""A client that wanted more, has its contract, and has been invoiced: once wrongly, then right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from demo.applications import MANAGER, REVIEWER
from mingjian.kit.access import Viewer
from mingjian.programme.errors.feasibility import NoChineseFontError
from mingjian.programme.models import Application, Invoice
from mingjian.programme.queries.contracts import current_contract
from mingjian.programme.queries.invoices import live_invoice
from mingjian.programme.rules.applications import Check
from mingjian.programme.services.application_review import (
    accept_application,
    begin_review,
    save_review,
)
from mingjian.programme.services.application_times import save_application_time
from mingjian.programme.services.applications import (
    apply_as_client,
    save_form,
    submit_application,
)
from mingjian.programme.services.contracting import establish_client
from mingjian.programme.services.contracts import (
    make_contract,
    save_quote,
    send_quote,
    sign_contract,
)
from mingjian.programme.services.invoices import (
    draft_invoice,
    issue_invoice,
    update_invoice,
    void_invoice,
)

if TYPE_CHECKING:
    from demo.story import Story

COORDINATOR = "wuqian"
BANK = {
    "holder": "中鉴认证有限公司",
    "bank": "中国工商银行广州天河支行",
    "account": "3602 0000 0920 0123 456",
}


def chapters(story: Story) -> Iterator[tuple[int, Callable[[], object]]]:
    made: dict[str, UUID] = {}
    yield 33, partial(_apply, story, made)
    yield 32, partial(_accept, story, made)
    yield 30, partial(_contract, story, made)
    yield 28, partial(_invoice_wrongly, story, made)
    yield 27, partial(_invoice_again, story, made)


def _apply(story: Story, made: dict[str, UUID]) -> None:
    client = story.acting(COORDINATOR)
    row = apply_as_client(viewer=client, body_id=story.viewer.tenant_id)
    wanted: dict[str, Any] = {"schemes": ["EMS"], "scope": "电子连接器的设计和制造"}
    form = {**row.form, **wanted, "contact_phone": "0769 2200 3040"}
    row = save_form(viewer=client, application_id=row.id, version=1, form=form)
    submit_application(viewer=client, application_id=row.id, version=row.version)
    made["application"] = row.id


def _accept(story: Story, made: dict[str, UUID]) -> None:
    reviewer, row = story.acting(REVIEWER), made["application"]
    begin_review(viewer=reviewer, application_id=row)
    notes = {check.value: {"verdict": "yes", "note": "见评审记录"} for check in Check}
    values = {"checks": notes, "scope_codes": ["19.09"]}
    save_review(viewer=reviewer, application_id=row, version=1, values=values)
    chosen = {"schemes": [{"scheme": "EMS", "complexity": "medium"}]}
    save_application_time(viewer=reviewer, application_id=row, number=0, values=chosen)
    accept_application(viewer=reviewer, application_id=row)


def _contract(story: Story, made: dict[str, UUID]) -> None:
    manager, row = story.acting(MANAGER), _row(made)
    days = row.contract_review.audit_days
    lines = [
        {"kind": "audit", "text": "初次认证审核", "quantity": str(days), "rate": "3200"},
        {"kind": "certificate", "text": "证书费", "quantity": "1", "rate": "1000"},
    ]
    values = {"currency": "CNY", "tax_percent": 6, "note": "", "lines": lines}
    save_quote(viewer=manager, application_id=row.id, version=0, values=values)
    send_quote(viewer=manager, application_id=row.id)
    with suppress(NoChineseFontError):  # then this machine shows the demo without contract
        make_contract(viewer=manager, application_id=row.id)
        _sign(manager, row, "赵敏华")
        _sign(story.acting(COORDINATOR), row, "吴倩")
        establish_client(viewer=manager, application_id=row.id)


def _sign(viewer: Viewer, row: Application, name: str) -> None:
    typed = {"name": name, "method": "typed"}
    sign_contract(viewer=viewer, application_id=row.id, signature=typed)


def _invoice_wrongly(story: Story, made: dict[str, UUID]) -> None:
    _issue(story, made, account="3602 0000 0920 0123 465")


def _invoice_again(story: Story, made: dict[str, UUID]) -> None:
    row = _row(made)
    wrong = live_invoice(story.acting(MANAGER), row)
    if wrong is not None:
        reason = "收款账号末两位写反，重新开出。"
        void_invoice(viewer=story.acting(MANAGER), invoice_id=wrong.id, reason=reason)
        _issue(story, made, account=BANK["account"])


def _issue(story: Story, made: dict[str, UUID], account: str) -> Invoice | None:
    manager, row = story.acting(MANAGER), _row(made)
    if current_contract(row) is None:
        return None
    draft = draft_invoice(viewer=manager, application_id=row.id)
    values = {"bank": {**BANK, "account": account}}
    draft = update_invoice(
        viewer=manager, invoice_id=draft.id, version=draft.version, values=values
    )
    return issue_invoice(viewer=manager, invoice_id=draft.id, version=draft.version)


def _row(made: dict[str, UUID]) -> Application:
    return Application.objects.get(id=made["application"])
