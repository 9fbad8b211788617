"""Processes started beside the web server; importing the package sets Django up."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # noqa: TID251
django.setup()
