"""Evidence as the API takes and shows it, one module per theme."""
