"""Django's command line, for developers; users start the product with ``./run``."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # noqa: TID251
    execute_from_command_line(sys.argv)
