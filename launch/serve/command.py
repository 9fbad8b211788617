"""The ``./run`` command."""

import signal
import sys
import time
from collections.abc import Mapping
from types import FrameType

from launch.places import BACKEND, PYTHON
from launch.serve import network
from launch.serve.claim import claimed
from launch.serve.content import database, demo_content, forget_demo
from launch.serve.greeting import Greeting
from launch.serve.installation import Installation, describe, refuse_unsafe
from launch.serve.lan import Lan, lan
from launch.serve.media import MediaServer
from launch.serve.options import parse
from launch.serve.processes import Program
from launch.serve.supervisor import Supervisor
from launch.setup.plan import MEDIA_SERVER, WEB_BUILD, WEB_LIBRARIES, python_libraries, set_up
from launch.shell import end_all
from launch.words import Trouble, say


def main() -> int:
    given = parse(sys.argv[1:])
    start = time.monotonic()
    signal.signal(signal.SIGTERM, _cancel)
    try:
        installation = describe(given)
        refuse_unsafe(installation)
        with claimed(installation):
            network.refuse_busy_port(installation.address, installation.port)
            serve(installation, start)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("已取消。", "Cancelled.")
        return 130
    return 0


def _cancel(number: int, frame: FrameType | None) -> None:
    """Asked to stop during set-up; the supervisor has its own way later."""
    end_all()
    raise KeyboardInterrupt


def serve(installation: Installation, start: float) -> None:
    """Set up what is missing, then run everything until asked to stop."""
    if installation.reset_demo:
        forget_demo(installation)
    nearby, environment = lan(installation), installation.environment()
    steps = [python_libraries("runtime"), WEB_LIBRARIES, WEB_BUILD, MEDIA_SERVER]
    steps += [database(environment), *demo_content(installation, environment)]
    set_up([*steps, nearby.certificate()] if nearby else steps)
    media = MediaServer(installation)  # only now: a port that is free may not stay so
    environment |= media.environment()
    programs = [*product(installation, environment, nearby), *media.programs()]
    supervisor = Supervisor(programs, installation.data)
    supervisor.run(on_tick=Greeting(installation, environment, supervisor, nearby, start))


def product(
    installation: Installation, environment: Mapping[str, str], nearby: Lan | None
) -> list[Program]:
    """The product's own processes; the web process comes first."""
    place = ("--host", installation.address, "--port", str(installation.port))
    web = ("-m", "config.server", *place, *(nearby.server_options() if nearby else ()))
    jobs = ("-m", "workers.job_worker")
    ours = [
        Program(name=name, command=(str(PYTHON), *words), cwd=BACKEND, environment=environment)
        for name, words in {"web": web, "jobs": jobs}.items()
    ]
    return [*ours, nearby.page()] if nearby else ours
