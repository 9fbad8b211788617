"""Documents of the evidence stage."""
