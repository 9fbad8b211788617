"""What of evidence waits for whom, one module per theme."""
