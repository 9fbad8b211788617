"""What was packed together, and its files as a bag that is written while it is sent (S46)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Sum

from mingjian.evidence.models import Bundle, BundledItem, EvidenceItem, ItemState
from mingjian.evidence.queries.items import items, name_of_item
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.queries.requests import answers_of, request_of
from mingjian.identity.models import Tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.bags import Payload, safe_file_name, zipped_bag
from mingjian.kit.errors import NotFound
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases

LASTS = timedelta(minutes=15)
"""How long whoever packed a bundle may begin to download it."""
LETTER = "cover-letter.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which items: these, those of a request, of a line of the plan, or all that one may read."""

    item_ids: frozenset[UUID] = field(default_factory=frozenset)
    request_id: UUID | None = None
    plan_item_id: UUID | None = None


def selected(viewer: Viewer, case: AuditCase, selection: Selection) -> QuerySet[EvidenceItem]:
    """The items of a selection that the viewer may open now."""
    rows = items(viewer, case).filter(state=ItemState.HELD)
    if selection.item_ids:
        rows = rows.filter(id__in=selection.item_ids)
    if selection.request_id:
        request = request_of(viewer, selection.request_id)
        rows = rows.filter(id__in=answers_of(viewer, request).values("item_id"))
    if selection.plan_item_id:
        rows = rows.filter(plan_item_id=selection.plan_item_id)
    return rows.order_by("number")


def bundle_of(viewer: Viewer, bundle_id: UUID) -> Bundle:
    """A bundle of a case that the viewer reaches; 404 otherwise."""
    rows = Bundle.objects.filter(id=bundle_id, case__in=cases(viewer).order_by())
    row = rows.select_related("case__client", "broken_item").first()
    if row is None:
        raise NotFound
    return row


def contents_of(bundle: Bundle) -> list[BundledItem]:
    return list(bundle.contents.select_related("item__case").order_by("item__number"))


def is_downloadable(viewer: Viewer, bundle: Bundle) -> bool:
    """By whoever packed it, for some minutes; later it is packed anew, which is recorded."""
    is_theirs = bundle.packed_by_id is not None and bundle.packed_by_id == viewer.person_id
    return is_theirs and clock.now() <= bundle.packed_at + LASTS


def bundle_view(row: Bundle) -> dict[str, Any]:
    names = "id", "case_id", "code", "packed_name", "packed_at", "broken_code"
    return {
        **{name: getattr(row, name) for name in names},
        "href": f"/api/evidence/bundles/{row.id}/content",
        "file_name": file_name(row),
        "count": row.contents.count(),
        "size": row.contents.aggregate(Sum("size"))["size__sum"] or 0,
        "broken_item": row.broken_item.code if row.broken_item else "",
    }


def file_name(bundle: Bundle) -> str:
    return f"{stem_of(bundle)}.zip"


def stem_of(bundle: Bundle) -> str:
    return safe_file_name(bundle.code, bundle.case.number)


def name_in_bag(row: BundledItem) -> str:
    return safe_file_name(row.item.code, name_of_item(row.item))


def payload_of(row: BundledItem) -> Payload:
    """Opened now, so that the stream needs no database; raises what is wrong with the content."""
    reader = content_of(row.item)
    name = name_in_bag(row)
    return Payload(
        name=name, size=row.size, sha256=row.sha256, pieces=reader.iterate, ref=row.item_id
    )


def bag_of(bundle: Bundle, letter: str, extra: Mapping[str, str]) -> Iterator[bytes]:
    """The whole bundle; everything that the database knows is read before the first piece."""
    payloads = [payload_of(row) for row in contents_of(bundle)]
    body = Tenant.objects.get(id=bundle.owner_id)
    info = {
        "Source-Organization": body.name,
        "External-Identifier": f"{bundle.case.number} {bundle.code}",
        "Bagging-Date": bundle.packed_at.date().isoformat(),
        "Contact-Name": bundle.packed_name,
        "Bag-Software-Agent": "Mingjian",
        **extra,
    }
    notes = {LETTER: letter.encode()}
    return zipped_bag(stem_of(bundle), payloads, info=info, notes=notes, at=bundle.packed_at)
