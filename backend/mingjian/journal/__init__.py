"""Tamper-evident log of who did what: one RFC 9162 tree per tenant; ids, no foreign keys."""
