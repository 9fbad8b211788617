"""Letters of the evidence stage, one module per theme; none holds what is sealed."""
