"""Every write to the journal."""

from mingjian.journal.services.recording import record
from mingjian.journal.services.signing import sign_checkpoint
from mingjian.journal.services.verifying import conclude, examine, request_verification

__all__ = ["conclude", "examine", "record", "request_verification", "sign_checkpoint"]
