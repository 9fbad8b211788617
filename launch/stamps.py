"""Remembers which inputs a product was made from, so that nothing is made twice."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """One digest over names and contents of files (folders: all files below)."""
    digest = hashlib.sha256("\0".join(more).encode())
    for path in sorted(_files(paths)):
        digest.update(f"\0{path}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_current(stamp: Path, value: str) -> bool:
    return stamp.exists() and value in stamp.read_text().split()


def set_stamp(stamp: Path, *values: str) -> None:
    stamp.write_text("\n".join(values) + "\n")


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        if path.is_dir():
            yield from (below for below in path.rglob("*") if below.is_file())
        elif path.exists():
            yield path
