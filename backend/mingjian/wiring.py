"""THE list: event → handlers, and port → adapter. Read this file to see the whole flow."""

from allauth.mfa.signals import authentication_failed
from django.conf import settings

from mingjian.evidence import live as evidence_live
from mingjian.evidence import stores as evidence_stores
from mingjian.evidence.clamd import scanner_at
from mingjian.evidence.events import (
    DeletionOrdered,
    DeletionReleased,
    DrawBegun,
    EvidenceAsked,
    EvidenceExamined,
    EvidenceProvided,
    EvidenceSealed,
    ListGiven,
)
from mingjian.evidence.facts import EvidenceFacts
from mingjian.evidence.handlers.deletions import delete_when_released, tell_when_ordered
from mingjian.evidence.handlers.intake import examine_when_sealed, preview_when_held
from mingjian.evidence.handlers.requests import answer_when_sealed, tell_when_asked
from mingjian.evidence.handlers.sampling import (
    draw_when_begun,
    read_when_given,
    take_when_examined,
    take_when_provided,
)
from mingjian.evidence.queries.contents import EvidenceContents
from mingjian.evidence.queries.names import EvidenceNames
from mingjian.evidence.scanner import virus_scanner
from mingjian.evidence.work.deletions import OwedUndertakings, WaitingDeletions
from mingjian.evidence.work.keeping import WaitingRecords
from mingjian.evidence.work.key_exports import WaitingKeyExports
from mingjian.evidence.work.key_holders import WaitingKeyHolders
from mingjian.evidence.work.requests import AnswersToSee, OwedEvidence
from mingjian.identity import live as identity_live
from mingjian.identity.authority import SessionAuthority, audit_roles
from mingjian.identity.events import ImportHandedOver, PersonDeactivated
from mingjian.identity.handlers import carry_on_when_handed_over
from mingjian.identity.queries.names import IdentityNames
from mingjian.identity.queries.tenants import tenant_ids
from mingjian.identity.search import OrganisationSearch, PeopleSearch
from mingjian.identity.services.imports.certificates import CertificatesImport
from mingjian.identity.services.imports.kinds import import_kinds
from mingjian.identity.services.imports.organisations import OrganisationsImport
from mingjian.identity.services.imports.people import PeopleImport
from mingjian.identity.signin.trail import on_factor_refused
from mingjian.identity.work import EndingEngagements, EndingRoles, UnopenedInvitations
from mingjian.journal import live as journal_live
from mingjian.journal.attention import UnverifiedJournal
from mingjian.journal.events import JournalGrown, VerificationRequested
from mingjian.journal.handlers import sign_when_grown, verify_when_requested
from mingjian.journal.queries import entries
from mingjian.journal.queries.contents import sealed_contents
from mingjian.journal.search import JournalSearch
from mingjian.kit.access import authority
from mingjian.kit.cases import case_facts
from mingjian.kit.deletion import deletable_stores, retained_stores
from mingjian.kit.jobs.attention import FailedJobs, IdleQueue
from mingjian.kit.keys.orphans import audit_registers
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_at import root_key_at
from mingjian.kit.live.topics import feed, topics
from mingjian.kit.names import name_sources
from mingjian.kit.outbox import subscribe
from mingjian.kit.search import search_sources
from mingjian.kit.status import banner_sources
from mingjian.kit.storage import blobs, store_at
from mingjian.kit.tenancy import every_tenant
from mingjian.kit.work import work_sources
from mingjian.programme import application_live
from mingjian.programme import live as programme_live
from mingjian.programme import stores as programme_stores
from mingjian.programme.access import CaseRegister, TeamRoles
from mingjian.programme.events import (
    CampaignClosed,
    CampaignReminded,
    CampaignStarted,
    CaseAdvanced,
    ContractSigned,
    MemberObjected,
    PlanAnswered,
    TeamChanged,
)
from mingjian.programme.facts import PlanningFacts
from mingjian.programme.handlers.applications import establish_when_signed
from mingjian.programme.handlers.surveys import (
    close_when_closed,
    remind_when_asked,
    send_when_started,
)
from mingjian.programme.handlers.team import (
    ask_when_left,
    name_team_when_changed,
    name_team_when_set,
    tell_when_objected,
)
from mingjian.programme.queries.names import ProgrammeNames
from mingjian.programme.seals import NoSeals, qualified_seals
from mingjian.programme.search import CaseSearch, GuideSearch
from mingjian.programme.services.imports.competence import QualificationsImport
from mingjian.programme.services.imports.questions import QuestionsImport
from mingjian.programme.services.imports.sites import SitesImport
from mingjian.programme.services.imports.training import TrainingImport
from mingjian.programme.work.applications import ApplicationWork
from mingjian.programme.work.cases import DueWindows, IctConfirmations, MissingFacts, ToolsToAssess
from mingjian.programme.work.invoices import InvoiceWork
from mingjian.programme.work.risk import OpenTreatments, OwedInformation
from mingjian.programme.work.rule_packs import WaitingPacks
from mingjian.programme.work.surveys import OpenSurveys, OverdueCampaigns
from mingjian.programme.work.team import EndingQualifications, LeftWork, OwedDeclarations
from mingjian.records import live as records_live
from mingjian.records.names import RecordNames
from mingjian.records.stores import RetainedEntries
from mingjian.rooms import live as rooms_live
from mingjian.rooms import stores as rooms_stores
from mingjian.rooms.events import EntryRefused, MicrophonesMuted, SessionEnded
from mingjian.rooms.handlers import (
    close_when_ended,
    mute_when_asked,
    plan_when_accepted,
    put_out_when_refused,
)
from mingjian.rooms.livekit import LiveKit
from mingjian.rooms.media import media_server
from mingjian.rooms.queries.names import RoomNames


