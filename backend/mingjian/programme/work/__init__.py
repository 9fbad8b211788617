"""What waits for whom in planning, one module per theme; ``wiring.py`` plugs them in."""
