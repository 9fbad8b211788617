"""One item that the client handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.evidence.tests.factories import key_export, key_holder, sealed

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    export = key_export(world.ours["ADM"], world.case)
    return {
        "evidence_id": sealed(world.ours["CC"], world.case).id,
        "export_id": export.id,
        "holder_id": key_holder(world.ours["ADM"]).id,
    }