def connect() -> None:
    """Plug every adapter into its port and subscribe every handler; called once at start."""
    root_key.plug(
        root_key_at(settings.ENVIRONMENT.root_key_url, settings.DATA / "keys" / "root.key")
    )
    blobs.plug(store_at(settings.ENVIRONMENT.storage_url, settings.DATA / "blobs"))
    virus_scanner.plug(scanner_at(settings.ENVIRONMENT.clamd_url))
    authority.plug(SessionAuthority())
    every_tenant.plug(tenant_ids)
    audit_roles.plug(TeamRoles())
    audit_registers.plug(CaseRegister())
    import_kinds.plug(PeopleImport, OrganisationsImport, CertificatesImport)
    import_kinds.plug(SitesImport, QualificationsImport, TrainingImport, QuestionsImport)
    case_facts.plug(PlanningFacts(), EvidenceFacts())
    qualified_seals.plug(NoSeals())
    media_server.plug(
        LiveKit(settings.ENVIRONMENT.media_url, settings.DATA / "keys" / "livekit.json")
    )
    name_sources.plug(IdentityNames(), ProgrammeNames(), RoomNames(), EvidenceNames())
    name_sources.plug(RecordNames())
    search_sources.plug(CaseSearch(), PeopleSearch(), OrganisationSearch())
    search_sources.plug(GuideSearch(), JournalSearch())
    work_sources.plug(ApplicationWork(), InvoiceWork())
    work_sources.plug(MissingFacts(), DueWindows(), ToolsToAssess(), IctConfirmations())
    work_sources.plug(EndingQualifications(), OwedDeclarations(), LeftWork())
    work_sources.plug(OpenSurveys(), OverdueCampaigns(), WaitingPacks())
    work_sources.plug(OpenTreatments(), OwedInformation())
    work_sources.plug(OwedEvidence(), AnswersToSee(), WaitingKeyExports(), WaitingKeyHolders())
    work_sources.plug(WaitingDeletions(), OwedUndertakings(), WaitingRecords())
    work_sources.plug(FailedJobs(), EndingRoles(), EndingEngagements(), UnopenedInvitations())
    sealed_contents.plug(EvidenceContents())
    deletable_stores.plug(*programme_stores.DELETABLE, *rooms_stores.DELETABLE)
    deletable_stores.plug(*evidence_stores.DELETABLE)
    retained_stores.plug(*evidence_stores.RETAINED, RetainedEntries())
    banner_sources.plug(IdleQueue(), UnverifiedJournal())
    feed.plug(entries)
    topics.plug(*identity_live.TOPICS, *programme_live.TOPICS, *journal_live.TOPICS)
    topics.plug(*application_live.TOPICS)
    topics.plug(*rooms_live.TOPICS)
    topics.plug(*evidence_live.TOPICS)
    topics.plug(*records_live.TOPICS)
    _subscribe()
    authentication_failed.connect(on_factor_refused, dispatch_uid="sign-in factors")


def _subscribe() -> None:
    """Every event and who reacts to it."""
    subscribe(CaseAdvanced, name_team_when_set)
    subscribe(TeamChanged, name_team_when_changed)
    subscribe(MemberObjected, tell_when_objected)
    subscribe(PersonDeactivated, ask_when_left)
    subscribe(ImportHandedOver, carry_on_when_handed_over)
    subscribe(JournalGrown, sign_when_grown)
    subscribe(VerificationRequested, verify_when_requested)
    subscribe(ContractSigned, establish_when_signed)
    subscribe(CampaignStarted, send_when_started)
    subscribe(CampaignReminded, remind_when_asked)
    subscribe(CampaignClosed, close_when_closed)
    subscribe(PlanAnswered, plan_when_accepted)
    subscribe(EntryRefused, put_out_when_refused)
    subscribe(MicrophonesMuted, mute_when_asked)
    subscribe(SessionEnded, close_when_ended)
    subscribe(EvidenceAsked, tell_when_asked)
    subscribe(EvidenceSealed, answer_when_sealed)
    subscribe(EvidenceSealed, examine_when_sealed)
    subscribe(EvidenceSealed, preview_when_held)
    subscribe(EvidenceExamined, preview_when_held)
    subscribe(DeletionOrdered, tell_when_ordered)
    subscribe(DeletionReleased, delete_when_released)
    subscribe(EvidenceProvided, take_when_provided)
    subscribe(EvidenceExamined, take_when_examined)
    subscribe(ListGiven, read_when_given)
    subscribe(DrawBegun, draw_when_begun)
