"""What a certificate of deletion says; nothing in it is the client's content."""

from typing import Any

from mingjian.evidence.models import DeletionOrder
from mingjian.evidence.queries.inventories import inventory_lines
from mingjian.identity.models import Person, Tenant

FORMAT = "mingjian/deletion-certificate/v1"


def certificate_of(order: DeletionOrder) -> dict[str, Any]:
    """Of a verified order; the journal's proof is added when it is signed."""
    body = Tenant.objects.get(id=order.owner_id)
    items = order.inventory["items"]
    return {
        "format": FORMAT,
        "order": str(order.id),
        "audit": str(order.case_id),
        "number": order.case.number,
        "body": body.name,
        "client": order.case.client.name,
        "reason": order.reason,
        "steps": _steps(order),
        "inventory_sha256": order.inventory_sha256,
        "inventory": inventory_lines(order.inventory),
        "destroyed": [_named(each) for each in items if not each["ground"]],
        "kept": [_named(each) | {"ground": each["ground"]} for each in items if each["ground"]],
        "verification": {
            name: value for name, value in order.scan.items() if name not in {"residue", "opened"}
        },
    }


def _named(item: dict[str, Any]) -> dict[str, Any]:
    return {"code": f"E-{item['number']}", "size": item["size"], "sha256": item["sha256"]}


def _steps(order: DeletionOrder) -> list[dict[str, str]]:
    people = {
        "ordered": (order.ordered_by.name, order.ordered_at),
        "confirmed": (order.reviewed_name, order.reviewed_at),
        "approved": (_name(order.approved_by), order.approved_at),
        "released": (_name(order.released_by), order.released_at),
        "key_destroyed": ("", order.key_destroyed_at),
        "backups_expired": ("", order.horizon_at),
        "verified": ("", order.verified_at),
    }
    return [
        {"step": name, "at": at.isoformat(timespec="seconds"), "by": person}
        for name, (person, at) in people.items()
        if at is not None
    ]


def _name(person: Person | None) -> str:
    return person.name if person else ""
