"""Work of the evidence stage that happens later, one module per theme."""

from mingjian.evidence.jobs import uploads

__all__ = ["uploads"]
