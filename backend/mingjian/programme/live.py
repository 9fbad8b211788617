"""What open pages hear of audits."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Model

from mingjian.kit.access import Grant, Rule, Viewer
from mingjian.kit.live.topics import Topic
from mingjian.programme.models import (
    Absence,
    AnalysisNote,
    AuditPlan,
    AuditTime,
    CaseQuestion,
    ClientTalk,
    ContingencyPlan,
    Declaration,
    FeasibilityDecision,
    FeasibilityReview,
    Guide,
    GuideVersion,
    HandOver,
    IctConfirmation,
    InformationItem,
    InformationReview,
    Interest,
    MissedWindow,
    Objection,
    PlanItem,
    PriorFact,
    Qualification,
    RemoteAgreement,
    RiskMatrix,
    RiskRow,
    SceneAssessment,
    SiteSample,
    StakeholderNeed,
    SuitabilityOverride,
    TeamMember,
    TeamNotice,
    Tool,
    ToolAssessment,
    ToolChoice,
    TrainingCourse,
    TrainingRecord,
)
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.programmes import programmes
from mingjian.programme.queries.signatures import signatures
from mingjian.programme.queries.sites import sites
from mingjian.programme.queries.survey_campaigns import campaigns
from mingjian.programme.queries.surveys import surveys


def _visible(viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]) -> Iterable[UUID]:
    """Of these rows, those that hang on a case, programme or site the viewer may see."""
    mine = cases(viewer)
    yield from mine.filter(id__in=ids).values_list("id", flat=True)
    yield from programmes(viewer).filter(id__in=ids).values_list("id", flat=True)
    yield from sites(viewer).filter(id__in=ids).values_list("id", flat=True)
    yield from signatures(viewer).filter(id__in=ids).values_list("id", flat=True)
    of_mine = {
        TeamMember: "case__in",
        AuditPlan: "case__in",
        PlanItem: "plan__case__in",
        RiskMatrix: "case__in",
        StakeholderNeed: "matrix__case__in",
        RiskRow: "matrix__case__in",
        InformationItem: "case__in",
        PriorFact: "case__in",
        AnalysisNote: "case__in",
        InformationReview: "case__in",
        ClientTalk: "case__in",
        CaseQuestion: "case__in",
        SceneAssessment: "case__in",
        SuitabilityOverride: "assessment__case__in",
        FeasibilityReview: "case__in",
        FeasibilityDecision: "case__in",
        ContingencyPlan: "case__in",
        RemoteAgreement: "case__in",
        AuditTime: "case__in",
        SiteSample: "case__in",
        Objection: "member__case__in",
        TeamNotice: "case__in",
        MissedWindow: "case__in",
        ToolChoice: "case__in",
    }
    for model, path in of_mine.items():
        rows = model._base_manager.filter(id__in=ids, **{path: mine.order_by()})
        yield from rows.values_list("id", flat=True)
    for own in OF_THE_BODY:
        bodys = own._base_manager.filter(id__in=ids, owner_id=viewer.tenant_id)
        yield from bodys.values_list("id", flat=True)


OF_THE_BODY: tuple[type[Model], ...] = (
    IctConfirmation,
    Tool,
    ToolAssessment,
    TrainingCourse,
    TrainingRecord,
    Guide,
    GuideVersion,
    Qualification,
    Interest,
    Declaration,
    Absence,
    HandOver,
)
"""Rows of the body itself: its own people hear that one changed, never what it says."""


def _visible_surveys(
    viewer: Viewer, grants: Sequence[Grant], ids: frozenset[UUID]
) -> Iterable[UUID]:
    yield from surveys(viewer).filter(id__in=ids).values_list("id", flat=True)
    yield from campaigns(viewer).filter(id__in=ids).values_list("id", flat=True)


TOPICS = (
    Topic(
        "surveys",
        Rule("surveys", "R"),
        _visible_surveys,
        frozenset({"programme.survey", "programme.surveycampaign"}),
    ),
    Topic(
        "programme",
        Rule("programme", "R"),
        _visible,
        frozenset(
            {
                "programme.site",
                "programme.auditprogramme",
                "programme.auditcase",
                "programme.teammember",
                "programme.auditplan",
                "programme.planitem",
                "programme.riskmatrix",
                "programme.stakeholderneed",
                "programme.riskrow",
                "programme.informationitem",
                "programme.priorfact",
                "programme.analysisnote",
                "programme.informationreview",
                "programme.clienttalk",
                "programme.casequestion",
                "programme.sceneassessment",
                "programme.suitabilityoverride",
                "programme.feasibilityreview",
                "programme.feasibilitydecision",
                "programme.contingencyplan",
                "programme.remoteagreement",
                "programme.audittime",
                "programme.sitesample",
                "programme.signature",
                "programme.objection",
                "programme.teamnotice",
                "programme.qualification",
                "programme.interest",
                "programme.declaration",
                "programme.absence",
                "programme.handover",
                "programme.ictconfirmation",
                "programme.missedwindow",
                "programme.tool",
                "programme.toolassessment",
                "programme.toolchoice",
                "programme.trainingcourse",
                "programme.trainingrecord",
                "programme.guide",
                "programme.guideversion",
            }
        ),
    ),
)
