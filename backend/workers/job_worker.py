"""``python -m workers.job_worker``: runs jobs, relays events, keeps schedules."""

import signal
from types import FrameType

from django.conf import settings
from django.db import connections

from mingjian.kit.jobs import schedules
from mingjian.kit.jobs.worker import JobWorker
from mingjian.kit.outbox.relay import relay


def main() -> None:
    """Work until SIGTERM or Ctrl-C; a second signal does not wait for the job at hand."""
    for alias in settings.DATABASES:
        connections.settings[alias]["CONN_MAX_AGE"] = None
    worker = JobWorker(schedules.enqueue_due, relay)

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        worker.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    worker.run()


if __name__ == "__main__":
    main()
