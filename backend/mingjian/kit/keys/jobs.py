"""What the keys do by themselves."""

from datetime import timedelta

from mingjian.kit.jobs import periodic
from mingjian.kit.keys.orphans import sweep_orphans


@periodic(
    "keys.sweep_orphans", every=timedelta(hours=6), zh="清理无主密钥", en="Remove orphaned keys"
)
def sweep_orphaned_keys() -> None:
    """Keys made for audits that never came to be."""
    sweep_orphans()
