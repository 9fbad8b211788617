"""What can go wrong with evidence and what to do about it, one module per theme."""
