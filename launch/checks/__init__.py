"""``./test``: everything that is checked, part by part, and the summary at the end."""
