"""Planned meetings, their rooms, who came, when they were there, and what they wrote."""

from mingjian.rooms.models.breaks import SessionBreak
from mingjian.rooms.models.chat import ChatMessage
from mingjian.rooms.models.participants import Participant, ParticipantState, Presence
from mingjian.rooms.models.sessions import AuditSession, Room, RoomKind, SessionKind

__all__ = [
    "AuditSession",
    "ChatMessage",
    "Participant",
    "ParticipantState",
    "Presence",
    "Room",
    "RoomKind",
    "SessionBreak",
    "SessionKind",
]
