"""A rule pack in draft, and sites that a sample can be drawn from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import RulePack
from mingjian.programme.queries.audit_times import proposed_inputs, rulebook_of
from mingjian.programme.queries.rule_packs import digest_of, pack
from mingjian.programme.services import add_site, draft_rule_pack, save_audit_time
from mingjian.programme.tests.audit_times import choices_of

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    admin, manager = viewer(world.ours["ADM"]), viewer(world.ours["PM"])
    with tenant_scope(admin.owners):
        shipped = pack(admin, "body")
        draft = draft_rule_pack(
            viewer=admin,
            based_on=digest_of(shipped.stamp),
            edition="草稿",
            effective_from=date(2099, 1, 1),
        )
        add_site(
            viewer=manager,
            client_id=world.client.id,
            values={"name": "一分厂", "headcount": {"full_time": 40}},
        )
        inputs = proposed_inputs(world.case, rulebook_of(manager, world.case))
        save_audit_time(viewer=manager, case_id=world.case.id, number=0, values=choices_of(inputs))
    return {"pack_id": draft.id, "pack_key": draft.id}


def draft_of(world: World) -> RulePack:
    with tenant_scope({world.ours["ADM"].tenant.id}):
        return RulePack.objects.get(id=world.ids["pack_id"])
