"""Work of the evidence stage that happens later, one module per theme."""
