"""Every write to the journal."""

from mingjian.journal.services.recording import record

__all__ = ["record"]
