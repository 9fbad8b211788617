"""What is to be audited: sites, programmes, cases, teams, plans and what was signed."""

from mingjian.programme.models.cases import AuditCase, AuditMode, CaseKind
from mingjian.programme.models.offsite import (
    AnalysisNote,
    InformationItem,
    InformationReview,
    ItemState,
    PriorFact,
)
from mingjian.programme.models.plans import AuditPlan, ItemKind, PlanItem, PlanState
from mingjian.programme.models.programmes import AuditProgramme, Jurisdiction, ProgrammeState
from mingjian.programme.models.risks import (
    RiskMatrix,
    RiskRow,
    RiskState,
    StakeholderNeed,
    TreatmentState,
)
from mingjian.programme.models.signatures import Signature, SignatureMethod, SignatureSide
from mingjian.programme.models.sites import Site, SiteKind
from mingjian.programme.models.surveys import (
    CampaignState,
    Survey,
    SurveyCampaign,
    SurveyState,
)
from mingjian.programme.models.teams import TeamMember, TeamRole
from mingjian.programme.rules.case_states import CaseState

__all__ = [
    "AnalysisNote",
    "AuditCase",
    "AuditMode",
    "AuditPlan",
    "AuditProgramme",
    "CampaignState",
    "CaseKind",
    "CaseState",
    "InformationItem",
    "InformationReview",
    "ItemKind",
    "ItemState",
    "Jurisdiction",
    "PlanItem",
    "PlanState",
    "PriorFact",
    "ProgrammeState",
    "RiskMatrix",
    "RiskRow",
    "RiskState",
    "Signature",
    "SignatureMethod",
    "SignatureSide",
    "Site",
    "SiteKind",
    "StakeholderNeed",
    "Survey",
    "SurveyCampaign",
    "SurveyState",
    "TeamMember",
    "TeamRole",
    "TreatmentState",
]
