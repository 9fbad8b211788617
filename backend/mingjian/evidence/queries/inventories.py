"""The inventory of a deletion: all that goes and all that stays, by id and hash, without a word."""

from typing import Any
from uuid import UUID

from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.queries.retention import grounds_of
from mingjian.evidence.rules.deletion import root_of
from mingjian.kit.crypto.cipher import HEADER
from mingjian.kit.deletion import deletable_stores, retained_stores
from mingjian.kit.storage import blobs

LISTED = ("id", "number", "kind", "size", "sha256", "profile")


def inventory_of(owner_id: UUID, case_id: UUID) -> dict[str, Any]:
    """What there is now; its hash is ``root``."""
    grounds = grounds_of(owner_id, case_id)
    rows = EvidenceItem.objects.filter(owner_id=owner_id, case_id=case_id)
    items = [
        _item(row, grounds.get(row.id, ""))
        for row in rows.exclude(state=ItemState.DESTROYED).order_by("number")
    ]
    goes = [
        {"code": each.code, "names": sorted(each.traces(owner_id, case_id))}
        for each in deletable_stores()
    ]
    stays = [
        {"code": each.code, "names": sorted(each.kept(owner_id, case_id))}
        for each in retained_stores()
    ]
    found: dict[str, Any] = {"items": items, "goes": goes, "stays": stays}
    return found | {"root": root_of(found)}


def _item(row: EvidenceItem, ground: str) -> dict[str, Any]:
    """``header`` begins the sealed file and commits to its key: what a scan tries keys on."""
    listed = {name: getattr(row, name) for name in LISTED} | {"id": str(row.id)}
    is_there = blobs().exists(row.path)
    header = blobs().read_range(row.path, 0, HEADER).hex() if is_there else ""
    return listed | {"ground": ground, "header": header}


def inventory_lines(inventory: dict[str, Any]) -> list[dict[str, Any]]:
    """One line per place: its title, and how many things go or stay."""
    titles = {each.code: each.title for each in deletable_stores()}
    titles |= {each.code: each.title for each in retained_stores()}
    return [
        {
            "code": place["code"],
            "zh": titles[place["code"]].zh if place["code"] in titles else place["code"],
            "en": titles[place["code"]].en if place["code"] in titles else place["code"],
            "count": len(place["names"]),
            "is_kept": kept,
        }
        for kept, name in ((False, "goes"), (True, "stays"))
        for place in inventory.get(name, ())
    ]
