"""``/uploads``: a tus 1.0.0 server that encrypts while it receives, in front of Django."""

from mingjian.evidence.tus.app import TUS_HEADERS, uploads

__all__ = ["TUS_HEADERS", "uploads"]
