"""Demo content: one body, two clients and an authority, told by calling the services."""
