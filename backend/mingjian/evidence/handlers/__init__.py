"""Reactions of the evidence stage to events, one module per theme."""
