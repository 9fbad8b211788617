"""``python -m workers.job_worker``: runs jobs, relays events, keeps schedules."""

import signal
from threading import Thread
from types import FrameType

from django.conf import settings
from django.db import connections

from mingjian.kit.jobs import schedules
from mingjian.kit.jobs.registry import QUICK, SLOW
from mingjian.kit.jobs.worker import JobWorker
from mingjian.kit.outbox.relay import relay


def main() -> None:
    """Work until SIGTERM or Ctrl-C; a second signal does not wait for the jobs at hand."""
    for alias in settings.DATABASES:
        connections.settings[alias]["CONN_MAX_AGE"] = None
    quick = JobWorker(schedules.enqueue_due, relay, lanes=[QUICK])
    slow = JobWorker(lanes=[SLOW])

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        quick.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    _run_both(quick, slow)


def _run_both(quick: JobWorker, slow: JobWorker) -> None:
    """If either lane ends, for whatever reason, so does the other; the supervisor starts anew."""

    def run_slow() -> None:
        try:
            slow.run()
        finally:
            quick.stop()
            connections.close_all()

    beside = Thread(target=run_slow, name="slow jobs")
    beside.start()
    try:
        quick.run()
    finally:
        slow.stop()
        beside.join()


if __name__ == "__main__":
    main()
