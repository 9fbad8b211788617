"""Samples drawn by an auditor: the seed comes first, the list after it, then the draw (B04)."""

from typing import ClassVar
from uuid import UUID

from django.db import models

from mingjian.evidence.models.items import EvidenceItem
from mingjian.evidence.models.requests import EvidenceRequest
from mingjian.journal.models import Journalled
from mingjian.kit import clock
from mingjian.programme.models import AuditCase, PlanItem, Site


class ListState(models.TextChoices):
    """How far a list has come."""

    WAITING = "waiting", "等待入库检查"
    READING = "reading", "正在读取"
    READY = "ready", "可以抽样"
    REFUSED = "refused", "不能使用"


class DrawState(models.TextChoices):
    DRAWING = "drawing", "正在抽取"
    DRAWN = "drawn", "已抽取，尚未发出"
    ISSUED = "issued", "已向客户发出"
    DISCARDED = "discarded", "已作废"


class Sample(Journalled):
    """One sample of an audit, begun by committing to a seed that nobody sees before the draw.

    What is looked for and which list is needed are in ``sealed``. Nothing of it concerns the
    client before requests are issued, so no entry about it is shown to the client either.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "case",
        "number",
        "sealed",
        "clauses",
        "plan_item",
        "site",
        "commitment",
        "committed_at",
        "committed_by",
        "seed",
    )

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    """Counts the samples of the audit; people cite it as ``S-2``."""
    sealed = models.TextField()
    """``what`` is looked for, and the list that is ``wanted`` of the client."""
    clauses = models.JSONField(default=list)
    plan_item = models.ForeignKey(PlanItem, null=True, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    commitment = models.CharField(max_length=64)
    """SHA-256 of the seed."""
    sealed_seed = models.TextField()
    seed = models.CharField(max_length=64, blank=True)
    """Empty before the first draw reveals it."""
    committed_at = models.DateTimeField(default=clock.now)
    committed_by = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_sample_number", fields=("case", "number")),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        return f"S-{self.number}"


class SampleList(Journalled):
    """A file given as the list of a sample, and what was read of it.

    The list itself lies in :attr:`canonical`, an evidence item like any other, whose hash is
    the list's hash; what of it is shown beside the draw is in ``sealed``.
    """

    digest_fields: ClassVar[tuple[str, ...]] = (
        "sample",
        "source",
        "canonical",
        "state",
        "problem",
        "row_count",
        "key_column",
        "given_by",
        "given_at",
        "sealed",
    )

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="lists")
    source = models.ForeignKey(EvidenceItem, on_delete=models.PROTECT, related_name="lists")
    canonical = models.ForeignKey(
        EvidenceItem, null=True, on_delete=models.PROTECT, related_name="canonical_of"
    )
    state = models.CharField(max_length=7, choices=ListState.choices)
    problem = models.CharField(max_length=20, blank=True)
    """A code of ``rules.populations``."""
    problem_row = models.PositiveIntegerField(default=0)
    row_count = models.PositiveIntegerField(default=0)
    key_column = models.PositiveSmallIntegerField(default=0)
    """The column that must tell each row from every other, counted from 0."""
    faults = models.JSONField(default=dict)
    """Kind → ``count`` and the first ``rows``: numbers only."""
    sealed = models.TextField(blank=True)
    """``headings``, ``preview`` and ``strata``."""
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.sample} ← {self.source}"


class SampleDraw(Journalled):
    """One draw from a list; discarded ones stay, each under a round of its own."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "sample",
        "population",
        "round",
        "column",
        "size_rule",
        "factor",
        "stamp",
        "total",
        "state",
        "sealed",
        "drawn_by",
        "drawn_at",
        "due_at",
        "issued_at",
        "discarded_at",
        "discarded_by",
    )

    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="draws")
    population = models.ForeignKey(SampleList, on_delete=models.PROTECT, related_name="draws")
    round = models.PositiveIntegerField()
    column = models.PositiveSmallIntegerField(null=True)
    """Which makes strata; None for a simple draw."""
    size_rule = models.CharField(max_length=9)
    factor = models.CharField(max_length=20, blank=True)
    """By which name the rule pack knows it; empty where no root was taken."""
    stamp = models.CharField(max_length=120, blank=True)
    """Of the rule pack that the factor came from."""
    total = models.PositiveIntegerField()
    state = models.CharField(
        max_length=9, choices=DrawState.choices, default=DrawState.DRAWING, db_index=True
    )
    sealed = models.TextField()
    """``sizes`` by stratum, the ``note`` on faults of the list, the ``reason`` for discarding."""
    sealed_reserve = models.TextField(blank=True)
    """The next rows of each stratum in order of rank: what a replacement takes from."""
    drawn_by = models.CharField(max_length=200)
    drawn_at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField(null=True)
    issued_at = models.DateTimeField(null=True)
    discarded_at = models.DateTimeField(null=True)
    discarded_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_draw_round", fields=("sample", "round")),
        )

    def __str__(self) -> str:
        return f"{self.sample}/{self.round}"

    @property
    def concerns(self) -> UUID | None:
        """The client, once it is asked for what was drawn."""
        return self.sample.case.client_id if self.issued_at else None


class DrawnRow(Journalled):
    """One row that was drawn; its text is in ``sealed``, with the reason if it was replaced."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "draw",
        "number",
        "rank",
        "place",
        "sealed",
        "request",
        "replaces",
        "replaced_at",
        "replaced_by",
    )

    draw = models.ForeignKey(SampleDraw, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    """In the canonical list, from 1."""
    rank = models.CharField(max_length=64)
    place = models.PositiveIntegerField()
    """Order on the screen: by stratum, then by rank; replacements come last."""
    sealed = models.TextField()
    """``stratum``, ``cells`` and the ``reason`` for replacing it."""
    request = models.ForeignKey(
        EvidenceRequest, null=True, on_delete=models.PROTECT, related_name="drawn"
    )
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replacement"
    )
    replaced_at = models.DateTimeField(null=True)
    replaced_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="evidence_drawn_once", fields=("draw", "number")),
        )

    def __str__(self) -> str:
        return f"{self.draw}: {self.number}"

    @property
    def concerns(self) -> UUID | None:
        return self.draw.concerns
