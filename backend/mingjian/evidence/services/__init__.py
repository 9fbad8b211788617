"""Every write of the evidence stage, one module per theme."""
