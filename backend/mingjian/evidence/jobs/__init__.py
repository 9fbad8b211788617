"""Work of the evidence stage done after the transaction, one module per theme."""
