"""What can be shown of an item without opening it: derived from the content, sealed beside it."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.journal.models import Journalled
from mingjian.kit import clock


class ItemPreview(Journalled):
    """One preview of one item: its parts lie one after another in one sealed file.

    Nothing here is a word of the client: ``parts`` and ``details`` are types and numbers.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "item",
        "code",
        "kind",
        "details",
        "parts",
        "sha256",
        "made_at",
    )

    item = models.OneToOneField(EvidenceItem, on_delete=models.PROTECT, related_name="preview")
    code = models.CharField(max_length=40)
    """``made``, or why there is nothing to see (``rules.previews``)."""
    kind = models.CharField(max_length=10, blank=True)
    details = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    """In order: ``{"role": "page", "media_type": …, "offset": 0, "size": 512, …}``."""
    sha256 = models.CharField(max_length=64, blank=True)
    """Of the parts together, before sealing."""
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.item}: {self.kind or self.code}"

    @property
    def concerns(self) -> UUID:
        return self.item.concerns

    @property
    def path(self) -> str:
        """Where the parts lie, and the record that they are bound to."""
        owner_id, case_id = self.owner_id, self.item.case_id
        return f"{owner_id}/{case_id}/previews/{self.item_id}"
