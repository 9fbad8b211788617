"""Reminders of information that a client was asked for: once, some days before it is due."""

from datetime import timedelta
from uuid import UUID

from mingjian.identity.models import Tenant, TenantKind
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant, tenant_scope
from mingjian.programme.queries.offsite import due_for_reminder
from mingjian.programme.services.offsite_reminders import remind_client

MORNING = 8
"""The hour, in the body's zone, from which reminders are written."""


@periodic(
    "programme.arrange_information_reminders",
    every=timedelta(hours=1),
    zh="安排资料催办",
    en="Arrange reminders of information",
)
def arrange_information_reminders() -> None:
    """One job for each body and day, in its morning or as soon as the platform runs after it."""
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            body = Tenant.objects.filter(id=owner_id, kind=TenantKind.BODY).first()
            if body and int(clock.local_time(body.zone)[11:13]) >= MORNING:
                key = f"{owner_id}:{clock.today(body.zone)}"
                enqueue(remind_of_information, owner_id=owner_id, key=key)


@job("programme.remind_of_information", zh="催办审核前资料", en="Remind of information")
def remind_of_information(*, owner_id: UUID) -> None:
    with completing():
        for case_id in {item.case_id for item in due_for_reminder(viewer())}:
            remind_client(viewer=viewer(), case_id=case_id)
