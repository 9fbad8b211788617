"""``/api/programme/surveys/campaigns``: one survey to many clients at once."""

from functools import partial
from typing import Any
from uuid import UUID

from ninja import Query, Router, Status

from mingjian.kit.access import AuthorisedRequest, requires
from mingjian.kit.excel import page_or_workbook
from mingjian.kit.pagination import Page, ordered
from mingjian.programme.queries.survey_campaigns import (
    SORTABLE,
    campaign_of,
    campaign_view,
    campaigns,
    choices_view,
)
from mingjian.programme.queries.survey_columns import CAMPAIGN_COLUMNS
from mingjian.programme.schemas.forms import Version, VersionedReason
from mingjian.programme.schemas.survey_campaigns import (
    CampaignChange,
    CampaignOut,
    CampaignsQuery,
    ChosenIn,
    NewCampaign,
    PreviewOut,
)
from mingjian.programme.services import survey_campaigns as services

router = Router()


@router.get("", response=Page[CampaignOut])
@requires("surveys", "R")
def list_campaigns(request: AuthorisedRequest, query: Query[CampaignsQuery]) -> Any:
    rows = campaigns(request.viewer, state=query.state, search=query.search)
    rows = ordered(rows, query.sort, SORTABLE)
    view = partial(campaign_view, request.viewer)
    return page_or_workbook(rows, query, view, name="批量调查", columns=CAMPAIGN_COLUMNS)


@router.post("", response={201: CampaignOut})
@requires("surveys", "C")
def create_campaign(request: AuthorisedRequest, new: NewCampaign) -> Any:
    """A draft; nobody is written to yet."""
    values = new.model_dump(mode="json", exclude_none=True) | {"due_on": new.due_on}
    made = services.create_campaign(viewer=request.viewer, values=values)
    return Status(201, campaign_view(request.viewer, made))


@router.post("/preview", response=PreviewOut)
@requires("surveys", "C")
def preview_campaign(request: AuthorisedRequest, chosen: ChosenIn) -> Any:
    """Whom a campaign would ask, and who is skipped and why."""
    return choices_view(request.viewer, chosen.model_dump(mode="json"))


@router.get("/{uuid:campaign_id}", response=CampaignOut)
@requires("surveys", "R")
def read_campaign(request: AuthorisedRequest, campaign_id: UUID) -> Any:
    return campaign_view(request.viewer, campaign_of(request.viewer, campaign_id))


@router.patch("/{uuid:campaign_id}", response=CampaignOut)
@requires("surveys", "C")
def change_campaign(request: AuthorisedRequest, campaign_id: UUID, change: CampaignChange) -> Any:
    values = change.model_dump(mode="json", exclude_unset=True, exclude={"version"})
    if "due_on" in values:
        values["due_on"] = change.due_on
    row = services.update_campaign(
        viewer=request.viewer, campaign_id=campaign_id, version=change.version, values=values
    )
    return campaign_view(request.viewer, row)


@router.post("/{uuid:campaign_id}/start", response=CampaignOut)
@requires("surveys", "C")
def start_campaign(request: AuthorisedRequest, campaign_id: UUID, at: Version) -> Any:
    """Freeze the list of those asked and let jobs write to each of them."""
    row = services.start_campaign(
        viewer=request.viewer, campaign_id=campaign_id, version=at.version
    )
    return campaign_view(request.viewer, row)


@router.post("/{uuid:campaign_id}/remind", response=CampaignOut)
@requires("surveys", "C")
def remind_campaign(request: AuthorisedRequest, campaign_id: UUID) -> Any:
    """Write again to all that have not answered and were not reminded today."""
    row = services.remind_campaign(viewer=request.viewer, campaign_id=campaign_id)
    return campaign_view(request.viewer, row)


@router.post("/{uuid:campaign_id}/close", response=CampaignOut)
@requires("surveys", "C")
def close_campaign(request: AuthorisedRequest, campaign_id: UUID, why: VersionedReason) -> Any:
    """No answer is waited for any more; what is unanswered is closed."""
    row = services.close_campaign(viewer=request.viewer, campaign_id=campaign_id, **why.dict())
    return campaign_view(request.viewer, row)
