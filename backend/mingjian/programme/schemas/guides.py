"""Guides and questions."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Schema

Kind = Literal["guide", "question"]
Audience = Literal["auditor", "client", "everybody"]
Markdown = Annotated[str, StringConstraints(max_length=40_000)]
Code = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z0-9][a-z0-9-]*$")]
SchemeCodes = Annotated[list[Line], Field(max_length=8)]


class GuidesQuery(ListQuery):
    kind: Literal["", "guide", "question"] = ""
    audience: Literal["", "auditor", "client", "everybody"] = ""
    scheme: OptionalLine = ""


class GuideText(Input):
    title_zh: Line
    title_en: OptionalLine = ""
    text_zh: Markdown = ""
    text_en: Markdown = ""
    note: Annotated[str, StringConstraints(max_length=4000)] = ""


class NewGuide(GuideText):
    code: Code
    kind: Kind = "guide"
    audience: Audience = "everybody"
    schemes: SchemeCodes = Field(default_factory=list)
    position: Annotated[int, Field(ge=0, le=9999)] = 500


class GuideChange(Input):
    version: int
    audience: Audience = "everybody"
    schemes: SchemeCodes = Field(default_factory=list)
    position: Annotated[int, Field(ge=0, le=9999)] = 500
    is_listed: bool = True


class Draft(GuideText):
    """``version`` is the draft's; 0 where there is none yet."""

    version: int = 0


class GuideVersionOut(Schema):
    id: UUID
    number: int
    state: str
    title_zh: str
    title_en: str
    text_zh: str
    text_en: str
    author: str
    note: str
    published_at: datetime | None
    version: int


class GuideOut(Schema):
    id: UUID
    code: str
    kind: str
    audience: str
    schemes: list[str]
    position: int
    is_listed: bool
    published: GuideVersionOut | None
    draft: GuideVersionOut | None
    versions: list[GuideVersionOut]
    version: int


class DiffLine(Schema):
    kind: Literal["same", "gone", "new"]
    text: str


class DiffOut(Schema):
    number: int
    against: int | None
    changes: list[DiffLine]


class AdoptedOut(Schema):
    count: int
