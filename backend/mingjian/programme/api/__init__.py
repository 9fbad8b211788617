"""``/api/programme``: sites, programmes, cases, teams and everything that plans an audit."""

from ninja import Router

from mingjian.programme.api.agreements import router as agreements
from mingjian.programme.api.application_reviews import router as application_reviews
from mingjian.programme.api.application_times import router as application_times
from mingjian.programme.api.applications import router as applications
from mingjian.programme.api.apply import router as apply
from mingjian.programme.api.audit_times import router as audit_times
from mingjian.programme.api.availability import router as availability
from mingjian.programme.api.calendars import router as calendars
from mingjian.programme.api.cases import router as cases
from mingjian.programme.api.checklists import router as checklists
from mingjian.programme.api.competence import router as competence
from mingjian.programme.api.cycles import router as cycles
from mingjian.programme.api.feasibility import router as feasibility
from mingjian.programme.api.guides import router as guides
from mingjian.programme.api.ict import router as ict
from mingjian.programme.api.impartiality import router as impartiality
from mingjian.programme.api.invoices import router as invoices
from mingjian.programme.api.objections import router as objections
from mingjian.programme.api.offsite import router as offsite
from mingjian.programme.api.planning_inputs import router as planning_inputs
from mingjian.programme.api.plans import router as plans
from mingjian.programme.api.programmes import router as programmes
from mingjian.programme.api.questions import router as questions
from mingjian.programme.api.risk_rows import router as risk_rows
from mingjian.programme.api.risks import router as risks
from mingjian.programme.api.rule_packs import router as rule_packs
from mingjian.programme.api.signatures import router as signatures
from mingjian.programme.api.sites import router as sites
from mingjian.programme.api.survey_campaigns import router as survey_campaigns
from mingjian.programme.api.surveys import router as surveys
from mingjian.programme.api.talks import router as talks
from mingjian.programme.api.teams import router as teams
from mingjian.programme.api.tools import of_cases as tools_of_cases
from mingjian.programme.api.tools import router as tools
from mingjian.programme.api.training import router as training

router = Router(tags=["programme"])
router.add_router("/sites", sites)
router.add_router("/programmes", programmes)
router.add_router("/signatures", signatures)
router.add_router("/cases", cases)
router.add_router("/cases", teams)
router.add_router("/cases", plans)
router.add_router("/cases", talks)
router.add_router("/cases", checklists)
router.add_router("/questions", questions)
router.add_router("", calendars)
router.add_router("/cases", feasibility)
router.add_router("", agreements)
router.add_router("/cases", audit_times)
router.add_router("/rule-packs", rule_packs)
router.add_router("", surveys)
router.add_router("/surveys/campaigns", survey_campaigns)
router.add_router("/applications", applications)
router.add_router("/applications", application_reviews)
router.add_router("/applications", application_times)
router.add_router("", invoices)
router.add_router("/apply", apply)
router.add_router("/cases", objections)
router.add_router("/qualifications", competence)
router.add_router("", impartiality)
router.add_router("", availability)
router.add_router("/ict", ict)
router.add_router("/cycles", cycles)
router.add_router("/tools", tools)
router.add_router("/cases", tools_of_cases)
router.add_router("/training", training)
router.add_router("/guides", guides)
router.add_router("", offsite)
router.add_router("/cases", planning_inputs)
router.add_router("/cases", risks)
router.add_router("/risk", risk_rows)
