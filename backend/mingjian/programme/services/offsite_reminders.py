"""A reminder of what a client was asked for."""

from uuid import UUID

from django.db import transaction

from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.letters.offsite import send_reminder
from mingjian.programme.queries.cases import case_for_process
from mingjian.programme.queries.contacts import coordinator_of
from mingjian.programme.queries.offsite import due_for_reminder, item_view


def remind_client(*, viewer: Viewer, case_id: UUID) -> int:
    """One letter to the coordinator of a case about all that is nearly due; how many items.

    Each item is reminded of once; asking for it again begins anew.
    """
    with transaction.atomic():
        case = case_for_process(viewer, case_id)
        coordinator = coordinator_of(viewer, case)
        items = list(due_for_reminder(viewer).filter(case=case)) if coordinator else []
        if coordinator is None or not items:
            return 0
        send_reminder(coordinator, case, items)
        today = clock.today(own_tenant(viewer).zone)
        for item in items:
            values = {"reminded_on": today}
            before = change(
                item, viewer=viewer, version=item.version, values=values, view=item_view
            )
            record(viewer, "information.reminded", item, before=before)
    return len(items)
