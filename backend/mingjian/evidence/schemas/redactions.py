"""Comparing an original that stayed on a device with what a redaction names."""

from datetime import datetime
from typing import Annotated

from pydantic import StringConstraints

from mingjian.kit.schema import Input, Schema


class OriginalCheckIn(Input):
    """The hash that was computed where the original lies; the original itself is not sent."""

    sha256: Annotated[str, StringConstraints(to_lower=True, pattern=r"^[0-9a-fA-F]{64}$")]


class OriginalCheckOut(Schema):
    sha256: str
    matches: bool
    checked_at: datetime
