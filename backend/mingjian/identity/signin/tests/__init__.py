"""Signing in, through HTTP as browsers do."""
