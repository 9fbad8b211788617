"""What a child gives up before it sees a byte: network, programs, files, processes, memory.

Linux only, without privileges: a seccomp filter and, where the kernel has it, Landlock. Both
are set by the child itself and cannot be taken back.
"""

import ctypes
import os
import platform
import resource
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

MEMORY = 512 << 20
CPU_SECONDS = 20
OPEN_FILES = 64
SET_NO_NEW_PRIVS, SET_SECCOMP, FILTER = 38, 22, 2
ALLOW, KILL, REFUSE, UNKNOWN = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
"""What the filter returns; refused calls get EPERM, calls that must look absent ENOSYS."""
LOAD, EQUAL, ANY_BIT, AT_LEAST, RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
NUMBER, ARCHITECTURE = 0, 4
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
THREAD = 0x00010000

REFUSED = {
    "x86_64": (
        *(41, 42, 43, 44, 46, 49, 50, 53, 288),  # sockets
        *(57, 58, 59, 322, 101, 62, 310, 311, 424, 434, 438),  # processes
        *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133),  # files by name
        *(258, 259, 260, 263, 264, 265, 266, 268, 280, 316, 319),
        *(155, 161, 165, 166, 272, 304, 308, 428, 429, 430),  # mounts and namespaces
        *(246, 248, 249, 250, 298, 321, 323, 425),  # kernel interfaces
    ),
    "aarch64": (
        *(198, 199, 200, 201, 202, 203, 206, 211, 242),
        *(129, 117, 221, 281, 270, 271, 424, 434, 438),
        *(33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 88, 276, 279),
        *(39, 40, 41, 51, 97, 265, 268, 428, 429, 430),
        *(104, 217, 218, 219, 241, 280, 282, 425),
    ),
}
"""System calls by number, per machine: everything that reaches beyond the two pipes."""
ABSENT = (435, 437)
"""``clone3`` and ``openat2``: their arguments lie in memory, where no filter can look."""
CLONE = {"x86_64": 56, "aarch64": 220}
OPENS = {"x86_64": ((257, 2), (2, 1)), "aarch64": ((56, 2),)}
"""Opening calls and which argument holds the flags."""
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
READABLE = ("/usr/lib", "/lib", "/lib64", "/usr/share/fonts", "/etc/fonts", "/etc/ld.so.cache")
LANDLOCK = 444, 445, 446


def limit() -> None:
    """Memory, processor time, files: set for this process, for good."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def confine(code: Path) -> bool:
    """Give everything up that a look into a file does not need; whether that worked."""
    machine = platform.machine()
    if sys.platform != "linux" or machine not in REFUSED:
        return False
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    _restrict_files(kernel, [*READABLE, sys.prefix, sys.base_prefix, str(code)])
    program = b"".join(_program(machine))
    held = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(held))
    if kernel.prctl(SET_SECCOMP, FILTER, head, 0, 0):
        return False
    return _is_cut_off()


def _is_cut_off() -> bool:
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except PermissionError:
        return True
    return False


def _program(machine: str) -> Iterator[bytes]:
    """The filter: refused calls, new processes, opening for writing; the rest is allowed."""
    yield _step(LOAD, ARCHITECTURE)
    yield from _unless(EQUAL, AUDIT[machine], KILL)
    yield _step(LOAD, NUMBER)
    yield from _when(AT_LEAST, 0x40000000, REFUSE)  # the x32 numbers are other calls
    for number in REFUSED[machine]:
        yield from _when(EQUAL, number, REFUSE)
    for number in ABSENT:
        yield from _when(EQUAL, number, UNKNOWN)
    yield from _argument(CLONE[machine], 0, _unless(ANY_BIT, THREAD, REFUSE))
    for number, flags in OPENS[machine]:
        yield from _argument(number, flags, _when(ANY_BIT, WRITING, REFUSE))
    yield _step(RETURN, ALLOW)


def _when(test: int, value: int, verdict: int) -> list[bytes]:
    return [_step(test, value, 0, 1), _step(RETURN, verdict)]


def _unless(test: int, value: int, verdict: int) -> list[bytes]:
    return [_step(test, value, 1, 0), _step(RETURN, verdict)]


def _argument(number: int, position: int, tests: list[bytes]) -> list[bytes]:
    """``tests`` on one argument of one call, which is allowed if none of them decides."""
    steps = [_step(LOAD, 16 + 8 * position), *tests, _step(RETURN, ALLOW)]
    return [_step(EQUAL, number, 0, len(steps)), *steps]


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, value)


def _restrict_files(kernel: ctypes.CDLL, readable: list[str]) -> None:
    """Reading code and fonts is left; no other file can be opened, keys least of all."""
    create, add, restrict = LANDLOCK
    version = kernel.syscall(create, None, 0, 1)
    if version < 1:
        return
    handled = struct.pack("Q", (1 << (13 + (version >= 2) + (version >= 3))) - 1)
    rules = kernel.syscall(create, handled, len(handled), 0)
    for path in readable:
        if not os.path.exists(path):
            continue
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        allowed = 0b1100 if os.path.isdir(path) else 0b0100  # read files, list folders
        kernel.syscall(add, rules, 1, struct.pack("=Qi", allowed, place), 0)
        os.close(place)
    kernel.syscall(restrict, rules, 0)
    os.close(rules)
