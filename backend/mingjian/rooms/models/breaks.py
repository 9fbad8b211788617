"""Agreed breaks: asked for by one side, begun and ended with both sides' word."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.rooms.models.sessions import AuditSession
from mingjian.rooms.rules.room_roles import Side


class SessionBreak(Journalled):
    """One break of a session; it counts from the second side's agreement."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "session",
        "minutes",
        "asked_by",
        "asked_at",
        "started_at",
        "end_asked_by",
        "ended_at",
        "withdrawn_at",
    )

    session = models.ForeignKey(AuditSession, on_delete=models.PROTECT, related_name="breaks")
    minutes = models.PositiveSmallIntegerField()
    """How long it is meant to take."""
    asked_by = models.CharField(max_length=6, choices=Side.choices)
    asked_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    end_asked_by = models.CharField(max_length=6, choices=Side.choices, blank=True)
    """Which side is back first."""
    ended_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="rooms_one_break_at_a_time",
                fields=("session",),
                condition=Q(ended_at=None, withdrawn_at=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.session} {self.asked_at}"

    @property
    def concerns(self) -> UUID:
        return self.session.concerns
