"""Guides and questions: pages that a body publishes, version by version (S01)."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from mingjian.identity.models.editable import Editable
from mingjian.kit import clock


class GuideKind(models.TextChoices):
    GUIDE = "guide", "指南"
    QUESTION = "question", "常见问题"


class Audience(models.TextChoices):
    AUDITOR = "auditor", "审核员"
    CLIENT = "client", "客户"
    EVERYBODY = "everybody", "所有人"


class Guide(Editable):
    """A page or a question; what it says is in its versions."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "code",
        "kind",
        "audience",
        "schemes",
        "position",
        "is_listed",
        "version",
    )

    code = models.CharField(max_length=60)
    """Stable through all versions, e.g. ``contingency-ladder``."""
    kind = models.CharField(max_length=8, choices=GuideKind.choices, default=GuideKind.GUIDE)
    audience = models.CharField(max_length=9, choices=Audience.choices, default=Audience.EVERYBODY)
    schemes = models.JSONField(default=list)
    """Scheme codes it is about; none: all."""
    position = models.PositiveSmallIntegerField(default=100)
    is_listed = models.BooleanField(default=True)
    """A withdrawn page keeps its versions and is shown to nobody but its editors."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_guide_code", fields=("owner_id", "code")),
        )

    def __str__(self) -> str:
        return self.code


class GuideState(models.TextChoices):
    DRAFT = "draft", "草稿"
    PUBLISHED = "published", "已发布"
    SUPERSEDED = "superseded", "已被替代"


class GuideVersion(Editable):
    """What a page says, in both languages: Markdown without HTML."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "guide",
        "number",
        "state",
        "title_zh",
        "title_en",
        "text_zh",
        "text_en",
        "author",
        "published_at",
        "version",
    )

    guide = models.ForeignKey(Guide, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=GuideState.choices, default=GuideState.DRAFT)
    title_zh = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    text_zh = models.TextField(max_length=40000)
    text_en = models.TextField(max_length=40000, blank=True)
    author = models.CharField(max_length=200)
    note = models.CharField(max_length=4000, blank=True)
    """Why this version."""
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_guide_version_number", fields=("guide", "number")
            ),
            models.UniqueConstraint(
                name="programme_guide_one_published",
                fields=("guide",),
                condition=Q(state="published"),
            ),
            models.UniqueConstraint(
                name="programme_guide_one_draft", fields=("guide",), condition=Q(state="draft")
            ),
        )

    def __str__(self) -> str:
        return f"{self.guide_id} {self.number}"
