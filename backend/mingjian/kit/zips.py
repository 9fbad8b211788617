"""A ZIP that is written while it is sent."""

import io


class ZipSink(io.RawIOBase):
    """Takes what the archive writes and gives it away at once; it cannot seek, as no line can."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, block: "bytes | bytearray | memoryview", /) -> int:  # type: ignore[override]
        self._waiting += block
        return len(block)

    def drained(self) -> bytes:
        block = bytes(self._waiting)
        self._waiting.clear()
        return block
