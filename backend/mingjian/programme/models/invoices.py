"""Invoices: what a signed contract is paid by."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.applications import Application
from mingjian.programme.models.contracts import Contract
from mingjian.programme.rules.invoices import NAMES, InvoiceState


class Invoice(Editable):
    """One invoice of a contract; issued ones keep number and document, void ones too."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "application",
        "contract",
        "number",
        "state",
        "language",
        "currency",
        "lines",
        "tax_percent",
        "net_cents",
        "tax_cents",
        "gross_cents",
        "buyer",
        "bank",
        "note",
        "due_on",
        "issued_on",
        "paid_on",
        "reason",
        "pdf_id",
        "pdf_sha256",
        "version",
    )

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="invoices")
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="invoices")
    number = models.CharField(max_length=30, blank=True)
    """Given when it is issued, so that the numbers of a year have no gap."""
    year = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=6,
        choices=[(state.value, NAMES[state].zh) for state in InvoiceState],
        default=InvoiceState.DRAFT,
    )
    language = models.CharField(max_length=7, default="zh-hans")
    currency = models.CharField(max_length=3, default="CNY")
    lines = models.JSONField(default=list)
    """``{"kind", "text", "quantity", "rate", "amount_cents"}`` each, from the contract's quote."""
    tax_percent = models.DecimalField(max_digits=5, decimal_places=2)
    net_cents = models.BigIntegerField()
    tax_cents = models.BigIntegerField()
    gross_cents = models.BigIntegerField()
    buyer = models.JSONField(default=dict)
    """``rules.invoices.BUYER`` → text."""
    bank = models.JSONField(default=dict)
    """``rules.invoices.BANK`` → text: where to pay."""
    note = models.CharField(max_length=4000, blank=True)
    due_on = models.DateField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=4000, blank=True)
    """Why it was made void."""
    pdf_id = models.UUIDField(null=True, blank=True)
    """A file of ``kit.files``."""
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_invoice_one_per_number",
                fields=("owner_id", "number"),
                condition=~Q(number=""),
            ),
            models.UniqueConstraint(
                name="programme_invoice_one_per_contract",
                fields=("contract",),
                condition=~Q(state="void"),
            ),
        )

    def __str__(self) -> str:
        return self.number or self.application.name

    @property
    def concerns(self) -> UUID | None:
        return self.application.client_id
