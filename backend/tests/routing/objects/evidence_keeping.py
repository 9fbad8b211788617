"""A record of the audit on which nobody has spoken yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.tests.factories import sealed

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    world.record_item = sealed(world.ours["LA"], world.case, retention="record").id
    return {}
