"""A client's application under review, and an invoice of an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.programme.tests.application_factories import submitted_by_client, under_review
from mingjian.programme.tests.invoice_factories import issued_invoice

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    row = under_review(world.ours["REV"], submitted_by_client(world.ours["CC"]))
    invoice = issued_invoice(world.ours["PM"], world.ours["CC"])
    return {"application_id": row.id, "invoice_id": invoice.id}
