"""Settings, URL table and ASGI root."""
