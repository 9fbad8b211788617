"""Letters, under the row security of their tenant."""

import json
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any, ClassVar

from django.db import models

from mingjian.kit import clock
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.services import open_text, seal_text, tenant_secret
from mingjian.kit.mail.attachments import Attachment
from mingjian.kit.mail.templates import Wording


class Letter(models.Model):
    """One letter to one reader. Once sent, what it said is erased: only the fact remains."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    owner_id = models.UUIDField()
    key = models.CharField(max_length=200)
    template = models.CharField(max_length=100)
    language = models.CharField(max_length=7)
    to = models.EmailField()
    sealed = models.BinaryField(blank=True)
    """Subject and text under the tenant's key: letters carry links that open accounts."""
    written_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner_id", "key"], name="mail_letter_one_per_key")
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.id}"

    def write(self, wording: Wording, attachments: Sequence[Attachment] = ()) -> None:
        """Seal what the letter says and what goes along with it."""
        text = json.dumps([wording.subject, wording.text, [astuple(each) for each in attachments]])
        self.sealed = seal_text(self._secret(), text, self._context())

    def read(self) -> Wording:
        """What the letter says; only before it is sent."""
        return Wording(*self._opened()[:2])

    def attached(self) -> list[Attachment]:
        """What goes along with it; letters written before there were attachments have none."""
        return [Attachment(*fields) for each in self._opened()[2:] for fields in each]

    def _opened(self) -> list[Any]:
        opened: list[Any] = json.loads(open_text(self._secret(), self.sealed, self._context()))
        return opened

    def _secret(self) -> bytes:
        return tenant_secret(self.owner_id, "mail", self.pk)

    def _context(self) -> str:
        return f"mail_letter/{self.pk}/sealed"
