"""Is it really gone? Every store is asked again, and every key that is left is tried."""

from typing import Any
from uuid import UUID

from mingjian.evidence.models import DeletionOrder
from mingjian.evidence.models.items import path_of
from mingjian.evidence.queries.openings import CONTENT
from mingjian.kit.crypto import SUITES
from mingjian.kit.crypto.cipher import ChunkCipher
from mingjian.kit.crypto.errors import CiphertextForeign
from mingjian.kit.deletion import deletable_stores
from mingjian.kit.keys.examination import is_tombstone, remaining_content_keys
from mingjian.kit.keys.services import derived_from

NAMED = 20


def scan_of(order: DeletionOrder) -> dict[str, Any]:
    """What was tried and found; ``is_clean`` says whether the deletion is proven."""
    owner_id, case_id = order.owner_id, order.case_id
    residue = {
        store.code: list(store.traces(owner_id, case_id))[:NAMED] for store in deletable_stores()
    }
    residue = {code: names for code, names in residue.items() if names}
    keys = list(remaining_content_keys())
    gone = [each for each in order.inventory["items"] if not each["ground"] and each["header"]]
    opened = [each["id"] for each in gone if any(_opens(each, owner_id, case_id, k) for k in keys)]
    is_destroyed = is_tombstone(owner_id, case_id)
    return {
        "residue": residue,
        "stores_asked": len(deletable_stores()),
        "keys_tried": len(keys),
        "items_tried": len(gone),
        "opened": opened[:NAMED],
        "key_is_destroyed": is_destroyed,
        "is_clean": is_destroyed and not residue and not opened,
    }


def _opens(item: dict[str, Any], owner_id: UUID, case_id: UUID, key: bytes) -> bool:
    """Whether the item's content could still be opened with this key, had somebody kept it."""
    item_id = UUID(item["id"])
    secret = derived_from(key, CONTENT, item_id)
    context = path_of(owner_id, case_id, item_id).encode()
    try:
        ChunkCipher.of(bytes.fromhex(item["header"]), secret, context, SUITES[item["profile"]])
    except CiphertextForeign:
        return False
    return True
