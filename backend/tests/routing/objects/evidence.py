"""One item that the client handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.tests.factories import sealed

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    return {"evidence_id": sealed(world.ours["CC"], world.case).id}
