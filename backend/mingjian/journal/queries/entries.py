"""Entries as a viewer may see them, with names instead of ids."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from mingjian.journal.models import Entry, Head, Verification
from mingjian.kit.access import Grant, Viewer
from mingjian.kit.errors import NotFound, NotPermitted
from mingjian.kit.names import Reference, ids_named, names_of
from mingjian.kit.words import in_language

SORTABLE = {"at": "at", "seq": "seq", "action": "action"}
PERSON, TENANT = "identity.person", "identity.tenant"
SYSTEM = ("系统", "The system")
MOST_CHANGES = 500
SHOWN = [field.attname for field in Entry._meta.local_concrete_fields]


def entries(viewer: Viewer, grants: Sequence[Grant]) -> QuerySet[Entry]:
    """Entries in reach; with a narrowed right, one's own and those about one's organisation.

    What the own people did in another organisation's journal, such as adding a client's
    contact, is in reach too: a body answers for it.
    """
    if _is_unnarrowed(grants):
        abroad = Q(actor_tenant=viewer.tenant_id) & ~Q(actor_tenant=F("owner_id"))
        return Entry.objects.filter(Q(owner_id__in=viewer.owners) | abroad)
    rows = Entry.objects.filter(owner_id__in=viewer.owners)
    own = Q(actor=viewer.actor) | Q(concerns=viewer.tenant_id)
    if viewer.tenant_kind != "body":
        own |= Q(actor_tenant=viewer.tenant_id) | Q(owner_id=viewer.tenant_id)
    return rows.filter(own)


def narrowed(
    viewer: Viewer,
    rows: QuerySet[Entry],
    *,
    search: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    actor_id: UUID | None = None,
    **columns: Any,
) -> QuerySet[Entry]:
    """``rows`` with these columns, of this time, by this person; ``search`` is part of the
    reason or of the name of who did it or to what."""
    rows = rows.filter(**{name: value for name, value in columns.items() if value})
    if actor_id:
        rows = rows.filter(actor=f"person:{actor_id}")
    if since:
        rows = rows.filter(at__gte=since)
    if until:
        rows = rows.filter(at__lt=until)
    if search:
        ids = ids_named(viewer, search)
        who = Q(actor__in=[f"person:{each}" for each in ids])
        rows = rows.filter(who | Q(object_id__in=ids) | Q(reason__icontains=search))
    return rows


def entry(viewer: Viewer, grants: Sequence[Grant], owner_id: UUID, seq: int) -> Entry:
    row = entries(viewer, grants).filter(owner_id=owner_id, seq=seq).first()
    if row is None:
        raise NotFound
    return row


def journal_of(viewer: Viewer, owner_id: UUID | None) -> UUID:
    """The tenant whose journal is asked for: the own one, or another in reach."""
    owner_id = owner_id or viewer.tenant_id
    if owner_id not in viewer.owners:
        raise NotFound
    return owner_id


def whole_journal(viewer: Viewer, grants: Sequence[Grant], owner_id: UUID | None) -> UUID:
    """As :func:`journal_of`, for what reads every entry: not for a narrowed right."""
    if not _is_unnarrowed(grants):
        raise NotPermitted
    return journal_of(viewer, owner_id)


def verification(viewer: Viewer, grants: Sequence[Grant], verification_id: UUID) -> Verification:
    row = Verification.objects.filter(id=verification_id, owner_id__in=viewer.owners).first()
    if row is None:
        raise NotFound
    whole_journal(viewer, grants, row.owner_id)
    return row


def changes_since(owner_id: UUID, seq: int) -> list[tuple[int, str, UUID]]:
    """Number, kind and id of what changed after entry ``seq``: feeds the live updates."""
    rows = Entry.objects.filter(owner_id=owner_id, seq__gt=seq).order_by("seq")
    return list(rows.values_list("seq", "object_kind", "object_id")[:MOST_CHANGES])


def head(owner_id: UUID) -> int:
    """The number of the tenant's newest entry; 0 where there is none yet."""
    return Head.objects.filter(owner_id=owner_id).values_list("size", flat=True).first() or 0


def entry_views(viewer: Viewer, rows: Iterable[Entry]) -> list[dict[str, Any]]:
    """Entries as the API shows them; names are looked up once for all of them."""
    rows = list(rows)
    names = names_of(viewer, {reference for row in rows for reference in _references(row)})
    return [_view(row, names) for row in rows]


def _view(row: Entry, names: dict[Reference, str]) -> dict[str, Any]:
    is_system = row.actor.startswith("system:")
    return {
        **{column: getattr(row, column) for column in SHOWN},
        "actor_name": in_language(SYSTEM) if is_system else names.get(_person(row), ""),
        "actor_tenant_name": names.get((TENANT, row.actor_tenant), ""),
        "object_name": names.get((row.object_kind, row.object_id), ""),
    }


def _references(row: Entry) -> list[Reference]:
    return [_person(row), (TENANT, row.actor_tenant), (row.object_kind, row.object_id)]


def _person(row: Entry) -> Reference:
    """Who acted; nobody's id where that is no person."""
    key = row.actor.removeprefix("person:")
    try:
        return PERSON, UUID(key)
    except ValueError:
        return PERSON, UUID(int=0)


def _is_unnarrowed(grants: Sequence[Grant]) -> bool:
    return any(not grant.qualifier and grant.audit_id is None for grant in grants)
