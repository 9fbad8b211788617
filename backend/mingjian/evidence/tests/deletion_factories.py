"""Audits that are over, and what is done about their evidence, as people do it."""

from mingjian.evidence.models import DeletionOrder, LegalHold
from mingjian.evidence.services.deletion_orders import order_deletion
from mingjian.evidence.services.legal_holds import set_hold
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.services.cases import cancel_case

Seats = dict[str, Seat]


def cancel(ours: Seats, case: AuditCase) -> AuditCase:
    """The audit does not take place; what was handed over so far is there all the same."""
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return cancel_case(viewer=acting, case_id=case.id, reason="客户停产")


def order(ours: Seats, case: AuditCase) -> DeletionOrder:
    acting = viewer(ours["PM"])
    with tenant_scope(acting.owners):
        return order_deletion(viewer=acting, case_id=case.id, reason="审核结束")


def hold(who: Seat, case: AuditCase) -> LegalHold:
    acting = viewer(who)
    with tenant_scope(acting.owners):
        return set_hold(viewer=acting, case_id=case.id, reason="诉讼")
