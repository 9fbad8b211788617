"""An accepted plan becomes sessions; what was decided here is done at the media server."""

from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.programme.events import PlanAnswered
from mingjian.rooms.events import EntryRefused, MicrophonesMuted, SessionEnded
from mingjian.rooms.jobs import close_rooms, follow_accepted_plan, mute_all, put_out


def plan_when_accepted(event: PlanAnswered) -> None:
    if event.is_accepted:
        key = str(event.plan_id)
        enqueue(follow_accepted_plan, owner_id=event.owner_id, case_id=event.case_id, key=key)


def put_out_when_refused(event: EntryRefused) -> None:
    enqueue(
        put_out,
        owner_id=event.owner_id,
        room_id=event.room_id,
        identity=event.identity,
        key=str(uuid7()),
    )


def mute_when_asked(event: MicrophonesMuted) -> None:
    enqueue(
        mute_all,
        owner_id=event.owner_id,
        room_id=event.room_id,
        identities=list(event.identities),
        key=str(uuid7()),
    )


def close_when_ended(event: SessionEnded) -> None:
    key = str(event.session_id)
    enqueue(close_rooms, owner_id=event.owner_id, session_id=event.session_id, key=key)
