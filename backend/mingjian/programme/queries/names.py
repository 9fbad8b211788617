"""What sites, programmes, cases and the rows that hang on them are called."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Model, QuerySet

from mingjian.kit.access import Viewer
from mingjian.kit.names import Reference
from mingjian.programme.models import (
    Absence,
    AnalysisNote,
    Application,
    ApplicationMessage,
    ApplicationTime,
    AuditCase,
    AuditPlan,
    AuditProgramme,
    AuditTime,
    CaseQuestion,
    ClientTalk,
    ContingencyPlan,
    Contract,
    ContractReview,
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
    Invoice,
    MissedWindow,
    Objection,
    PlanItem,
    PriorFact,
    Qualification,
    Question,
    Quote,
    RemoteAgreement,
    RiskMatrix,
    RiskRow,
    RulePack,
    SceneAssessment,
    Signature,
    Site,
    SiteSample,
    StakeholderNeed,
    SuitabilityOverride,
    Survey,
    SurveyCampaign,
    TeamMember,
    TeamNotice,
    Tool,
    ToolAssessment,
    ToolChoice,
    TrainingCourse,
    TrainingRecord,
)
from mingjian.programme.queries.scope import owned_or_about

NAMED_BY: dict[type[Model], tuple[str, str]] = {
    Site: ("name", "client_id"),
    AuditProgramme: ("client__name", "client_id"),
    AuditCase: ("number", "client_id"),
    TeamMember: ("person__name", "case__client_id"),
    AuditPlan: ("case__number", "case__client_id"),
    SceneAssessment: ("site__name", "case__client_id"),
    SuitabilityOverride: ("assessment__site__name", "assessment__case__client_id"),
    FeasibilityReview: ("case__number", "case__client_id"),
    FeasibilityDecision: ("case__number", "case__client_id"),
    ContingencyPlan: ("case__number", "case__client_id"),
    RemoteAgreement: ("case__number", "case__client_id"),
    PlanItem: ("title", "plan__case__client_id"),
    RiskMatrix: ("case__number", "case__client_id"),
    StakeholderNeed: ("text", "matrix__case__client_id"),
    RiskRow: ("text", "matrix__case__client_id"),
    InformationItem: ("title", "case__client_id"),
    PriorFact: ("case__number", "case__client_id"),
    AnalysisNote: ("case__number", "case__client_id"),
    InformationReview: ("case__number", "case__client_id"),
    ClientTalk: ("case__number", "case__client_id"),
    Question: ("text", "owner_id"),
    CaseQuestion: ("text", "case__client_id"),
    AuditTime: ("case__number", "case__client_id"),
    SiteSample: ("case__number", "case__client_id"),
    RulePack: ("edition", "owner_id"),
    Signature: ("name", "client_id"),
    Application: ("name", "client_id"),
    ContractReview: ("application__name", "application__client_id"),
    ApplicationTime: ("application__name", "application__client_id"),
    ApplicationMessage: ("application__name", "application__client_id"),
    Quote: ("application__name", "application__client_id"),
    Contract: ("number", "application__client_id"),
    Invoice: ("application__name", "application__client_id"),
    Survey: ("client__name", "client_id"),
    SurveyCampaign: ("title", "owner_id"),
    # Rows about people of the body: a client is never told their names.
    Qualification: ("person__name", "owner_id"),
    Interest: ("person__name", "owner_id"),
    Declaration: ("person__name", "case__client_id"),
    Absence: ("person__name", "owner_id"),
    HandOver: ("giver__name", "owner_id"),
    Objection: ("member__person__name", "member__case__client_id"),
    TeamNotice: ("case__number", "case__client_id"),
    IctConfirmation: ("person__name", ""),
    Tool: ("name", "client_id"),
    ToolAssessment: ("tool__name", "tool__client_id"),
    ToolChoice: ("tool__name", "case__client_id"),
    TrainingCourse: ("title", ""),
    TrainingRecord: ("person__name", ""),
    Guide: ("code", ""),
    GuideVersion: ("title_zh", ""),
    MissedWindow: ("programme__client__name", "programme__client_id"),
}
"""Model → the column that names its rows, and the one that says which client they are about;
without one they are the body's own."""

MOST_NAMED = 100
MODELS = {model._meta.label_lower: model for model in NAMED_BY}


class ProgrammeNames:
    """Implements ``kit.names.NameSource``."""

    def names(self, viewer: Viewer, references: Collection[Reference]) -> dict[Reference, str]:
        wanted: dict[str, list[UUID]] = defaultdict(list)
        for kind, object_id in references:
            if kind in MODELS:
                wanted[kind].append(object_id)
        return {
            (kind, object_id): name
            for kind, ids in wanted.items()
            for object_id, name in _visible(viewer, MODELS[kind])
            .filter(id__in=ids)
            .values_list("id", NAMED_BY[MODELS[kind]][0])
        }

    def named(self, viewer: Viewer, text: str) -> Collection[UUID]:
        return [
            object_id
            for model, (column, _) in NAMED_BY.items()
            for object_id in _visible(viewer, model)
            .filter(**{f"{column}__icontains": text})
            .values_list("id", flat=True)[:MOST_NAMED]
        ]


def _visible(viewer: Viewer, model: type[Model]) -> QuerySet[Model]:
    client = NAMED_BY[model][1]
    if not client:
        return model._base_manager.filter(owner_id=viewer.tenant_id)
    return model._base_manager.filter(owned_or_about(viewer, client))
