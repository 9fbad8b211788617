"""What is to be audited: sites, programmes, cases, teams, plans and what was signed."""

from mingjian.programme.models.absences import Absence, AbsenceKind
from mingjian.programme.models.agreements import AgreementState, RemoteAgreement
from mingjian.programme.models.applications import (
    Application,
    ApplicationMessage,
    ApplicationOrigin,
    ContractReview,
)
from mingjian.programme.models.audit_times import ApplicationTime, AuditTime, SiteSample
from mingjian.programme.models.cases import AuditCase, AuditMode, CaseKind
from mingjian.programme.models.checklists import (
    CaseQuestion,
    Question,
    QuestionOrigin,
)
from mingjian.programme.models.competence import Qualification, QualifiedAs
from mingjian.programme.models.contracts import Contract, ContractState, Quote, QuoteState
from mingjian.programme.models.feasibility import (
    ContingencyPlan,
    FeasibilityDecision,
    FeasibilityReview,
)
from mingjian.programme.models.guides import Guide, GuideVersion
from mingjian.programme.models.hand_overs import HandOver
from mingjian.programme.models.ict import IctConfirmation
from mingjian.programme.models.impartiality import (
    Declaration,
    Interest,
    InterestDecision,
    InterestKind,
)
from mingjian.programme.models.invoices import Invoice
from mingjian.programme.models.objections import Objection, ObjectionState, TeamNotice
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
from mingjian.programme.models.rule_packs import PackState, RulePack
from mingjian.programme.models.signatures import Signature, SignatureMethod, SignatureSide
from mingjian.programme.models.sites import Site, SiteKind
from mingjian.programme.models.suitability import SceneAssessment, SuitabilityOverride
from mingjian.programme.models.surveys import (
    CampaignState,
    Survey,
    SurveyCampaign,
    SurveyState,
)
from mingjian.programme.models.talks import ClientTalk
from mingjian.programme.models.teams import TeamMember, TeamRole
from mingjian.programme.models.tools import Tool, ToolAssessment, ToolChoice
from mingjian.programme.models.training import TrainingCourse, TrainingRecord
from mingjian.programme.models.windows import MissedWindow
from mingjian.programme.rules.case_states import CaseState

__all__ = [
    "Absence",
    "AbsenceKind",
    "AgreementState",
    "AnalysisNote",
    "Application",
    "ApplicationMessage",
    "ApplicationOrigin",
    "ApplicationTime",
    "AuditCase",
    "AuditMode",
    "AuditPlan",
    "AuditProgramme",
    "AuditTime",
    "CampaignState",
    "CaseKind",
    "CaseQuestion",
    "CaseState",
    "ClientTalk",
    "ContingencyPlan",
    "Contract",
    "ContractReview",
    "ContractState",
    "Declaration",
    "FeasibilityDecision",
    "FeasibilityReview",
    "Guide",
    "GuideVersion",
    "HandOver",
    "IctConfirmation",
    "InformationItem",
    "InformationReview",
    "Interest",
    "InterestDecision",
    "InterestKind",
    "Invoice",
    "ItemKind",
    "ItemState",
    "Jurisdiction",
    "MissedWindow",
    "Objection",
    "ObjectionState",
    "PackState",
    "PlanItem",
    "PlanState",
    "PriorFact",
    "ProgrammeState",
    "Qualification",
    "QualifiedAs",
    "Question",
    "QuestionOrigin",
    "Quote",
    "QuoteState",
    "RemoteAgreement",
    "RiskMatrix",
    "RiskRow",
    "RiskState",
    "RulePack",
    "SceneAssessment",
    "Signature",
    "SignatureMethod",
    "SignatureSide",
    "Site",
    "SiteKind",
    "SiteSample",
    "StakeholderNeed",
    "SuitabilityOverride",
    "Survey",
    "SurveyCampaign",
    "SurveyState",
    "TeamMember",
    "TeamNotice",
    "TeamRole",
    "Tool",
    "ToolAssessment",
    "ToolChoice",
    "TrainingCourse",
    "TrainingRecord",
    "TreatmentState",
]
