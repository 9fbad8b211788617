"""The environment that tests run in: no setting of this machine's installation leaks in."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


def in_ci() -> bool:
    """Under ``CI=true`` nothing may be left out."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


@contextmanager
def test_environment(extra: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Our own environment with a data directory that is gone afterwards."""
    ours = {name: value for name, value in os.environ.items() if not _is_left_out(name)}
    with tempfile.TemporaryDirectory(prefix="mingjian-test-", ignore_cleanup_errors=True) as folder:
        yield ours | {"MINGJIAN_MODE": "test", "MINGJIAN_DATA": folder} | dict(extra)


def _is_left_out(name: str) -> bool:
    """Tests start a hundred Pythons; who keeps no bytecode has each of them compile everything."""
    return name.startswith("MINGJIAN_") or name == "PYTHONDONTWRITEBYTECODE"
