"""Housekeeping of the store."""

from datetime import timedelta

from mingjian.kit.clock import now
from mingjian.kit.jobs import periodic
from mingjian.kit.storage import blobs

GRACE = timedelta(days=1)


@periodic(
    "files.sweep", every=timedelta(hours=6), zh="清理未完成的存储", en="Clear unfinished storage"
)
def sweep_unfinished() -> None:
    """What writers that were killed left behind; nobody writes one file for a day."""
    blobs().sweep(now() - GRACE)
