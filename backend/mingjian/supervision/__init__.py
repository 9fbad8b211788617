"""Conduct and effectiveness of audits, witnessing, call-backs, improvement."""
