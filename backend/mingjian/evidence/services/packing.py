"""Packing evidence: checked, recorded for each item, then sent as a bag piece by piece (S46)."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.db import transaction

from mingjian.evidence.errors.parcels import (
    BundleLinkExpiredError,
    ItemNotIntactError,
    NothingToPackError,
    TooMuchToPackError,
)
from mingjian.evidence.models import Bundle, BundledItem, EvidenceItem
from mingjian.evidence.queries.bundles import (
    Selection,
    bag_of,
    bundle_of,
    is_downloadable,
    selected,
)
from mingjian.evidence.queries.cover_letters import cover_letter
from mingjian.evidence.queries.items import name_of_item
from mingjian.evidence.queries.numbers import next_number
from mingjian.evidence.queries.openings import content_of
from mingjian.identity.services.editing import name_of
from mingjian.journal.queries.rows import is_as_journalled
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.bags import BagBroken
from mingjian.kit.errors import MingjianError
from mingjian.kit.tenancy import tenant_scope
from mingjian.kit.words import in_language
from mingjian.programme.queries.cases import case_of
from mingjian.programme.services.cases import locked_case

MOST = 500
OTHER_ROW = "记录与日志不符", "the record is not what the journal says"
OTHER_SIZE = "内容长度与封存时不符", "the content is not as long as what was sealed"


def pack_items(*, viewer: Viewer, case_id: UUID, selection: Selection) -> Bundle:
    """Write down what is about to be downloaded, item by item, before a byte leaves."""
    rows = checked_items(viewer, case_id, selection)
    with transaction.atomic():
        locked_case(viewer, case_id)
        return keep_bundle(viewer, case_id, rows)


def checked_items(viewer: Viewer, case_id: UUID, selection: Selection) -> list[EvidenceItem]:
    """The items of a selection; refused with the name of the first that is not what was sealed.

    Rows, lengths, keys and the ends of the sealed files are compared here; every byte is hashed
    while it is sent.
    """
    rows = list(selected(viewer, case_of(viewer, case_id), selection)[: MOST + 1])
    if not rows or len(rows) < len(selection.item_ids):
        raise NothingToPackError
    if len(rows) > MOST:
        raise TooMuchToPackError(most=MOST)
    for row in rows:
        fault = _fault(row)
        if fault:
            raise ItemNotIntactError(item=f"{row.code} {name_of_item(row)}", fault=fault)
    return rows


def keep_bundle(viewer: Viewer, case_id: UUID, rows: list[EvidenceItem]) -> Bundle:
    """Inside the caller's transaction, whose case is locked."""
    bundle = Bundle(owner_id=rows[0].owner_id, case_id=case_id)
    bundle.number = next_number(Bundle.objects.filter(case_id=case_id))
    bundle.packed_by_id, bundle.packed_name = viewer.person_id, name_of(viewer)
    bundle.save(force_insert=True)
    for row in rows:
        packed = BundledItem(owner_id=row.owner_id, bundle=bundle, item=row)
        packed.sha256, packed.size = row.sha256, row.size
        packed.save(force_insert=True)
        record(viewer, "evidence.packed", packed)
    record(viewer, "bundle.packed", bundle)
    return bundle


def download(*, viewer: Viewer, bundle_id: UUID) -> Iterator[bytes]:
    """The bundle for whoever packed it some minutes ago."""
    bundle = bundle_of(viewer, bundle_id)
    if not is_downloadable(viewer, bundle):
        raise BundleLinkExpiredError
    return watched(viewer, bundle, bag_of(bundle, cover_letter(bundle), {}))


def watched(
    viewer: Viewer,
    bundle: Bundle,
    pieces: Iterator[bytes],
    then: Callable[[], object] = lambda: None,
) -> Iterator[bytes]:
    """``pieces``; an item that is not what was sealed ends them, and its name is recorded."""
    try:
        yield from pieces
    except BagBroken as broken:
        with tenant_scope(viewer.owners):
            _note_broken(viewer, bundle.id, broken)
        raise
    with tenant_scope(viewer.owners):
        then()


def _note_broken(viewer: Viewer, bundle_id: UUID, broken: BagBroken) -> None:
    with transaction.atomic():
        rows = Bundle.objects.select_for_update(of=("self",)).select_related("case")
        bundle = rows.get(id=bundle_id)
        before = bundle.digest()
        item = bundle.contents.select_related("item").get(item_id=broken.payload.ref).item
        bundle.broken_item, bundle.broken_code = item, broken.code
        bundle.save(update_fields=["broken_item", "broken_code"])
        record(viewer, "bundle.broken", bundle, before=before, reason=f"{item.code}: {broken.code}")


def _fault(row: EvidenceItem) -> str:
    if not is_as_journalled(row):
        return in_language(OTHER_ROW)
    try:
        size = content_of(row).size
    except MingjianError as fault:
        return fault.message
    return "" if size == row.size else in_language(OTHER_SIZE)
