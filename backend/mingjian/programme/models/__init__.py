"""What is to be audited: sites, programmes, cases, teams and plans."""

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
from mingjian.programme.models.sites import Site, SiteKind
from mingjian.programme.models.teams import TeamMember, TeamRole
from mingjian.programme.rules.case_states import CaseState

__all__ = [
    "AnalysisNote",
    "AuditCase",
    "AuditMode",
    "AuditPlan",
    "AuditProgramme",
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
    "Site",
    "SiteKind",
    "StakeholderNeed",
    "TeamMember",
    "TeamRole",
    "TreatmentState",
]
