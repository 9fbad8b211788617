"""Who holds the offline copies of the keys."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from mingjian.evidence.schemas.key_exports import Name
from mingjian.kit.schema import Input, Schema


class KeyHolderIn(Input):
    """``recipient`` is the age public key of the security officer."""

    name: Name
    recipient: Name


class KeyHolderOut(Schema):
    id: UUID
    name: str
    recipient: str
    state: Literal["asked", "approved", "refused"]
    is_holding: bool
    """Of all that were approved, the one to whom the copies are sealed now."""
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    decided_by: str
    decided_at: datetime | None
    refusal: str
