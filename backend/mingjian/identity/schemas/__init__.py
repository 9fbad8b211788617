"""API types of identity, one module per theme."""
