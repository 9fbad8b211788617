"""Every read of planning, one module per theme."""
