"""The presence ledger: told by events of the media server, held against its list."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.rooms.events import EntryRefused
from mingjian.rooms.models import Participant, Presence, Room
from mingjian.rooms.queries.participants import is_entitled
from mingjian.rooms.rules.presence import Seen, reconcile


def note_joined(*, viewer: Viewer, room: Room, seen: Seen, by: str = "event") -> None:
    """Somebody connected; whoever has no business here is put out again."""
    with transaction.atomic():
        person = _participant(room, seen.identity)
        if person is None:
            _refuse(room, seen.identity)
            return
        if not Presence.objects.filter(participant=person, connection=seen.connection).exists():
            row = Presence(
                owner_id=room.owner_id,
                participant=person,
                room=room,
                connection=seen.connection,
                joined_at=seen.joined_at,
                seen_at=max(seen.joined_at, clock.now()),
                joined_by=by,
            )
            row.save(force_insert=True)
            record(viewer, "presence.joined", row)
        _check_entitled(room, person)


def note_left(*, viewer: Viewer, room: Room, seen: Seen, at: datetime) -> None:
    """A connection ended; one that was never told of is known by when it began."""
    with transaction.atomic():
        person = _participant(room, seen.identity)
        if person is None:
            return
        note_joined(viewer=viewer, room=room, seen=seen)
        row = Presence.objects.get(participant=person, connection=seen.connection)
        if row.left_at is None:
            _close(viewer, row, at, "event")


def reconcile_room(
    *, viewer: Viewer, room_id: UUID, listed: Collection[Seen], at: datetime
) -> None:
    """Make the ledger of one room say what the media server's list says."""
    with transaction.atomic():
        room = Room.objects.select_related("session__case").get(id=room_id)
        open_rows = Presence.objects.filter(room=room, left_at=None)
        rows = {row.connection: row for row in open_rows.select_related("participant")}
        found = reconcile({name: row.seen_at for name, row in rows.items()}, listed, at)
        for connection, left_at in found.went.items():
            _close(viewer, rows[connection], max(left_at, rows[connection].joined_at), "list")
        for seen in found.came:
            note_joined(viewer=viewer, room=room, seen=seen, by="list")
        stayed = [rows[name] for name in found.stayed]
        Presence.objects.filter(id__in=[row.id for row in stayed]).update(seen_at=at)
        for row in stayed:
            row.participant.session = room.session
            _check_entitled(room, row.participant)


def _participant(room: Room, identity: str) -> Participant | None:
    """Of this room's session; the server may list what is not ours to know."""
    try:
        wanted = UUID(hex=identity)
    except ValueError:
        return None
    rows = Participant.objects.filter(id=wanted, session=room.session_id)
    return rows.select_related("session__case").first()


def _check_entitled(room: Room, person: Participant) -> None:
    if person.room_id != room.id or not is_entitled(person):
        _refuse(room, person.identity)


def _close(viewer: Viewer, row: Presence, at: datetime, by: str) -> None:
    before = row.digest()
    row.left_at, row.left_by = at, by
    row.save(update_fields=["left_at", "left_by"])
    record(viewer, "presence.left", row, before=before)


def _refuse(room: Room, identity: str) -> None:
    announce(EntryRefused(owner_id=room.owner_id, room_id=room.id, identity=identity))
