"""A trust service for tests behind :data:`mingjian.programme.seals.qualified_seals`."""

import base64

from mingjian.programme.seals import Seal


class FakeSeals:
    """Seals whatever it is given and remembers it."""

    is_offered = True

    def __init__(self) -> None:
        self.sealed: list[tuple[bytes, str]] = []

    def seal(self, digest: bytes, *, name: str) -> Seal:
        self.sealed.append((digest, name))
        return Seal("fake", f"CN={name}", base64.b64encode(digest[::-1]).decode())
