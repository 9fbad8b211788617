"""Courses and participants."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Schema

Kind = Literal["internal", "external"]
Result = Literal["passed", "attended", "failed"]
Hours = Annotated[Decimal, Field(gt=0, le=1000, multiple_of=Decimal("0.5"))]
Number = Annotated[str, StringConstraints(max_length=60)]
Content = Annotated[str, StringConstraints(max_length=4000)]


class CoursesQuery(ListQuery):
    kind: Literal["", "internal", "external"] = ""


class RecordsQuery(ListQuery):
    course_id: UUID | None = None
    person_id: UUID | None = None


class NewCourse(Input):
    title: Line
    kind: Kind = "internal"
    provider: OptionalLine = ""
    hours: Hours
    held_on: date
    content: Content = ""


class CourseChange(Input):
    version: int
    title: Line = ""
    kind: Kind = "internal"
    provider: OptionalLine = ""
    hours: Hours = Decimal(1)
    held_on: date | None = None
    content: Content = ""


class NewParticipant(Input):
    person_id: UUID
    result: Result = "attended"
    certificate_number: Number = ""
    confirms: OptionalLine = ""
    confirmation_id: UUID | None = None


class ParticipantChange(Input):
    version: int
    result: Result = "attended"
    certificate_number: Number = ""
    confirms: OptionalLine = ""
    confirmation_id: UUID | None = None


class CourseOut(Schema):
    id: UUID
    title: str
    kind: str
    provider: str
    hours: float
    held_on: date
    content: str
    people: int
    version: int


class TrainingOut(Schema):
    id: UUID
    course_id: UUID
    course: str
    kind: str
    provider: str
    hours: float
    held_on: date
    person_id: UUID
    person: str
    result: str
    certificate_number: str
    confirms: str
    confirmation_id: UUID | None
    confirmed_area: str
    confirmed_until: date | None
    version: int
