"""A body's own editions of rule packs: drafted by one person, released by another."""

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock


class PackState(models.TextChoices):
    DRAFT = "draft", "草稿"
    RELEASED = "released", "已发布"
    SUPERSEDED = "superseded", "已被替代"


class RulePack(Editable):
    """One edition; what was released is never changed, only followed by another edition."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "code",
        "edition",
        "stamp",
        "text",
        "state",
        "effective_from",
        "effective_to",
        "author",
        "released_by",
        "signature",
        "version",
    )

    code = models.CharField(max_length=40)
    edition = models.CharField(max_length=80)
    stamp = models.CharField(max_length=150)
    """Of the content; see ``rules.packs.stamp_of``."""
    text = models.TextField()
    """The pack in its one JSON text (``rules.packs.pack_text``), which is what is signed."""
    state = models.CharField(max_length=10, choices=PackState.choices, default=PackState.DRAFT)
    effective_from = models.DateField()
    effective_to = models.DateField(null=True, blank=True)
    """Set when a later edition is released; the content keeps what was planned."""
    author = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who changed the draft last."""
    released_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True, blank=True)
    signature = models.CharField(max_length=128, blank=True)
    """Ed25519 over the pack's text with the body's signing key, in hexadecimal."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_pack_one_draft_per_edition",
                fields=("owner_id", "code", "edition"),
                condition=Q(state="draft"),
            ),
            models.UniqueConstraint(
                name="programme_pack_one_release_per_day",
                fields=("owner_id", "code", "effective_from"),
                condition=~Q(state="draft"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.edition}"

    @property
    def content(self) -> dict[str, Any]:
        """The pack as plain JSON."""
        parsed: dict[str, Any] = json.loads(self.text)
        return parsed
