"""The certificate of a deletion: PDF/A for people, JSON with the journal's proof for machines."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.evidence.documents.deletion_certificate import MEDIA_TYPE, certificate_document
from mingjian.evidence.letters.deletions import send_certificate
from mingjian.evidence.models import DeletionOrder, OrderState
from mingjian.evidence.queries.certificates import certificate_of
from mingjian.journal.models import Entry
from mingjian.journal.queries.proofs import inclusion_proof, public_key
from mingjian.journal.services import record, sign_checkpoint
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.files.services import store_document
from mingjian.programme.queries.contacts import client_contacts

VERIFIED = "deletion.verified"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Made outside the transaction: signing and typesetting take their time."""

    text: str
    pdf: bytes


def made_certificate(*, viewer: Viewer, order: DeletionOrder) -> Certificate:
    """With the proof that the verification's entry is in the signed journal."""
    sign_checkpoint(order.owner_id)
    entries = Entry.objects.filter(
        owner_id=order.owner_id, object_id=order.id, action=VERIFIED
    ).order_by("-seq")
    entry = entries[0]
    proof = inclusion_proof(entry)
    told: dict[str, Any] = certificate_of(order) | {
        "journal": {
            "entry": entry.seq,
            "leaf": proof.leaf,
            "tree_size": proof.size,
            "inclusion_hashes": proof.hashes,
            "proof": proof.text,
            "verifier_key": public_key(order.owner_id),
        }
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    made_at = int((order.verified_at or clock.now()).timestamp())
    return Certificate(text, certificate_document(told, digest=digest(text), made_at=made_at))


def certify(*, viewer: Viewer, order_id: UUID, made: Certificate) -> DeletionOrder:
    """Keep it, send it to the client, and close the order."""
    with transaction.atomic():
        rows = DeletionOrder.objects.select_for_update(of=("self",)).select_related("case__client")
        order = rows.get(owner_id=viewer.tenant_id, id=order_id)
        if order.state != OrderState.VERIFIED:
            return order
        before = order.digest()
        name = f"deletion-certificate-{order.case.number}.pdf"
        file = store_document(viewer=viewer, name=name, media_type=MEDIA_TYPE, content=made.pdf)
        order.pdf_id, order.certificate = file.id, made.text
        order.certificate_sha256 = digest(made.text)
        order.state, order.certified_at = OrderState.DELETED, clock.now()
        order.save()
        for person in client_contacts(viewer, order.case):
            send_certificate(person, order)
        record(viewer, "deletion.certified", order, before=before)
    return order


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
