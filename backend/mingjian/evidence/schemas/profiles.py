"""A body's algorithms."""

from typing import Literal

from mingjian.kit.schema import Input, Schema

SuiteCode = Literal["aes", "sm"]


class SealingProfileOut(Schema):
    """``version`` is 0 as long as nobody has chosen."""

    suite: SuiteCode
    version: int
    changed_by: str


class SealingProfileChoice(Input):
    version: int
    suite: SuiteCode
