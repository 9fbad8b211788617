"""What the media server tells by itself."""

import re
from uuid import UUID

from django.core.cache import cache
from django.db import transaction

from mingjian.kit.access import Viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.rooms.errors.lobby import ReplayedEventError
from mingjian.rooms.media import MediaEvent, media_server
from mingjian.rooms.models import Room
from mingjian.rooms.services.presence import note_joined, note_left

NAME = re.compile(r"(?P<owner>[0-9a-f]{32})-(?P<room>[0-9a-f]{32})")
REMEMBERED_SECONDS = 900
"""Longer than the server's signature on an event holds."""


def receive_event(*, body: bytes, authorization: str) -> None:
    """Enter in the ledger what a signed event says, once."""
    event = media_server().event(body, authorization)
    name = NAME.fullmatch(event.room)
    if name is None or event.participant is None or event.kind == "other":
        return
    owner_id = UUID(hex=name["owner"])
    with tenant_scope({owner_id}), transaction.atomic():
        if not cache.add(f"rooms.event.{event.id}", 1, REMEMBERED_SECONDS):
            raise ReplayedEventError
        room = (
            Room.objects.select_related("session__case").filter(id=UUID(hex=name["room"])).first()
        )
        if room is not None:
            _enter(Viewer.system("media", owner_id, cause=event.id), room, event)


def _enter(viewer: Viewer, room: Room, event: MediaEvent) -> None:
    assert event.participant is not None  # noqa: S101  (asked above)
    if event.kind == "joined":
        note_joined(viewer=viewer, room=room, seen=event.participant)
    else:
        note_left(viewer=viewer, room=room, seen=event.participant, at=event.at)
