"""What the team leader settled with the client before a remote audit."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models.editable import Editable
from mingjian.programme.models.cases import AuditCase


class ClientTalk(Editable):
    """The points of one case's talk on tools and how evidence is shown (S20)."""

    digest_fields: ClassVar[tuple[str, ...]] = ("case", "points", "held_at", "attended", "version")

    case = models.OneToOneField(AuditCase, on_delete=models.PROTECT, related_name="client_talk")
    points = models.JSONField(default=dict)
    """Code of ``rules.client_talk`` → ``{"is_settled": true, "note": "…"}``."""
    held_at = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=60, default="Asia/Shanghai")
    """On whose clock ``held_at`` was written down; the instant itself is what is proved."""
    attended = models.CharField(max_length=200, blank=True)
    """Who took part for the client, as the leader wrote it down."""

    def __str__(self) -> str:
        return str(self.case_id)

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
