"""The port for qualified seals: a trust service that seals a digest in a signer's name.

Without a trust service the platform offers drawn and typed signatures, each proven by its
journal entry; a body that has a contract with one plugs its adapter in here.
"""

from dataclasses import dataclass
from typing import Protocol

from mingjian.kit.ports import Port


@dataclass(frozen=True, slots=True)
class Seal:
    """What a trust service answers: who vouches, for which certificate, and the seal itself."""

    service: str
    certificate: str
    value: str
    """Base64 of the service's signature over the digest."""


class QualifiedSeals(Protocol):
    """A trust service (adapter: the body's choice)."""

    @property
    def is_offered(self) -> bool: ...

    def seal(self, digest: bytes, *, name: str) -> Seal: ...


class NoSeals:
    """No trust service is connected."""

    is_offered = False

    def seal(self, digest: bytes, *, name: str) -> Seal:
        raise NotImplementedError("nothing offers to seal")


qualified_seals: Port[QualifiedSeals] = Port("qualified_seals")
