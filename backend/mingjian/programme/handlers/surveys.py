"""What planning does about its campaigns: jobs write to each client."""

from mingjian.kit.ids import uuid7
from mingjian.kit.jobs import enqueue
from mingjian.programme.events import CampaignClosed, CampaignReminded, CampaignStarted
from mingjian.programme.jobs.surveys import close_campaign, remind_campaign, send_campaign


def send_when_started(event: CampaignStarted) -> None:
    campaign = event.campaign_id
    enqueue(send_campaign, owner_id=event.owner_id, campaign_id=campaign, key=str(campaign))


def remind_when_asked(event: CampaignReminded) -> None:
    campaign = event.campaign_id
    enqueue(remind_campaign, owner_id=event.owner_id, campaign_id=campaign, key=str(uuid7()))


def close_when_closed(event: CampaignClosed) -> None:
    campaign = event.campaign_id
    enqueue(close_campaign, owner_id=event.owner_id, campaign_id=campaign, key=str(campaign))
