"""age files (age-encryption.org) while they are sent: sealed to somebody outside, unread here."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from queue import Full, Queue
from threading import Event, Thread

from pyrage import RecipientError, encrypt_io
from pyrage.x25519 import Recipient

WAITING_PIECES = 4
LOOK_UP_SECONDS = 0.2


def age_recipient(text: str) -> Recipient | None:
    """An age public key; None where it is none."""
    try:
        return Recipient.from_str(text)
    except RecipientError:
        return None


def fingerprint(key: str) -> str:
    """What two people read to each other: 128 bits of the key's SHA-256, in groups of four."""
    digest = hashlib.sha256(key.strip().encode()).hexdigest()[:32].upper()
    return " ".join(digest[place : place + 4] for place in range(0, len(digest), 4))


def sealed_to(recipient: Recipient, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """``pieces`` as an age file, in bounded memory.

    The library pulls from a file and pushes into another, a web server pulls; so the sealing
    runs in a thread of its own, a few pieces ahead. Where ``pieces`` fails the file stays without
    its end, which no age program opens.
    """
    target = _Target()
    sealing = Thread(target=_seal, args=(recipient, _Source(pieces), target), daemon=True)
    sealing.start()
    try:
        yield from target.pieces()
    finally:
        target.stop()
        sealing.join()


def _seal(recipient: Recipient, source: "_Source", target: "_Target") -> None:
    failure: BaseException | None = None
    try:
        encrypt_io(source, target, [recipient])
    except BaseException as caught:  # noqa: BLE001  (told to whoever reads)
        failure = source.failure or caught
    with suppress(BrokenPipeError):  # nobody reads any more
        target.end(failure)


class _Source:
    """The pieces as a file to read from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, b""
        self.failure: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            while not self._rest:
                self._rest = next(self._pieces)
        except StopIteration:
            return b""
        except BaseException as caught:
            self.failure = caught
            raise
        block, self._rest = self._rest[:size], self._rest[size:]
        return block


class _Target:
    """A file to write to, read from another thread."""

    def __init__(self) -> None:
        self._queue: Queue[bytes | BaseException | None] = Queue(WAITING_PIECES)
        self._stopped = Event()

    def write(self, block: bytes) -> int:
        self._put(bytes(block))
        return len(block)

    def flush(self) -> None:
        """Every block is on its way already."""

    def end(self, failure: BaseException | None) -> None:
        if not self._stopped.is_set():
            self._put(failure)

    def stop(self) -> None:
        """Nobody reads any more."""
        self._stopped.set()

    def pieces(self) -> Iterator[bytes]:
        while (piece := self._queue.get()) is not None:
            if isinstance(piece, BaseException):
                raise piece
            yield piece

    def _put(self, piece: bytes | BaseException | None) -> None:
        while not self._stopped.is_set():
            try:
                return self._queue.put(piece, timeout=LOOK_UP_SECONDS)
            except Full:
                continue
        raise BrokenPipeError
