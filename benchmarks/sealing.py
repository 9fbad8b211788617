"""Sealing a file beside pyrage (age) and ``cp``, and reading anywhere in a sealed one.

CPU time, user and system, because that is what a shared machine can compare; the sides
take turns, five rounds in changing order, and the medians are compared.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "backend"))

from figures import figure, peer_missing
from mingjian.kit.crypto import SealedReader, encrypt, seal, sealed_size
from mingjian.kit.crypto.cipher import ChunkCipher
from mingjian.kit.storage import BlobFile, LocalStore
from mingjian.kit.storage.local import reserve

MEBIBYTE = 1 << 20
SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1024
ROUNDS, READS, RANGE = 5, 2000, 256 * 1024
KEY, CONTEXT = os.urandom(32), b"tenant/audit/file"
Side = Callable[[Path, Path], object]


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "source"
        with source.open("wb") as file:
            for _ in range(SIZE):
                file.write(os.urandom(MEBIBYTE))
        measure_sealing(source, Path(place) / "target")
        measure_reading(source, Path(place))


def measure_sealing(source: Path, target: Path) -> None:
    sides: dict[str, Side] = {"cp": copy, "seal": only_seal, "seal_sha256": seal_and_hash}
    age = age_side()
    if age:
        sides["pyrage"] = age
    taken = {name: median(times) for name, times in rounds(sides, source, target).items()}
    for name, seconds in taken.items():
        figure(f"{name}_cpu", seconds * 1024 / SIZE, "s/GiB")
    figure("seal_to_cp", taken["seal"] / taken["cp"], "ratio")
    if age:
        figure("seal_to_pyrage", taken["seal"] / taken["pyrage"], "ratio", "<=", 0.5)
        figure("seal_sha256_to_pyrage", taken["seal_sha256"] / taken["pyrage"], "ratio", "<=", 0.8)


def rounds(sides: dict[str, Side], source: Path, target: Path) -> dict[str, list[float]]:
    """Each side once a round, in another order each time: places in a round are not equal."""
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name in random.sample(list(sides), len(sides)):
            times[name].append(cpu_seconds(sides[name], source, target))
    return times


def measure_reading(source: Path, place: Path) -> None:
    """Ranges as a video player asks for them, through the store as the product reads."""
    store = LocalStore(place / "blobs")
    with source.open("rb") as file, store.writing("owner/audit/file") as target:
        seal(file, target, key=KEY, context=CONTEXT)
    reader = SealedReader(BlobFile(store, "owner/audit/file"), KEY, CONTEXT)
    offsets = [random.randrange(reader.size - RANGE) for _ in range(READS)]
    for name, clock in (("cpu", time.process_time), ("wall", time.perf_counter)):
        p95 = quantiles([elapsed(clock, reader, at) for at in offsets], n=20)[-1]
        figure(f"read_256k_p95_{name}", p95 * 1000, "ms", "<=", 1)


def elapsed(clock: Callable[[], float], reader: SealedReader, offset: int) -> float:
    start = clock()
    reader.read_at(offset, RANGE)
    return clock() - start


def cpu_seconds(side: Side, source: Path, target: Path) -> float:
    """What one run takes of the processor, children included."""
    target.unlink(missing_ok=True)
    start = used()
    side(source, target)
    return used() - start


def used() -> float:
    who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, who))


def copy(source: Path, target: Path) -> None:
    # --reflink=never: some file systems would copy nothing at all.
    subprocess.run(["cp", "--reflink=never", source, target], check=True)


def only_seal(source: Path, target: Path) -> None:
    with source.open("rb") as file, target.open("wb") as sealed:
        reserve(sealed, sealed_size(source.stat().st_size))
        encrypt(file, sealed, ChunkCipher.fresh(KEY, CONTEXT), observe=len)


def seal_and_hash(source: Path, target: Path) -> None:
    with source.open("rb") as file, target.open("wb") as sealed:
        reserve(sealed, sealed_size(source.stat().st_size))
        seal(file, sealed, key=KEY, context=CONTEXT)


def age_side() -> Side | None:
    """pyrage's own way from file to file, the fastest it has."""
    try:
        pyrage = import_module("pyrage")
    except ImportError:
        peer_missing("pyrage")
        return None
    recipient = pyrage.x25519.Identity.generate().to_public()
    return lambda source, target: pyrage.encrypt_file(str(source), str(target), [recipient])


if __name__ == "__main__":
    main()
