"""A recipient whose key was checked, and a parcel on its way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.tests.factories import checked_recipient, parcel

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    entered = checked_recipient(world.ours)
    sent, _ = parcel(world.ours["LA"], world.case, entered)
    return {
        "recipient_id": entered.id,
        "parcel_id": sent.id,
        "bundle_id": sent.bundle_id,
    }
