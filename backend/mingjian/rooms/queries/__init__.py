"""Live sessions as a viewer may see them."""
