"""Processes started beside the web server; nothing imports them."""
