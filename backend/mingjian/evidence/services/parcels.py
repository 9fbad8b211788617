"""Parcels: packed, sealed to a recipient whose key was checked, fetched, confirmed (S46)."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.parcels import (
    ParcelClosedError,
    RecipientKeyError,
    RecipientNotUsableError,
)
from mingjian.evidence.letters.parcels import send_parcel_link
from mingjian.evidence.models import Parcel
from mingjian.evidence.queries.bundles import Selection, bag_of
from mingjian.evidence.queries.cover_letters import LETTER, parcel_letter
from mingjian.evidence.queries.parcels import (
    check_open,
    opened_parcel,
    parcel_by_token,
    parcel_of,
    recipient_viewer,
)
from mingjian.evidence.queries.recipients import recipients
from mingjian.evidence.services.packing import checked_items, keep_bundle, watched
from mingjian.identity.links import hash_of, new_token, owner_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.age_files import age_recipient, sealed_to
from mingjian.kit.keys.sealed_texts import sealed_texts
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.services.cases import locked_case


def send_parcel(
    *,
    viewer: Viewer,
    case_id: UUID,
    selection: Selection,
    recipient_id: UUID,
    letter: str,
    days: int,
) -> tuple[Parcel, str]:
    """The parcel and its link, which is mailed and shown this once."""
    to = recipients(viewer, usable=True).filter(id=recipient_id).first()
    if to is None:
        raise RecipientNotUsableError
    rows = checked_items(viewer, case_id, selection)
    with transaction.atomic():
        locked_case(viewer, case_id)
        bundle = keep_bundle(viewer, case_id, rows)
        token = new_token(bundle.owner_id)
        parcel = Parcel(owner_id=bundle.owner_id, bundle=bundle, recipient=to, age_key=to.age_key)
        parcel.token_hash, parcel.expires_at = hash_of(token), clock.now() + timedelta(days=days)
        texts = {"letter": letter}
        parcel.sealed = sealed_texts(parcel.owner_id, case_id, parcel.id, LETTER, texts)
        parcel.save(force_insert=True)
        link = send_parcel_link(parcel, token)
        record(viewer, "parcel.sent", parcel)
    return parcel, link


def withdraw_parcel(*, viewer: Viewer, parcel_id: UUID, reason: str) -> Parcel:
    """The link opens nothing any more; what was fetched before stays where it is."""
    with transaction.atomic():
        row = _locked(parcel_of(viewer, parcel_id).id)
        if row.withdrawn_at:
            raise ParcelClosedError
        before = row.digest()
        row.withdrawn_at = clock.now()
        row.save(update_fields=["withdrawn_at"])
        record(viewer, "parcel.withdrawn", row, before=before, reason=reason)
    return row


def fetch_parcel(*, parcel_id: UUID, opening: str) -> tuple[Parcel, Iterator[bytes]]:
    """The sealed bag, made while it is sent; that it was sent to its end is recorded."""
    owner_id, row = opened_parcel(parcel_id, opening)
    viewer, key = recipient_viewer(owner_id, row.id), age_recipient(row.age_key)
    if key is None:
        raise RecipientKeyError
    with tenant_scope(viewer.owners):
        extra = {"External-Description": f"Parcel to {row.recipient.name}"}
        bag = bag_of(row.bundle, parcel_letter(row), extra)
        note_fetched = partial(_note_fetched, viewer, row.id)
    return row, watched(viewer, row.bundle, sealed_to(key, bag), note_fetched)


def confirm_parcel(*, token: str, name: str) -> Parcel:
    """The recipient says that it arrived, and who says so."""
    with tenant_scope({owner_of(token)}), transaction.atomic():
        row = _locked(parcel_by_token(token).id)
        check_open(row)
        if row.received_at is None:
            before = row.digest()
            row.received_at, row.received_name = clock.now(), name
            row.save(update_fields=["received_at", "received_name"])
            viewer = recipient_viewer(row.owner_id, row.id)
            record(viewer, "parcel.received", row, before=before, reason=name)
    return row


def _note_fetched(viewer: Viewer, parcel_id: UUID) -> None:
    with transaction.atomic():
        row = _locked(parcel_id)
        before = row.digest()
        row.fetched_at = row.fetched_at or clock.now()
        row.save(update_fields=["fetched_at"])
        record(viewer, "parcel.fetched", row, before=before)


def _locked(parcel_id: UUID) -> Parcel:
    rows = Parcel.objects.select_for_update(of=("self",))
    return rows.select_related("bundle__case", "recipient").get(id=parcel_id)
