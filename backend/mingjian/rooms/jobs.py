"""What is done at the media server, and what is asked of it regularly."""

import logging
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingjian.kit import clock
from mingjian.kit.jobs import completing, enqueue, job, periodic, viewer
from mingjian.kit.tenancy import every_tenant, tenant_scope
from mingjian.rooms.media import MediaServerDownError, NoMediaServerError, media_server
from mingjian.rooms.models import Presence, Room
from mingjian.rooms.rules.session_states import OPEN
from mingjian.rooms.services.planning import follow_plan
from mingjian.rooms.services.presence import reconcile_room

logger = logging.getLogger(__name__)

EVERY = timedelta(seconds=4)
"""So that a right that ended elsewhere ends here within five seconds."""
FIRST = 20
"""People wait for it."""


@job("rooms.follow_plan", zh="按计划生成会议", en="Make sessions from a plan")
def follow_accepted_plan(*, owner_id: UUID, case_id: UUID) -> None:
    with completing():
        follow_plan(viewer=viewer(), case_id=case_id)


@periodic(
    "rooms.arrange_reconciliation", every=EVERY, zh="安排在场核对", en="Arrange presence checks"
)
def arrange_reconciliation() -> None:
    """One job for each body that holds sessions now."""
    tick = clock.now().isoformat()
    for owner_id in every_tenant()():
        with tenant_scope([owner_id]):
            if _rooms_in_use(owner_id).exists():
                enqueue(reconcile_presence, owner_id=owner_id, key=f"{owner_id}:{tick}")


@job(
    "rooms.reconcile_presence",
    zh="核对在场人员",
    en="Check who is present",
    retries=0,
    priority=FIRST,
)
def reconcile_presence(*, owner_id: UUID) -> None:
    """The server's list is the truth, whatever events told or did not tell."""
    found = []
    try:
        for room in _rooms_in_use(owner_id):
            found.append((room.id, media_server().listed(room.media_name), clock.now()))
    except (MediaServerDownError, NoMediaServerError) as trouble:
        logger.warning("presence was not checked: %s", trouble)
    with completing():
        for room_id, listed, at in found:
            reconcile_room(viewer=viewer(), room_id=room_id, listed=listed, at=at)


@job("rooms.put_out", zh="请出会议室", en="Put somebody out of a room", priority=FIRST)
def put_out(*, owner_id: UUID, room_id: UUID, identity: str) -> None:
    media_server().remove(Room.objects.get(id=room_id).media_name, identity)


@job("rooms.mute", zh="静音", en="Mute microphones", priority=FIRST, retries=1)
def mute_all(*, owner_id: UUID, room_id: UUID, identities: list[str]) -> None:
    name = Room.objects.get(id=room_id).media_name
    for identity in identities:
        media_server().mute(name, identity)


@job("rooms.close", zh="关闭会议室", en="Close a session's rooms", priority=FIRST)
def close_rooms(*, owner_id: UUID, session_id: UUID) -> None:
    for room in Room.objects.filter(session=session_id):
        media_server().close(room.media_name)


def _rooms_in_use(owner_id: UUID) -> QuerySet[Room]:
    """Rooms of sessions that are open, and those in which somebody is still thought to be."""
    there = Presence.objects.filter(room=OuterRef("pk"), left_at=None)
    rows = Room.objects.filter(owner_id=owner_id)
    return rows.filter(Q(session__state__in=OPEN) | Exists(there))
