"""What identity does by itself: crashes into the journals, ended logins out of the database."""

import json
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.models import Session

from mingjian.identity.services import incidents
from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic
from mingjian.kit.tenancy import every_tenant


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
