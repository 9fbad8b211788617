"""Writing an entry."""

import secrets
from uuid import UUID

from django.db import connection
from django.db.transaction import TransactionManagementError

from mingjian.journal.events import JournalGrown
from mingjian.journal.models import Entry, Head, Journalled, Node, Salt
from mingjian.journal.queries import StoredTree
from mingjian.journal.rules.commitment import SALT_BYTES, commitment
from mingjian.journal.rules.tree import TILE, TILE_LEVELS
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.outbox import announce

CHECKPOINT_EVERY = 1000
"""Entries after which a checkpoint does not wait for its minute."""

# One statement that takes the tenant's next number, creates the head on first use and
# holds its lock to the end of the transaction: gap-free under READ COMMITTED. The time
# never runs backwards within a journal, whatever the clock does.
_ADVANCE = """
INSERT INTO journal_head (owner_id, size, last_at) VALUES (%s, 1, %s)
ON CONFLICT (owner_id) DO UPDATE SET
    size = journal_head.size + 1,
    last_at = CASE WHEN journal_head.last_at < excluded.last_at
                   THEN excluded.last_at ELSE journal_head.last_at END
RETURNING owner_id, size, last_at
"""


def record(
    viewer: Viewer,
    action: str,
    row: Journalled,
    *,
    before: bytes = b"",
    reason: str = "",
    removed: bool = False,
) -> Entry:
    """Write down in the owner's journal what ``viewer`` did to ``row``.

    Call it as the last statement of the transaction that makes the change: the head row
    stays locked until that transaction ends, and other writers of the tenant wait for it.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("record() belongs into the transaction of the change")
    head = _advance(row)
    system = viewer.role == "SYS"
    entry = Entry(
        owner_id=head.owner_id,
        seq=head.size,
        at=head.last_at,
        actor=viewer.actor,
        actor_tenant=viewer.tenant_id,
        role=viewer.role,
        device="" if system else viewer.device[:200],
        cause=viewer.device[:200] if system else "",
        action=action,
        object_kind=row._meta.label_lower,
        object_id=row.id,
        concerns=row.concerns,
        before=before.hex(),
        after="" if removed else row.digest().hex(),
        reason=reason,
    )
    salt = secrets.token_hex(SALT_BYTES)
    entry.leaf = commitment(entry.event, salt).hex()
    entry.save(force_insert=True)
    Salt.objects.create(owner_id=entry.owner_id, seq=entry.seq, salt=salt)
    _complete_tiles(entry.owner_id, entry.seq)
    if entry.seq % CHECKPOINT_EVERY == 0:
        announce(JournalGrown(owner_id=entry.owner_id, size=entry.seq))
    return entry


def _advance(row: Journalled) -> Head:
    owner = Head._meta.pk.get_db_prep_value(row.owner_id, connection)
    [head] = Head.objects.raw(_ADVANCE, [owner, clock.now()])
    return head


def _complete_tiles(owner_id: UUID, size: int) -> None:
    """Store the subtrees that the entry number ``size`` completes: one in 256 does."""
    level = 0
    while size % TILE == 0:
        level, size = level + TILE_LEVELS, size // TILE
        hashed = StoredTree(owner_id).tile_root(level, size - 1)
        Node.objects.create(owner_id=owner_id, level=level, index=size - 1, hash=hashed.hex())
