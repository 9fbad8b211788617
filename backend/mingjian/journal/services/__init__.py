"""Every write to the journal."""

from mingjian.journal.services.recording import record
from mingjian.journal.services.signing import sign_checkpoint

__all__ = ["record", "sign_checkpoint"]
