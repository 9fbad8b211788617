"""Planned meetings of an audit, and the rooms in which each is held."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase
from mingjian.rooms.rules.session_states import SessionState


class SessionKind(models.TextChoices):
    OPENING = "opening", "首次会议"
    WORK = "work", "审核活动"
    CLIENT_TALK = "client_talk", "与客户沟通"
    CLOSING = "closing", "末次会议"
    AD_HOC = "ad_hoc", "临时会议"


class AuditSession(Editable):
    """A planned meeting; it holds one part of the plan, or was added as the need arose.

    Instants are UTC; the planned local wall time is kept beside them, so that a change of
    the zone's rules moves the instants and not the appointment.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "kind",
        "title",
        "part",
        "lines",
        "local_start",
        "local_end",
        "zone",
        "state",
        "host",
        "is_locked",
        "started_at",
        "ended_at",
        "version",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=11, choices=SessionKind.choices)
    title = models.CharField(max_length=200, blank=True)
    """Empty: it is called by its kind, in each reader's language."""
    part = models.CharField(max_length=60, blank=True)
    """Which part of the plan it holds (``rules.planned``); empty: it is not of the plan."""
    lines = models.JSONField(default=list)
    """The plan's lines that are carried out in it: its agenda."""
    local_start = models.CharField(max_length=16)
    """``2026-11-23T09:30`` in ``zone``."""
    local_end = models.CharField(max_length=16)
    zone = models.CharField(max_length=60)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_moved = models.BooleanField(default=False)
    """Rescheduled by hand: a later version of the plan leaves its time alone."""
    state = models.CharField(
        max_length=9, choices=SessionState.choices, default=SessionState.PLANNED
    )
    host = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who chairs it; None: the team's lead auditor."""
    is_locked = models.BooleanField(default=False)
    """Nobody new is let in."""
    opened_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="rooms_session_times_in_order", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.UniqueConstraint(
                name="rooms_session_one_per_part",
                fields=("case", "part"),
                condition=~Q(part="") & ~Q(state="cancelled"),
            ),
        )

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class RoomKind(models.TextChoices):
    MAIN = "main", "主会场"
    PARALLEL = "parallel", "分会场"
    TEAM = "team", "审核组内部"


class Room(Journalled):
    """One room on the media server; the client neither sees nor enters the team's."""

    digest_fields: ClassVar[tuple[str, ...]] = ("session", "kind", "name")

    session = models.ForeignKey(AuditSession, on_delete=models.PROTECT, related_name="rooms")
    kind = models.CharField(max_length=8, choices=RoomKind.choices, default=RoomKind.MAIN)
    name = models.CharField(max_length=100)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="rooms_room_one_of_a_kind",
                fields=("session", "kind"),
                condition=~Q(kind="parallel"),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def concerns(self) -> UUID | None:
        return None if self.kind == RoomKind.TEAM else self.session.concerns

    @property
    def media_name(self) -> str:
        """What the media server calls it; says whose it is, so that its news find their way."""
        return f"{self.owner_id.hex}-{self.id.hex}"
