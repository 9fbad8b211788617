"""What a process that looks into strangers' files can no longer do, whatever is in them."""

import subprocess
import sys
from pathlib import Path

import pytest

from engines import sandbox
from engines.sandbox.confinement import MEMORY

BACKEND = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(
    not sandbox.can_confine(), reason="this machine lets no process give up its rights"
)
BEGIN = f"""
import sys
sys.path.append({str(BACKEND)!r})
import os, socket, subprocess
from pathlib import Path
from engines.sandbox.confinement import confine, limit
limit()
assert confine(Path({str(BACKEND)!r}) / "engines")
try:
    {{attempt}}
except (OSError, MemoryError) as refusal:
    print(type(refusal).__name__)
else:
    print("done")
"""


def outcome(attempt: str) -> str:
    code = BEGIN.format(attempt=attempt)
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
        "socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)",
        'subprocess.run(["/bin/true"])',
        "os.fork()",
        'os.execv("/bin/true", ["true"])',
        'open("/tmp/written", "w")',
        'os.unlink("/tmp/written")',
        "os.kill(os.getppid(), 15)",
    ],
)
def test_network_programs_processes_and_files_are_out_of_reach(attempt: str) -> None:
    assert outcome(attempt) == "PermissionError"


def test_more_memory_than_its_share_is_not_had() -> None:
    assert outcome(f"bytearray({MEMORY})") == "MemoryError"
