"""Signing in: django-allauth's headless API, bent to this house by its adapter hooks."""
