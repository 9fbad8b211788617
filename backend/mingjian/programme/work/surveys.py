"""Surveys of campaigns that wait: for a client's answer, for a manager when the time is over.

What an audit's own survey lacks comes up as a fact of that audit.
"""

from collections.abc import Iterator

from mingjian.identity.models import TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.words import Words
from mingjian.kit.work import WorkItem
from mingjian.programme.models import CampaignState, SurveyState
from mingjian.programme.queries.survey_campaigns import campaigns
from mingjian.programme.queries.surveys import surveys

MOST = 50


class OpenSurveys:
    """What a campaign asks of the viewer's organisation."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        may_sign = authority().grants(viewer, Rule("surveys", "A"))
        if viewer.tenant_kind != TenantKind.CLIENT or not may_sign:
            return
        for row in surveys(viewer, state=SurveyState.SENT).filter(case=None)[:MOST]:
            yield WorkItem(
                key=f"survey:{row.id}",
                title=Words("填写可行性调查", "Fill in the feasibility survey"),
                verb=Words("填写", "Fill in"),
                href=f"/surveys/{row.id}",
                due=row.due_on,
                subject=row.campaign.title if row.campaign else "",
            )


class OverdueCampaigns:
    """Campaigns past their day with somebody who has not answered."""

    def items(self, viewer: Viewer) -> Iterator[WorkItem]:
        may_ask = authority().grants(viewer, Rule("surveys", "C"))
        if viewer.tenant_kind != TenantKind.BODY or not may_ask:
            return
        today = clock.today(own_tenant(viewer).zone)
        for row in campaigns(viewer, state=CampaignState.RUNNING).filter(due_on__lt=today)[:MOST]:
            waiting = row.surveys.filter(state=SurveyState.SENT).count()
            if waiting:
                yield WorkItem(
                    key=f"campaign:{row.id}",
                    title=Words(
                        f"{waiting} 个客户逾期未答复调查", f"{waiting} clients are late to answer"
                    ),
                    verb=Words("查看", "Look"),
                    href=f"/surveys/campaigns/{row.id}",
                    due=row.due_on,
                    subject=row.title,
                )
