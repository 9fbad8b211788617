"""Rule packs in force: which edition of a document's rule data holds for a body on a day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from mingjian.identity.models import TenantKind
from mingjian.identity.queries.tenants import own_tenant
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.rule_packs import NoRulePackError
from mingjian.programme.models import PackState, RulePack
from mingjian.programme.rules.audit_time import Rulebook
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.packs.shipped import shipped_packs


def pack(viewer: Viewer, code: str, on: date | None = None, *, owner: UUID | None = None) -> Pack:
    """The edition of ``code`` that holds on a day (today, by the clock of the viewer's body).

    The body's own released editions come before the shipped ones; ``owner`` names the body where
    the viewer is not of it. Raises :class:`NoRulePackError` where none holds.
    """
    day = on or clock.today(own_tenant(viewer).zone)
    found = _in_force(_released(owner or viewer.tenant_id, code), day) or _in_force(
        (each for each in shipped_packs() if each.code == code), day
    )
    if found is None:
        raise NoRulePackError(pack=code, on=day.isoformat())
    return found


def rulebook(
    viewer: Viewer, codes: Iterable[str], on: date | None = None, *, owner: UUID | None = None
) -> Rulebook:
    """Packs of several documents on one day."""
    return Rulebook({code: pack(viewer, code, on, owner=owner) for code in codes})


def packs_by_stamp(stamps: Iterable[str], owner: UUID) -> dict[str, Pack]:
    """Stamp → pack, of whatever the body ever used: results are replayed under these."""
    wanted = set(stamps)
    shipped = {each.stamp: each for each in shipped_packs() if each.stamp in wanted}
    rows = RulePack.objects.filter(owner_id=owner, stamp__in=wanted - set(shipped))
    return shipped | {row.stamp: Pack.of(row.content) for row in rows}


def rule_pack_rows(viewer: Viewer) -> list[RulePack]:
    """The viewer's body's own editions; for an authority those of the bodies it oversees."""
    rows = RulePack.objects.select_related("author", "released_by").order_by("created_at", "id")
    if viewer.tenant_kind == TenantKind.AUTHORITY:
        return list(rows.filter(owner_id__in=viewer.owners))
    return list(rows.filter(owner_id=viewer.tenant_id))


def row_of(viewer: Viewer, pack_id: UUID) -> RulePack:
    """One edition of the body's own; 404 otherwise."""
    found = next((row for row in rule_pack_rows(viewer) if row.id == pack_id), None)
    if found is None:
        raise NotFound
    return found


def digest_of(stamp: str) -> str:
    return stamp.rsplit("#", 1)[1]


def pack_and_row(viewer: Viewer, key: str) -> tuple[Pack, RulePack | None]:
    """By a row's id, or by the digest at the end of a shipped edition's stamp."""
    row = next((row for row in rule_pack_rows(viewer) if str(row.id) == key), None)
    if row is not None:
        return Pack.of(row.content), row
    shipped = next((each for each in shipped_packs() if digest_of(each.stamp) == key), None)
    if shipped is None:
        raise NotFound
    return shipped, None


def summary_view(found: Pack, row: RulePack | None, *, is_in_force: bool) -> dict[str, Any]:
    """An edition as a line of the list."""
    return {
        "key": str(row.id) if row else digest_of(found.stamp),
        "code": found.code,
        "edition": found.edition,
        "stamp": found.stamp,
        "jurisdiction": found.jurisdiction,
        "title": found.title,
        "effective_from": row.effective_from if row else found.effective_from,
        "effective_to": row.effective_to if row else found.effective_to,
        "source": found.source_tag,
        "state": row.state if row else "shipped",
        "is_in_force": is_in_force,
    }


def pack_list(viewer: Viewer) -> list[dict[str, Any]]:
    """Every edition, shipped or the body's own, by document and day."""
    today = clock.today(own_tenant(viewer).zone)
    rows = {each: Pack.of(each.content) for each in rule_pack_rows(viewer)}
    every: list[tuple[Pack, RulePack | None]] = [(each, None) for each in shipped_packs()]
    every += [(found, row) for row, found in rows.items()]
    force = {code: _stamp_in_force(viewer, code, today) for code in {p.code for p, _ in every}}
    views = [
        summary_view(
            found,
            row,
            is_in_force=force[found.code] == found.stamp
            and (row is None or row.state != PackState.DRAFT),
        )
        for found, row in every
    ]
    return sorted(views, key=lambda view: (view["code"], view["effective_from"]))


def row_view(row: RulePack) -> dict[str, Any]:
    """What people enter of a draft: the part that a stale form is compared with."""
    return {"id": row.id, "content": row.content, "version": row.version}


def _stamp_in_force(viewer: Viewer, code: str, day: date) -> str:
    try:
        return pack(viewer, code, day).stamp
    except NoRulePackError:
        return ""


def _released(owner: UUID, code: str) -> list[Pack]:
    rows = RulePack.objects.filter(owner_id=owner, code=code).exclude(state=PackState.DRAFT)
    return [
        replace(
            Pack.of(row.content),
            effective_from=row.effective_from,
            effective_to=row.effective_to,
        )
        for row in rows
    ]


def _in_force(packs: Iterable[Pack], day: date) -> Pack | None:
    covering = [each for each in packs if each.covers(day)]
    return max(covering, key=lambda each: each.effective_from, default=None)
