"""The product's job worker on the test databases, knowing the sample jobs as well.

``python -m workers.tests.sample_worker BUSY_TIMEOUT_SECONDS DEFAULT_DATABASE KEYS_DATABASE``
"""

import sys

from django.db import connections

from mingjian.kit.jobs.tests import periodic_samples, samples
from workers import job_worker

__all__ = ["periodic_samples", "samples"]


def main(busy_timeout_seconds: float, names: dict[str, str]) -> None:
    for alias, name in names.items():
        options = connections.settings[alias]
        options["NAME"] = name
        if "sqlite3" in options["ENGINE"]:
            options["OPTIONS"]["timeout"] = busy_timeout_seconds
    job_worker.main()


if __name__ == "__main__":
    main(float(sys.argv[1]), {"default": sys.argv[2], "keys": sys.argv[3]})
