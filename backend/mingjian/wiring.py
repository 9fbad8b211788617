"""THE list: event → handlers, and port → adapter. Read this file to see the whole flow."""


def connect() -> None:
    """Plug every adapter into its port and subscribe every handler; called once at start."""
