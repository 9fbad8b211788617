"""Every write of live sessions, one module per theme."""
