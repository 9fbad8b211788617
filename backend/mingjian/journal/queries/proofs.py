"""Proofs that a third party can check without us."""

from dataclasses import dataclass
from uuid import UUID

from mingjian.journal.errors import NothingToCompare, NotYetSigned
from mingjian.journal.models import Checkpoint, Entry, Head, Salt
from mingjian.journal.queries.stored_tree import StoredTree
from mingjian.journal.rules.checkpoints import origin_of, proof_text
from mingjian.journal.rules.commitment import preimage
from mingjian.journal.rules.notes import verifier_key
from mingjian.kit.keys.services import signing_key


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """That an entry is in the signed tree; ``text`` is a ``.tlog-proof`` file."""

    index: int
    size: int
    leaf: str
    hashes: list[str]
    text: str


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """That the tree of size ``second`` begins with the one of size ``first``."""

    first: int
    second: int
    first_root: str
    second_root: str
    hashes: list[str]


def newest_checkpoint(owner_id: UUID) -> Checkpoint:
    checkpoint = Checkpoint.objects.filter(owner_id=owner_id).first()
    if checkpoint is None:
        raise NotYetSigned
    return checkpoint


def inclusion_proof(entry: Entry) -> InclusionProof:
    """Against the newest checkpoint."""
    checkpoint = newest_checkpoint(entry.owner_id)
    if entry.seq > checkpoint.size:
        raise NotYetSigned
    index = entry.seq - 1
    hashes = StoredTree(entry.owner_id).inclusion_proof(index, checkpoint.size)
    salt = Salt.objects.filter(owner_id=entry.owner_id, seq=entry.seq).first()
    extra = preimage(entry.event, salt.salt) if salt else b""
    return InclusionProof(
        index=index,
        size=checkpoint.size,
        leaf=entry.leaf,
        hashes=[each.hex() for each in hashes],
        text=proof_text(index, hashes, extra, checkpoint.note),
    )


def consistency_proof(owner_id: UUID, first: int, second: int | None) -> ConsistencyProof:
    """Between two sizes; without ``second``, up to the newest checkpoint."""
    second = second or newest_checkpoint(owner_id).size
    head = Head.objects.filter(owner_id=owner_id).first()
    if not 0 < first <= second <= (head.size if head else 0):
        raise NothingToCompare(first=first, second=second)
    tree = StoredTree(owner_id)
    return ConsistencyProof(
        first=first,
        second=second,
        first_root=tree.root(first).hex(),
        second_root=tree.root(second).hex(),
        hashes=[each.hex() for each in tree.consistency_proof(first, second)],
    )


def public_key(owner_id: UUID) -> str:
    """The verifier key (*vkey*) of the tenant's checkpoints."""
    return verifier_key(origin_of(owner_id), signing_key(owner_id).public_key())
