"""Read-only portal for authorities; public certificate check."""
