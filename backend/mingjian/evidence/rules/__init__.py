"""Rules of the evidence stage as pure functions and tables, one module per theme."""
