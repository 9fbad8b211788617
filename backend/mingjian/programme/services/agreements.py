"""The remote agreement: drafted, issued as four documents, signed by both sides (S10)."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce
from mingjian.kit.words import Words
from mingjian.programme.errors.feasibility import (
    AgreementNotReadyError,
    AgreementReasonError,
    AgreementStateError,
    MediaUnknownError,
)
from mingjian.programme.events import AgreementInForce, AgreementIssued
from mingjian.programme.letters.agreements import IN_FORCE, TO_BE_SIGNED, send_agreement
from mingjian.programme.models import AgreementState, RemoteAgreement, SignatureSide
from mingjian.programme.queries.agreements import (
    AGREED,
    agreement_of,
    agreement_view,
    sides,
    subject_of,
)
from mingjian.programme.queries.contacts import coordinator_of
from mingjian.programme.queries.feasibility import contingency_of, contingency_view
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.signatures import signatures_on
from mingjian.programme.rules.agreement import MEDIA, Subject, Terms
from mingjian.programme.rules.scene_suitability import CODE
from mingjian.programme.services.agreement_documents import document_of, store_documents
from mingjian.programme.services.cases import locked_case
from mingjian.programme.services.signatures import sign

TOOLS = "明鉴在线会议室（视频、屏幕共享、文件传输）"
WANTED = {
    "coordinator": Words("客户审核协调员", "the client's audit coordinator"),
    "scenes": Words("要审核的场景", "the scenes to be audited"),
    "tools": Words("约定的平台和工具", "the agreed platform and tools"),
}


def draft_agreement(*, viewer: Viewer, case_id: UUID, reason: str = "") -> RemoteAgreement:
    """The next version, with the terms of the one before; after the first it takes a reason."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        earlier = RemoteAgreement.objects.filter(case=case).order_by("-number").first()
        if earlier and earlier.state == AgreementState.DRAFT:
            raise AgreementStateError(state=earlier.get_state_display())
        if earlier and not reason:
            raise AgreementReasonError
        row = RemoteAgreement(
            owner_id=case.owner_id,
            case=case,
            number=earlier.number + 1 if earlier else 1,
            terms=earlier.terms if earlier else _first_terms(viewer).stored(),
            change_reason=reason,
            changed_by=name_of(viewer),
        )
        row.save(force_insert=True)
        record(viewer, "agreement.drafted", row, reason=reason)
    return row


def update_agreement(
    *, viewer: Viewer, agreement_id: UUID, version: int, values: Mapping[str, Any]
) -> RemoteAgreement:
    """Change the terms of a draft."""
    if not set(values.get("media", ())) <= set(MEDIA):
        raise MediaUnknownError
    with transaction.atomic():
        row = _locked(viewer, agreement_id, AgreementState.DRAFT)
        terms = Terms.of({**row.terms, **values}).stored()
        before = change(
            row,
            viewer=viewer,
            version=version,
            values={"terms": terms},
            view=agreement_view,
        )
        record(viewer, "agreement.changed", row, before=before)
    return row


def issue_agreement(*, viewer: Viewer, agreement_id: UUID, version: int) -> RemoteAgreement:
    """Fix the text: two PDFs and two Word files are made and stored, then both sides may sign."""
    draft = agreement_of(viewer, agreement_id)
    subject = subject_of(viewer, draft)
    _check_ready(viewer, draft, subject)
    stored = store_documents(viewer, subject)
    with transaction.atomic():
        row = _locked(viewer, agreement_id, AgreementState.DRAFT)
        values = {
            "state": AgreementState.ISSUED,
            "issued_at": clock.now(),
            "content": asdict(subject),
            **stored,
        }
        before = change(
            row,
            viewer=viewer,
            version=version,
            values=values,
            view=agreement_view,
        )
        _supersede(viewer, row, AgreementState.ISSUED)
        send_agreement(row, coordinator_of(viewer, row.case), TO_BE_SIGNED)
        announce(AgreementIssued(owner_id=row.owner_id, case_id=row.case_id, agreement_id=row.id))
        record(viewer, "agreement.issued", row, before=before)
    return row


def sign_agreement(
    *,
    viewer: Viewer,
    agreement_id: UUID,
    name: str,
    method: str,
    strokes: str = "",
) -> RemoteAgreement:
    """For the side in which the viewer acts; the second signature brings it into force."""
    row = agreement_of(viewer, agreement_id)
    if row.state != AgreementState.ISSUED:
        raise AgreementStateError(state=row.get_state_display())
    content = document_of(viewer, row, "zh", "pdf")
    sign(
        viewer=viewer,
        subject=row,
        purpose=AGREED,
        content=content,
        name=name,
        method=method,
        strokes=strokes,
    )
    return _settle(viewer, agreement_id)


def _settle(viewer: Viewer, agreement_id: UUID) -> RemoteAgreement:
    """In force once both sides have signed; the version before it is superseded."""
    with transaction.atomic():
        row = _locked(viewer, agreement_id, AgreementState.ISSUED)
        if len(sides(signatures_on(row, AGREED))) < len(SignatureSide):
            return row
        _supersede(viewer, row, AgreementState.IN_FORCE)
        before = row.digest()
        row.state, row.in_force_at = AgreementState.IN_FORCE, clock.now()
        row.version += 1
        row.save()
        send_agreement(row, row.case.programme.manager, IN_FORCE)
        send_agreement(row, coordinator_of(viewer, row.case), IN_FORCE)
        announce(AgreementInForce(owner_id=row.owner_id, case_id=row.case_id, agreement_id=row.id))
        record(viewer, "agreement.in_force", row, before=before)
    return row


def _supersede(viewer: Viewer, by: RemoteAgreement, state: str) -> None:
    for row in RemoteAgreement.objects.filter(case=by.case, state=state).exclude(id=by.id):
        before = row.digest()
        row.state = AgreementState.SUPERSEDED
        row.version += 1
        row.save()
        record(viewer, "agreement.superseded", row, before=before)


def _locked(viewer: Viewer, agreement_id: UUID, state: str) -> RemoteAgreement:
    found = agreement_of(viewer, agreement_id)
    locked_case(viewer, found.case_id)
    rows = RemoteAgreement.objects.select_for_update(of=("self",))
    row = rows.select_related("case__client", "case__programme__manager").get(id=agreement_id)
    if row.state != state:
        raise AgreementStateError(state=row.get_state_display())
    return row


def _first_terms(viewer: Viewer) -> Terms:
    rules = pack(viewer, CODE).parameters
    return Terms(
        tools=TOOLS,
        delete_within_days=rules["delete_within_days"],
        record_years=rules["record_years"],
    )


def _check_ready(viewer: Viewer, draft: RemoteAgreement, subject: Subject) -> None:
    there = {
        "coordinator": subject.coordinator is not None,
        "scenes": bool(subject.scenes),
        "tools": bool(subject.terms.tools),
    }
    lacking = [WANTED[name] for name, is_there in there.items() if not is_there]
    lacking += contingency_view(contingency_of(viewer, draft.case))["missing"]
    if lacking:
        raise AgreementNotReadyError(missing="；".join(str(words) for words in lacking))
