"""What planning writes to people, one module per theme."""
