"""Jobs and events that only tests know. Their effect is an announcement, which can be counted."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import sleep
from uuid import UUID

from mingjian.kit.errors import Conflict
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import completing, job, progress, viewer
from mingjian.kit.outbox import Event, announce
from mingjian.kit.outbox.events import name_of
from mingjian.kit.outbox.models import Announcement

FOREVER_SECONDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Event):
    """The visible effect of a sample job."""

    what: str
    at: datetime | None = None


def effects(what: str) -> int:
    """How often that effect took place."""
    return Announcement.objects.filter(name=name_of(Counted), fields__what=what).count()


@job("sample.count", zh="计数", en="Count", retries=2)
def count(*, owner_id: UUID, what: str, at: datetime | None = None) -> None:
    with completing():
        announce(Counted(owner_id=owner_id, what=what, at=at))


@job("sample.count_for_viewer", zh="计数", en="Count for the viewer")
def count_for_viewer(*, owner_id: UUID) -> None:
    with completing():
        announce(Counted(owner_id=viewer().tenant_id, what=viewer().actor))


@job("sample.fail", zh="失败", en="Fail", retries=3)
def fail(*, owner_id: UUID, what: str) -> None:
    with completing():
        announce(Counted(owner_id=owner_id, what=what))
        raise Conflict(why=what)


@job("sample.break", zh="出错", en="Break", retries=0)
def break_down(*, owner_id: UUID) -> None:
    raise ZeroDivisionError("the client's secret")


@job("sample.hang_before", zh="挂起", en="Hang before writing")
def hang_before(*, owner_id: UUID, folder: Path, what: str) -> None:
    """The first attempt hangs before its effects; whoever comes next finds its mark."""
    is_first = _mark(folder)
    if is_first:
        _hang(folder)
    with completing():
        announce(Counted(owner_id=owner_id, what=what))


@job("sample.hang_slowly", zh="挂起", en="Hang, as is expected of it", slow=True)
def hang_slowly(*, owner_id: UUID, folder: Path, what: str) -> None:
    hang_before.func(owner_id=owner_id, folder=folder, what=what)


@job("sample.hang_inside", zh="挂起", en="Hang while writing")
def hang_inside(*, owner_id: UUID, folder: Path, what: str) -> None:
    """The first attempt hangs with its effects written and not committed."""
    is_first = _mark(folder)
    with completing():
        announce(Counted(owner_id=owner_id, what=what))
        if is_first:
            _hang(folder)


@job("sample.plod", zh="慢慢做", en="Plod along")
def plod(*, owner_id: UUID) -> None:
    """Takes far longer than any test waits, unless it is cancelled."""
    for step in range(1, FOREVER_SECONDS * 10):
        progress(step, FOREVER_SECONDS * 10, zh="正在处理", en="Working on it")
        sleep(0.1)


def _mark(folder: Path) -> bool:
    is_first = not any(folder.glob("attempt-*"))
    (folder / f"attempt-{uuid7()}").touch()
    return is_first


def _hang(folder: Path) -> None:
    deadline = FOREVER_SECONDS * 20
    while not (folder / "go-on").exists() and deadline:
        sleep(0.05)
        deadline -= 1


NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
