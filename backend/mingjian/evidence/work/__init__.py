"""What waits for whom in evidence, one module per theme."""
