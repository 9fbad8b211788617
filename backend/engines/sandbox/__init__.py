"""Looking into files that strangers made: in a process that can do nothing else (ADR 0014)."""

from engines.sandbox.running import Confined, Fault, Source, can_confine, run

__all__ = ["Confined", "Fault", "Source", "can_confine", "run"]
