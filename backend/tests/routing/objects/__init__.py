"""What each theme puts into the world of the route tests: one object per id in a path."""
