"""What can go wrong in planning and what to do about it, one module per theme."""
