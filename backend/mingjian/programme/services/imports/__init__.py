"""Kinds of row that planning reads in from Excel; ``wiring.py`` plugs them in."""
