"""Tree heads and proofs as text: c2sp.org/tlog-checkpoint and c2sp.org/tlog-proof."""

from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

HASH_BYTES = 32


def origin_of(owner_id: UUID) -> str:
    """The name of a tenant's log and of the key that signs it."""
    return f"mingjian/journal/{owner_id}"


@dataclass(frozen=True, slots=True)
class TreeHead:
    """What a checkpoint states: the log of this name had this root at this size."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"

    @staticmethod
    def parse(text: str) -> "TreeHead":
        """The head in ``text``; ``ValueError`` unless it is exactly as we write it."""
        try:
            origin, size, root, *extensions, end = text.split("\n")
            head = TreeHead(origin, int(size), b64decode(root, validate=True))
        except (BadBase64, ValueError) as error:
            raise ValueError("this is not a checkpoint") from error
        if extensions or end or str(head) != text or len(head.root) != HASH_BYTES:
            raise ValueError("this is not a checkpoint of ours")
        return head


def proof_text(index: int, hashes: Sequence[bytes], extra: bytes, note: str) -> str:
    """An inclusion proof that verifies offline; ``extra`` is the preimage of the leaf."""
    lines = ["c2sp.org/tlog-proof@v1", f"extra {b64encode(extra).decode()}", f"index {index}"]
    return "\n".join([*lines, *(b64encode(each).decode() for each in hashes), "", note])
