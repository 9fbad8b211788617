"""Training of the body's people: courses, and who took part with which result (S44)."""

from typing import ClassVar

from django.db import models

from mingjian.identity.models import Person
from mingjian.identity.models.editable import Editable
from mingjian.kit import clock
from mingjian.programme.models.ict import IctConfirmation


class CourseKind(models.TextChoices):
    INTERNAL = "internal", "内部"
    EXTERNAL = "external", "外部"


class TrainingResult(models.TextChoices):
    PASSED = "passed", "合格"
    ATTENDED = "attended", "已参加"
    FAILED = "failed", "不合格"


class TrainingCourse(Editable):
    """One course on one day."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "title",
        "kind",
        "provider",
        "hours",
        "held_on",
        "content",
        "version",
    )

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, choices=CourseKind.choices, default=CourseKind.INTERNAL)
    provider = models.CharField(max_length=200, blank=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    held_on = models.DateField()
    content = models.CharField(max_length=4000, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="programme_course_once", fields=("owner_id", "title", "held_on")
            ),
        )

    def __str__(self) -> str:
        return self.title


class TrainingRecord(Editable):
    """One person's part in a course, and what it confirms."""

    digest_fields: ClassVar[tuple[str, ...]] = (
        "course",
        "person",
        "result",
        "certificate_number",
        "confirms",
        "confirmation",
        "version",
    )

    course = models.ForeignKey(TrainingCourse, on_delete=models.PROTECT, related_name="records")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(
        max_length=8, choices=TrainingResult.choices, default=TrainingResult.ATTENDED
    )
    certificate_number = models.CharField(max_length=60, blank=True)
    confirms = models.CharField(max_length=200, blank=True)
    """What competence it supports, in words: a scheme, a technical code, a tool."""
    confirmation = models.ForeignKey(
        IctConfirmation, null=True, on_delete=models.PROTECT, related_name="trainings"
    )
    """The confirmation of ICT competence that rests on it."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="programme_training_once", fields=("course", "person")),
        )

    def __str__(self) -> str:
        return f"{self.course_id} {self.person_id}"
