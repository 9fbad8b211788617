"""``/api/rooms/participants/{participant_id}``: let in, put out, moved, given the floor."""

from typing import Any
from uuid import UUID

from ninja import Router

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.rooms.access import reach_participant
from mingjian.rooms.models import Participant
from mingjian.rooms.queries.sessions import room_role
from mingjian.rooms.queries.views import participant_view
from mingjian.rooms.schemas import AdmissionReason, MoveTo, ParticipantOut
from mingjian.rooms.services.lobby import admit, deny, lower_hand, move, remove

router = Router()
ONE = "/{uuid:participant_id}"


@router.post(f"{ONE}/admission", response=ParticipantOut)
@requires("sessions", "host")
def let_in(request: AuthorisedRequest, participant_id: UUID) -> Any:
    reach_participant(request, participant_id)
    return _shown(request, admit(viewer=request.viewer, participant_id=participant_id))


@router.post(f"{ONE}/denial", response=ParticipantOut)
@requires("sessions", "host")
def turn_away(request: AuthorisedRequest, participant_id: UUID, given: AdmissionReason) -> Any:
    reach_participant(request, participant_id)
    row = deny(viewer=request.viewer, participant_id=participant_id, reason=given.reason)
    return _shown(request, row)


@router.post(f"{ONE}/removal", response=ParticipantOut)
@requires("sessions", "host")
def put_out(request: AuthorisedRequest, participant_id: UUID, given: AdmissionReason) -> Any:
    """They may ask to enter again."""
    reach_participant(request, participant_id)
    row = remove(viewer=request.viewer, participant_id=participant_id, reason=given.reason)
    return _shown(request, row)


@router.put(f"{ONE}/room", response=ParticipantOut)
@requires("sessions", "host")
def change_room(request: AuthorisedRequest, participant_id: UUID, given: MoveTo) -> Any:
    """To another room of the session."""
    reach_participant(request, participant_id)
    row = move(viewer=request.viewer, participant_id=participant_id, room_id=given.room_id)
    return _shown(request, row)


@router.delete(f"{ONE}/hand", response=ParticipantOut)
@requires("sessions", "host")
def give_floor(request: AuthorisedRequest, participant_id: UUID) -> Any:
    reach_participant(request, participant_id)
    return _shown(request, lower_hand(viewer=request.viewer, participant_id=participant_id))


def _shown(request: AuthorisedRequest, row: Participant) -> dict[str, Any]:
    return participant_view(row, room_role(request.viewer, row.session.case))
