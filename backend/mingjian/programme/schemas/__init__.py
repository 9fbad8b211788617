"""API types of planning, one module per theme."""
