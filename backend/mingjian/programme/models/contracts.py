"""Quotes and contracts."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.applications import Application


class QuoteState(models.TextChoices):
    DRAFT = "draft", "草稿"
    SENT = "sent", "已发出"
    SUPERSEDED = "superseded", "已被替代"


class Quote(Editable):
    """One version of what the certification will cost; what was sent is not changed."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "application",
        "number",
        "state",
        "currency",
        "lines",
        "tax_percent",
        "note",
        "valid_to",
        "version",
    )

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="quotes")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=QuoteState.choices, default=QuoteState.DRAFT)
    currency = models.CharField(max_length=3, default="CNY")
    lines = models.JSONField(default=list)
    """``{"kind", "text", "quantity", "rate"}`` each; decimals as text."""
    tax_percent = models.DecimalField(max_digits=5, decimal_places=2, default=6)
    note = models.CharField(max_length=4000, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_quote_number", fields=("application", "number")
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id} {self.number}"

    @property
    def concerns(self) -> UUID | None:
        return self.application.client_id


class ContractState(models.TextChoices):
    OUT = "out", "待签署"
    SIGNED = "signed", "已签署"
    VOID = "void", "已作废"


class Contract(Editable):
    """A certification contract: its documents lie under the body's key and do not change."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "application",
        "quote",
        "number",
        "state",
        "pdf_id",
        "pdf_sha256",
        "docx_id",
        "version",
    )

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="contracts")
    quote = models.ForeignKey(Quote, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=30)
    state = models.CharField(max_length=6, choices=ContractState.choices, default=ContractState.OUT)
    pdf_id = models.UUIDField()
    """Files of ``kit.files``; the PDF is what both sides sign."""
    pdf_sha256 = models.CharField(max_length=64)
    docx_id = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_contract_one_per_number", fields=("owner_id", "number")
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def concerns(self) -> UUID | None:
        return self.application.client_id
