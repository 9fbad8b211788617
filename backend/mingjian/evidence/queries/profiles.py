"""The algorithms of a body, and of an item that was sealed in them."""

from typing import Any
from uuid import UUID

from mingjian.evidence.models import SealingProfile
from mingjian.kit.crypto import AES, SUITES, Suite


def profile_of(owner_id: UUID) -> SealingProfile:
    """The body's choice; until it made one, the international algorithms."""
    found = SealingProfile.objects.filter(owner_id=owner_id).first()
    return found or SealingProfile(owner_id=owner_id, suite=AES.code, version=0)


def suite_of(owner_id: UUID) -> Suite:
    """In what the body seals from now on."""
    return SUITES[profile_of(owner_id).suite]


def profile_view(row: SealingProfile) -> dict[str, Any]:
    return {"suite": row.suite, "version": row.version, "changed_by": row.changed_by}
