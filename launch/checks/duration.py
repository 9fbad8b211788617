"""How long the last whole, green ``./test`` took on this machine; ``./bench`` tells it."""

import json

from launch.places import REPOSITORY, cache
from launch.shell import answer

NOTE = cache() / "test-duration.json"


def note(seconds: float) -> None:
    commit = answer("git", "-C", REPOSITORY, "rev-parse", "--short", "HEAD")
    NOTE.write_text(json.dumps({"seconds": round(seconds, 1), "commit": commit}))
