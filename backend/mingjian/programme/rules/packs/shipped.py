"""The packs that come with the product, read from ``rule_data/packs`` once per process.

A landed file is never edited, like a migration (``digests.json`` holds what landed): results keep
its stamp and are replayed under it. A correction is a new file of a new edition.
"""

import json
from functools import cache
from pathlib import Path

from mingjian.programme.rules.packs.pack import Pack

FOLDER = Path(__file__).resolve().parents[2] / "rule_data" / "packs"


@cache
def shipped_packs() -> tuple[Pack, ...]:
    """Every shipped edition, by code and then by the day from which it holds."""
    files = sorted(FOLDER.glob("*.json"))
    packs = [Pack.of(json.loads(file.read_text("utf-8"))) for file in files]
    return tuple(sorted(packs, key=lambda pack: (pack.code, pack.effective_from)))
