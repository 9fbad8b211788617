"""Sites of clients."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Input, Line, OptionalLine, Schema

Kind = Literal["physical", "virtual", "temporary"]
Text = Annotated[str, StringConstraints(max_length=1000)]


class SitesQuery(ListQuery):
    """``client_id`` narrows the list to one client's sites."""

    client_id: UUID | None = None


class HeadcountIn(Input):
    """Who works there, all shifts together; see ``rules.headcount``."""

    full_time: int = 0
    part_time: int = 0
    part_time_hours: float = 4
    contractors: int = 0
    repetitive: int = 0
    shifts: Annotated[list[int], Field(max_length=12)] = Field(default_factory=list)


class NewSite(Input):
    client_id: UUID
    name: Line
    kind: Kind = "physical"
    address: OptionalLine = ""
    zone: Line = "Asia/Shanghai"
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    processes: Text = ""
    is_central: bool = False
    headcount: HeadcountIn = HeadcountIn()
    special_security: Text = ""


class SiteChange(Input):
    """Only what is given changes; ``version`` is the one that the form showed."""

    version: int
    name: Line = ""
    kind: Kind = "physical"
    address: OptionalLine = ""
    zone: Line = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    processes: Text = ""
    is_central: bool = False
    headcount: HeadcountIn = HeadcountIn()
    special_security: Text = ""


class HeadcountOut(Schema):
    full_time: int
    part_time: int
    part_time_hours: float
    contractors: int
    repetitive: int
    shifts: list[int]


class SiteOut(Schema):
    id: UUID
    client_id: UUID
    client: str
    name: str
    kind: str
    address: str
    zone: str
    latitude: float | None
    longitude: float | None
    processes: str
    is_central: bool
    headcount: HeadcountOut
    people: int
    """Full time, part time and contractors together, as heads."""
    special_security: str
    is_active: bool
    version: int
