"""Reads of people and organisations, one module per theme."""
