"""Domain-free building blocks; every stage stands on them, they know none."""
