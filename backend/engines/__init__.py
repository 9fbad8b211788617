"""Pure Python engines: no Django, no idea of audits."""
