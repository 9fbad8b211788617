"""A list of a million rows, read from a sealed CSV and drawn from, beside csv and random.sample.

The peer reads the plain file, keeps every row and draws; we decrypt, check and count each row,
seal the canonical list, then draw from that by hash. CPU time, because that is what a shared
machine can compare, and peak memory; every side runs in a process of its own.
"""

import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "backend"))

from figures import figure
from mingjian.evidence.rules.populations import Lines, Population, csv_rows, delimiter_of
from mingjian.evidence.rules.sampling import EVERYTHING, Terms, drawn
from mingjian.kit.crypto import OpenedFile, SealedReader, seal

ROWS, DRAWN = 1_000_000, 600
KEY, CONTEXT, SEED = b"k" * 32, b"tenant/audit/file", b"s" * 32
MEBIBYTE_IN_KIB = 1024


def main() -> None:
    if len(sys.argv) > 1:
        SIDES[sys.argv[1]](Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as place:
        plain = Path(place) / "plain.csv"
        write_list(plain)
        sealed(plain, plain.with_name("source"))
        taken = {name: in_a_process(name, plain) for name in SIDES}
    idle = taken["nothing"]
    for name in ("peer", "read", "draw"):
        seconds, peak = taken[name]
        target = ("<=", 10.0) if name == "draw" else ()
        figure(f"population_{name}_cpu", seconds - idle[0], "s", *target)
        figure(f"population_{name}_memory", (peak - idle[1]) / MEBIBYTE_IN_KIB, "MiB")
    peer = taken["peer"][0] - idle[0]
    figure("population_draw_to_random_sample", (taken["draw"][0] - idle[0]) / peer, "ratio")
    figure("population_read_to_random_sample", (taken["read"][0] - idle[0]) / peer, "ratio")


def write_list(path: Path) -> None:
    dice = random.Random(20_261_201)  # repeatable, no secret
    shops = [f"车间{number}" for number in range(20)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["编号", "日期", "车间", "检验员", "结果"])
        for number in range(ROWS):
            day = f"2026-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            inspector = f"人员{dice.randint(1, 400)}"
            writer.writerow([f"J-{number:07}", day, dice.choice(shops), inspector, "合格"])


def in_a_process(side: str, plain: Path) -> tuple[float, int]:
    """CPU seconds and peak memory in KiB of one side."""
    child = subprocess.Popen([sys.executable, __file__, side, plain])
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{side} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss


def peer(plain: Path) -> None:
    with plain.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    random.Random(SEED).sample(rows, DRAWN)


def read(plain: Path) -> None:
    """What the job does with the client's file."""
    with plain.with_name("source").open("rb") as file, _target(plain) as target:
        reader = SealedReader(file, KEY, CONTEXT)
        delimiter = delimiter_of(reader.read_at(0, 20_000).decode("utf-8", "ignore"))
        opened = io.BufferedReader(OpenedFile(reader, silent), 1 << 20)
        text = io.TextIOWrapper(opened, "utf-8", newline="")
        population = Population(csv_rows(text, delimiter))
        sealed_list = seal(Lines(population.lines()), target, key=KEY, context=CONTEXT)
    plain.with_name("sha256").write_text(sealed_list.sha256.hex())
    if population.count != ROWS:
        raise SystemExit("rows are missing")


def draw(plain: Path) -> None:
    """What the job does with the canonical list."""
    terms = Terms(
        seed=SEED,
        population_sha256=plain.with_name("sha256").read_text(),
        round=1,
        column=None,
        sizes={EVERYTHING: DRAWN},
    )
    with plain.with_name("canonical").open("rb") as file:
        lines = io.BufferedReader(OpenedFile(SealedReader(file, KEY, CONTEXT), silent), 1 << 20)
        next(lines)
        found = drawn((line.rstrip(b"\n") for line in lines), terms)
    if len(found[EVERYTHING]) != DRAWN:
        raise SystemExit("rows are missing")


def nothing(plain: Path) -> None:
    """What importing alone costs."""


def silent(done: int, total: int) -> None:
    """Nobody waits for progress here."""


def sealed(source: Path, target: Path) -> None:
    with source.open("rb") as file, target.open("wb") as kept:
        seal(file, kept, key=KEY, context=CONTEXT)


def _target(plain: Path) -> io.BufferedWriter:
    return plain.with_name("canonical").open("wb")


SIDES: dict[str, Callable[[Path], None]] = {
    "nothing": nothing,
    "peer": peer,
    "read": read,
    "draw": draw,
}

if __name__ == "__main__":
    main()
