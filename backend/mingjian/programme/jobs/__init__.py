"""What planning does by itself, one module per theme."""
