"""A survey of the case, sent to the client, and a campaign in which the client is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mingjian.identity.tests.factories import viewer
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.survey_campaigns import (
    ask_client,
    create_campaign,
    start_campaign,
)
from mingjian.programme.tests.surveying import asked

if TYPE_CHECKING:
    from tests.routing.world import World


def objects(world: World) -> dict[str, Any]:
    manager = viewer(world.ours["PM"])
    with tenant_scope(manager.owners):
        survey = asked(manager, world.case)
        campaign = create_campaign(viewer=manager, values={"title": "监督审核摸底"})
        start_campaign(viewer=manager, campaign_id=campaign.id, version=campaign.version)
        ask_client(viewer=manager, campaign_id=campaign.id, client_id=world.client.id)
        return {"survey_id": survey.id, "campaign_id": campaign.id}
