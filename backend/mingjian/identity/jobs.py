"""What identity does by itself: crashes into the journals, ended logins out of the database,
large workbooks a part at a time."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils.translation import override

from mingjian.identity.queries.seats import seat_of, viewer_of
from mingjian.identity.services import incidents
from mingjian.identity.services.imports import carrying_on
from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import LeaseLost, completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant

logger = logging.getLogger(__name__)


@periodic(
    "identity.collect_incidents",
    every=timedelta(seconds=60),
    zh="收集进程异常",
    en="Collect crashes of processes",
)
def collect_incidents() -> None:
    """One job per incident and tenant; asked for twice, it is still one."""
    for path in sorted((settings.DATA / "run" / "incidents").glob("*.json")):
        _hand_out(path)
        path.unlink()


@job("identity.note_incident", zh="将进程异常记入日志", en="Enter a crash in the journal")
def note_incident(*, owner_id: UUID, incident: UUID, process: str, exit_code: int, at: str) -> None:
    with completing():
        incidents.note_incident(
            owner_id=owner_id, incident=incident, process=process, exit_code=exit_code, at=at
        )


@periodic(
    "identity.forget_logins", every=timedelta(hours=6), zh="清理过期登录", en="Forget ended logins"
)
def forget_logins() -> None:
    """Sessions whose time is over; the lists of logins sweep their own rows when read."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()


@job("identity.carry_on_import", zh="导入工作簿的一部分", en="Import a part of a workbook")
def carry_on_import(*, owner_id: UUID, import_id: UUID, membership_id: UUID) -> None:
    """The next rows; the job after it takes those that follow."""
    asking = seat_of(membership_id)
    acting = viewer_of(asking, device=viewer().device)
    with override(asking.person.language):
        try:
            with completing():
                is_left = carrying_on.carry_on(viewer=acting, import_id=import_id)
                if is_left:
                    _go_on(owner_id, import_id, membership_id)
        except LeaseLost:
            raise
        except Exception as refusal:
            logger.exception("import %s is given up", import_id)
            with completing():
                is_left = carrying_on.give_up(viewer=acting, import_id=import_id, refusal=refusal)
                if is_left:
                    _go_on(owner_id, import_id, membership_id)


def _go_on(owner_id: UUID, import_id: UUID, membership_id: UUID) -> None:
    enqueue(
        carry_on_import,
        key=str(uuid7()),
        owner_id=owner_id,
        import_id=import_id,
        membership_id=membership_id,
    )


def _hand_out(path: Path) -> None:
    found = json.loads(path.read_text())
    for owner_id in every_tenant()():
        enqueue(
            note_incident,
            key=f"{path.stem}:{owner_id}",
            owner_id=owner_id,
            incident=UUID(path.stem),
            process=found["process"],
            exit_code=found["exit_code"],
            at=found["at"],
        )
