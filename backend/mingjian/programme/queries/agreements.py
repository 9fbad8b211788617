"""Remote agreements of a case: the versions a viewer may see, and what their text is made of."""

from typing import Any
from uuid import UUID

from mingjian.identity.models import Tenant, TenantKind
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.words import Words
from mingjian.programme.models import (
    AgreementState,
    AuditCase,
    RemoteAgreement,
    Signature,
    SignatureSide,
)
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.contacts import coordinator_of
from mingjian.programme.queries.feasibility import contingency_of
from mingjian.programme.queries.signatures import signature_view, signatures_on
from mingjian.programme.queries.suitability import assessments, effective, place_of
from mingjian.programme.rules.agreement import Contact, Scene, Subject, Terms
from mingjian.programme.rules.contingency import rung
from mingjian.programme.rules.scene_suitability import Suitability, worst

AGREED = "remote_agreement"
"""The purpose of a signature under an agreement."""
MODES = {
    "on_site": Words("现场 FS01", "On site FS01"),
    "remote": Words("远程 FS02", "Remote FS02"),
    "hybrid": Words("混合 FS03", "Hybrid FS03"),
}
VERDICTS = {
    Suitability.REMOTE_OK: Words("可远程", "remote"),
    Suitability.LIMITED: Words("有限", "with limits"),
    Suitability.FORBIDDEN: Words("须现场", "on site"),
}


def agreements(viewer: Viewer, case: AuditCase) -> list[RemoteAgreement]:
    """All versions, the newest first; a client sees none before it is issued."""
    rows = RemoteAgreement.objects.filter(case__in=cases(viewer).filter(id=case.id).order_by())
    if viewer.tenant_kind == TenantKind.CLIENT:
        rows = rows.exclude(state=AgreementState.DRAFT)
    return list(rows.select_related("case__client").order_by("-number"))


def agreement_of(viewer: Viewer, agreement_id: UUID) -> RemoteAgreement:
    """One version that the viewer may see; 404 otherwise."""
    found = RemoteAgreement.objects.filter(id=agreement_id, case__in=cases(viewer).order_by())
    row = found.select_related("case__client").first()
    is_hidden = row is not None and row.state == AgreementState.DRAFT
    if row is None or (is_hidden and viewer.tenant_kind == TenantKind.CLIENT):
        raise NotFound
    return row


def agreements_view(viewer: Viewer, case: AuditCase) -> list[dict[str, Any]]:
    """The versions with their signatures."""
    return [agreement_view(row) for row in agreements(viewer, case)]


def agreement_view(row: RemoteAgreement) -> dict[str, Any]:
    signed = signatures_on(row, AGREED)
    names = ("id", "number", "state", "terms", "pdf_sha256", "issued_at", "in_force_at")
    return {
        **{name: getattr(row, name) for name in names},
        "change_reason": row.change_reason,
        "version": row.version,
        "signatures": [signature_view(each) for each in signed],
        "is_signed_by_body": SignatureSide.BODY in sides(signed),
        "is_signed_by_client": SignatureSide.CLIENT in sides(signed),
    }


def sides(signed: list[Signature]) -> set[str]:
    """Which of the two sides have signed."""
    return {each.side for each in signed}


def subject_of(viewer: Viewer, row: RemoteAgreement) -> Subject:
    """What the agreement says, from the case as it is now."""
    case, plan = row.case, contingency_of(viewer, row.case)
    coordinator = coordinator_of(viewer, case)
    days = f"{case.starts_on} – {case.ends_on}" if case.starts_on and case.ends_on else "—"
    return Subject(
        number=case.number,
        version=row.number,
        body=_name_of(Tenant.objects.get(id=row.owner_id)),
        client=_name_of(case.client),
        schemes=" + ".join(case.schemes),
        days=days,
        mode=MODES[case.mode],
        terms=Terms.of(row.terms),
        scenes=tuple(
            Scene(
                place=place_of(each),
                verdict=VERDICTS[Suitability(worst(effective(each).values()))],
                presentation=each.presentation,
            )
            for each in assessments(viewer, case)
        ),
        coordinator=Contact(name=coordinator.name, role="", phone=coordinator.phone)
        if coordinator
        else None,
        body_contacts=_contacts(plan.body_contacts if plan else []),
        client_contacts=_contacts(plan.client_contacts if plan else []),
        ladder=tuple(rung(step) for step in plan.ladder) if plan else (),
        decides=plan.decides if plan else "",
        reserve_dates=tuple(plan.reserve_dates) if plan else (),
        note=plan.note if plan else "",
    )


def _contacts(stored: list[dict[str, str]]) -> tuple[Contact, ...]:
    return tuple(
        Contact(name=each["name"], role=each.get("role", ""), phone=each["phone"])
        for each in stored
    )


def _name_of(tenant: Tenant) -> Words:
    return Words(tenant.name, tenant.name_en or tenant.name)
