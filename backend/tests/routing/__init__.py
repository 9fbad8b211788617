"""Every route of the product, a sample call of each, and a world in which to make it."""
