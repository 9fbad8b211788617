"""Who came to a session, and when they were there."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Membership, Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.rooms.models.sessions import AuditSession, Room
from mingjian.rooms.rules.room_roles import RoomRole


class ParticipantState(models.TextChoices):
    WAITING = "waiting", "等候中"
    ADMITTED = "admitted", "已进入"
    DENIED = "denied", "未获准"
    REMOVED = "removed", "已被请出"


class Participant(Journalled):
    """One person at one session, from asking to enter on."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "session",
        "person",
        "membership",
        "name",
        "organisation",
        "role",
        "state",
        "room",
        "hand_raised_at",
    )

    session = models.ForeignKey(AuditSession, on_delete=models.PROTECT, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    """In which the person came; when it ends, so does the right to be here."""
    name = models.CharField(max_length=200)
    """As it was at entry: people of the client are not the body's to read."""
    organisation = models.CharField(max_length=200)
    role = models.CharField(max_length=16, choices=RoomRole.choices)
    state = models.CharField(max_length=8, choices=ParticipantState.choices)
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="+")
    """Where the person is, or is to go once admitted."""
    asked_at = models.DateTimeField(default=clock.now)
    hand_raised_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="rooms_participant_once", fields=("session", "person")),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def concerns(self) -> UUID:
        return self.session.concerns

    @property
    def identity(self) -> str:
        """What the media server calls this person; it says nothing about them."""
        return self.id.hex


class Presence(Journalled):
    """One connection of one person to one room, from joining to leaving."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "participant",
        "room",
        "connection",
        "joined_at",
        "left_at",
        "joined_by",
        "left_by",
    )

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="presences")
    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="+")
    connection = models.CharField(max_length=40)
    """The media server's name for the connection: a person who comes back has another."""
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()
    """When the media server last listed it; where no event told, it left after that."""
    joined_by = models.CharField(max_length=5, choices=[("event", "通知"), ("list", "核对")])
    left_by = models.CharField(
        max_length=5, choices=[("event", "通知"), ("list", "核对")], blank=True
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="rooms_presence_once", fields=("participant", "connection")
            ),
        )

    def __str__(self) -> str:
        return f"{self.participant} {self.joined_at}"

    @property
    def concerns(self) -> UUID | None:
        return self.room.concerns
