"""Letters of planning, one module per theme."""
