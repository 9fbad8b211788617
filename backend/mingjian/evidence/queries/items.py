"""Evidence items, as a viewer may see them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from mingjian.evidence.models import EvidenceItem, ItemAssignment, ItemPreview, ItemState
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.kit.keys.sealed_texts import opened_texts
from mingjian.programme.models import AuditCase
from mingjian.programme.queries.cases import cases

TEXTS = "evidence.item"
"""The purpose under which an item's texts are sealed."""
THUMBNAIL = "thumbnail"
"""The part of a preview that the library shows."""

SORTABLE = {
    "number": "number",
    "kind": "kind",
    "origin": "origin",
    "state": "state",
    "size": "size",
    "received_at": "received_at",
    "effective_on": "effective_on",
}


def items(viewer: Viewer, case: AuditCase) -> QuerySet[EvidenceItem]:
    """Items of a case that the viewer reaches, the newest first.

    A technical expert sees what was assigned, a client's guest what it handed over itself.
    """
    rows = EvidenceItem.objects.filter(case=case).select_related(
        "case", "site", "plan_item", "preview"
    )
    own = Q(provided_by_id=viewer.person_id)
    if viewer.role == "TE":
        assigned = ItemAssignment.objects.filter(person_id__in=[viewer.person_id])
        rows = rows.filter(own | Q(id__in=assigned.values("item_id")))
    if viewer.role == "CG":
        rows = rows.filter(own)
    return rows.order_by("-number")


def narrowed(
    rows: QuerySet[EvidenceItem],
    *,
    kind: str = "",
    origin: str = "",
    retention: str = "",
    state: str = "",
    search: str = "",
    latest: bool = False,
) -> QuerySet[EvidenceItem]:
    """``rows`` with these columns; ``search`` is part of a name, a note or a clause;
    ``latest`` leaves out what a later version has replaced."""
    given = {"kind": kind, "origin": origin, "retention": retention, "state": state}
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    if latest:
        later = EvidenceItem.objects.filter(
            series=OuterRef("series"), edition__gt=OuterRef("edition")
        )
        rows = rows.filter(~Exists(later))
    if search:
        rows = rows.filter(id__in=list(_named(rows, search)))
    return rows


def item_of(viewer: Viewer, item_id: UUID) -> EvidenceItem:
    """One item the viewer reaches; 404 otherwise."""
    row = EvidenceItem.objects.filter(id=item_id, case__in=cases(viewer).order_by())
    found = row.select_related("case", "preview").first()
    if found is None:
        raise NotFound
    return found


def preview_of(row: EvidenceItem) -> ItemPreview | None:
    """What was drawn of the content; None while nobody has looked."""
    preview: ItemPreview | None = getattr(row, "preview", None)
    return preview


def has_thumbnail(row: EvidenceItem) -> bool:
    preview = preview_of(row)
    parts = preview.parts if preview and row.state == ItemState.HELD else []
    return bool(parts) and parts[0]["role"] == THUMBNAIL


def texts_of(row: EvidenceItem) -> dict[str, Any]:
    """Name, note and circumstances in clear; empty once the audit's key is gone."""
    return opened_texts(row.owner_id, row.case_id, row.id, TEXTS, row.sealed)


def name_of_item(row: EvidenceItem) -> str:
    """Its name, or what it is called where the name is gone."""
    return str(texts_of(row).get("name") or row.code)


def editions(row: EvidenceItem) -> list[EvidenceItem]:
    """Every version of the same document, the newest first."""
    return list(EvidenceItem.objects.filter(series=row.series).order_by("-edition"))


def entries_view(row: EvidenceItem) -> dict[str, Any]:
    """What people may change of an item: the part that a stale form is compared with."""
    texts = texts_of(row)
    names = ("retention", "site_id", "plan_item_id", "clauses", "effective_on", "version")
    return {
        **{name: getattr(row, name) for name in names},
        "name": texts.get("name", ""),
        "note": texts.get("note", ""),
    }


def item_view(row: EvidenceItem) -> dict[str, Any]:
    """An item as a line of the library."""
    names = (
        "id",
        "case_id",
        "code",
        "kind",
        "origin",
        "state",
        "media_type",
        "size",
        "sha256",
        "sm3",
        "original_sha256",
        "redactions",
        "profile",
        "series",
        "edition",
        "arose_at",
        "received_at",
        "provided_by_id",
        "provided_name",
    )
    return {
        **{name: getattr(row, name) for name in names},
        **entries_view(row),
        "site": row.site.name if row.site else "",
        "plan_item": row.plan_item.title if row.plan_item else "",
        "is_readable": row.state == ItemState.HELD,
        "thumbnail": f"/api/evidence/items/{row.id}/thumbnail" if has_thumbnail(row) else "",
    }


def whole_view(row: EvidenceItem) -> dict[str, Any]:
    """An item with its circumstances, its versions and the experts to whom it was given."""
    return {
        **item_view(row),
        "circumstances": texts_of(row).get("circumstances", {}),
        "editions": [{name: getattr(each, name) for name in EDITION} for each in editions(row)],
        "assigned_to": [
            {"person_id": each.person_id, "name": each.person.name}
            for each in row.assignments.select_related("person").order_by("assigned_at")
        ],
    }


EDITION = ("id", "code", "edition", "sha256", "size", "received_at", "provided_name", "state")


def _named(rows: QuerySet[EvidenceItem], text: str) -> Iterator[UUID]:
    """Names are sealed, so an audit's items are opened one by one."""
    wanted = text.casefold()
    for row in rows.iterator():
        texts = texts_of(row)
        searched = [row.code, texts.get("name", ""), texts.get("note", ""), row.provided_name]
        searched += [clause["clause"] for clause in row.clauses]
        if any(wanted in each.casefold() for each in searched):
            yield row.id
