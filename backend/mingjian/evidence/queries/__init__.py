"""Evidence as a viewer may see it, one module per theme."""
