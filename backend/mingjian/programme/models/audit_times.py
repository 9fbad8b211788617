"""How long an audit takes, and which sites it visits: kept with everything it rests on."""

import json
from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.identity.models import Person
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models.applications import Application
from mingjian.programme.models.cases import AuditCase
from mingjian.programme.rules.audit_time import Inputs


class Calculation(Journalled):
    """One calculation of audit time; a change is a new row with the next number."""

    number = models.PositiveIntegerField()
    inputs_text = models.TextField()
    """JSON text of ``rules.audit_time.Inputs``, from which the result can be replayed."""
    result = models.JSONField()
    """``rules.audit_time.Result``: days, explained lines, and the stamps of the rule packs."""
    required_days = models.DecimalField(max_digits=6, decimal_places=2)
    """What counts: the result, or what a person set instead."""
    override_reason = models.CharField(max_length=4000, blank=True)
    author = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        abstract = True

    @property
    def inputs(self) -> Inputs:
        return Inputs.of(json.loads(self.inputs_text))


class AuditTime(Calculation):
    """What the team of a case has to bring."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "inputs_text",
        "result",
        "required_days",
        "override_reason",
        "author",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="audit_times")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_time_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id


class ApplicationTime(Calculation):
    """What an application's own figures give, before there is a case; the quote rests on it."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "application",
        "number",
        "inputs_text",
        "result",
        "required_days",
        "override_reason",
        "author",
    )

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="calculations"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_application_time_number", fields=("application", "number")
            ),
        )

    def __str__(self) -> str:
        return f"{self.application_id} {self.number}"

    @property
    def concerns(self) -> UUID | None:
        return self.application.client_id


class SiteSample(Journalled):
    """Which sites of a multi-site client one audit visits, and how they were drawn."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "sites",
        "size",
        "seed",
        "drawn",
        "chosen",
        "is_sampling_fit",
        "stamp",
        "author",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="site_samples")
    number = models.PositiveIntegerField()
    sites = models.JSONField()
    """The sites as they were: id, name, people, last visit, central function."""
    size = models.PositiveIntegerField()
    seed = models.CharField(max_length=32)
    """With the sites it gives the same draw again."""
    drawn = models.JSONField(default=list)
    chosen = models.JSONField(default=list)
    is_sampling_fit = models.BooleanField(default=True)
    stamp = models.CharField(max_length=150)
    author = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_sample_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.number}"

    @property
    def concerns(self) -> UUID:
        return self.case.client_id
