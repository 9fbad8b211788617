"""Signatures, given and shown."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from mingjian.kit.schema import Input, Line, Schema
from mingjian.programme.rules.strokes import LONGEST

Method = Literal["typed", "drawn", "sealed"]


class SignatureIn(Input):
    """What the signature pad sends; ``strokes`` only where it was drawn."""

    name: Line
    method: Method
    strokes: Annotated[str, StringConstraints(max_length=LONGEST)] = ""


class SignatureOut(Schema):
    id: UUID
    owner_id: UUID
    subject_kind: str
    subject_id: UUID
    purpose: str
    side: str
    content_sha256: str
    name: str
    role: str
    method: str
    strokes: str
    sealed_by: str
    """The trust service, where it was sealed by one."""
    given_at: datetime
    entry: Annotated[int, Field(ge=1)] | None
    """Its number in the owner's journal."""


class SigningOut(Schema):
    """Which ways of signing are offered here."""

    is_sealing_offered: bool
