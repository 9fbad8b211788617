"""Pure rules of evidence, one module per theme."""
