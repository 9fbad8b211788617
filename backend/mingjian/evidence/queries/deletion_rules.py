"""The rules of retention that hold for a body on a day, and the wording of confidentiality."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from mingjian.evidence.rules.deletion import due_on
from mingjian.identity.models import Tenant
from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.models import AgreementState, AuditCase, RemoteAgreement
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.rules.case_states import CLOSED
from mingjian.programme.rules.packs import Pack

RETENTION, CONFIDENTIALITY = "retention", "confidentiality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The undertaking of both sides, and which edition it is of."""

    stamp: str
    body: Words
    client: Words


def retention_rules(viewer: Viewer, case: AuditCase) -> Pack:
    return pack(viewer, RETENTION, owner=case.owner_id)


def wording_of(viewer: Viewer, case: AuditCase) -> Wording:
    found = pack(viewer, CONFIDENTIALITY, owner=case.owner_id)
    return Wording(
        stamp=found.stamp,
        body=Words(**found.parameters["body_undertaking"]),
        client=Words(**found.parameters["client_undertaking"]),
    )


def due_day(viewer: Viewer, case: AuditCase) -> date | None:
    """When the client's evidence is due for deletion: as agreed, else by the rules."""
    if case.state not in CLOSED:
        return None
    agreed = RemoteAgreement.objects.filter(case=case, state=AgreementState.IN_FORCE).first()
    days = agreed.terms.get("delete_within_days") if agreed else None
    ended = case.state_at.astimezone(ZoneInfo(zone(case))).date()
    return due_on(ended, days or retention_rules(viewer, case).parameters["evidence_days"])


def zone(case: AuditCase) -> str:
    """Of the body: days are counted by its calendar."""
    return Tenant.objects.values_list("zone", flat=True).get(id=case.owner_id)
