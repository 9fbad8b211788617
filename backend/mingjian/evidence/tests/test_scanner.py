"""Files pass a virus scanner where an installation has one; without its word nothing is held."""

import shutil
import socketserver
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from mingjian.evidence.clamd import Clamd, scanner_at
from mingjian.evidence.errors.intake import ScannerUnreachableError
from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.scanner import NoScanner, virus_scanner
from mingjian.evidence.scanner_fake import FakeScanner
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

CLAMD = shutil.which("clamd", path="/usr/sbin:/usr/bin:/sbin")
HARMFUL = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The harmless file that every scanner reports; in two parts, or scanners would report this one."""
STREAM_LIMIT = 1 << 20


class Daemon(socketserver.BaseRequestHandler):
    """The two commands of ``clamd(8)``, as its manual has them."""

    def handle(self) -> None:
        command = self._until_zero()
        if command == b"zVERSION":
            self.request.sendall(b"ClamAV 1.4.6/test\0")
            return
        assert command == b"zINSTREAM"
        whole = b""
        while length := struct.unpack(">I", self._exactly(4))[0]:
            whole += self._exactly(length)
            if len(whole) > STREAM_LIMIT:
                self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.request.sendall(b"stream: Eicar FOUND\0" if HARMFUL in whole else b"stream: OK\0")

    def _until_zero(self) -> bytes:
        read = b""
        while not read.endswith(b"\0"):
            read += self.request.recv(1)
        return read[:-1]

    def _exactly(self, length: int) -> bytes:
        read = b""
        while len(read) < length:
            read += self.request.recv(length - len(read))
        return read


@pytest.fixture
def spoken_to() -> Iterator[Clamd]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Daemon) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Clamd(("127.0.0.1", server.server_address[1]))
        server.shutdown()


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Clamd]:
    """The real daemon with one signature of our own, so that it is there within a second."""
    if CLAMD is None:
        pytest.skip("needs apt-get install clamav-daemon")
    (tmp_path / "own.ndb").write_text(f"Eicar:0:*:{HARMFUL.hex()}\n")
    place, settings = tmp_path / "clamd.ctl", tmp_path / "clamd.conf"
    settings.write_text(
        f"LocalSocket {place}\nDatabaseDirectory {tmp_path}\nForeground yes\n"
        f"StreamMaxLength {STREAM_LIMIT}\nTemporaryDirectory {tmp_path}\nFixStaleSocket yes\n"
    )
    with subprocess.Popen(
        [CLAMD, "-c", settings], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as daemon:
        try:
            while not place.exists():
                assert daemon.poll() is None, daemon.stdout and daemon.stdout.read()
                threading.Event().wait(0.05)
            yield Clamd(str(place))
        finally:
            daemon.terminate()


@pytest.fixture(params=["spoken_to", "installed"])
def clamd(request: pytest.FixtureRequest) -> Clamd:
    found: Clamd = request.getfixturevalue(request.param)
    return found


def test_the_daemon_says_what_it_found_and_who_it_is(clamd: Clamd) -> None:
    clean, harmful = clamd.scan([b"quality ", b"manual"]), clamd.scan([HARMFUL])

    assert not clean.found
    assert clean.is_whole
    assert clean.scanner.startswith("ClamAV")
    assert "Eicar" in harmful.found


def test_a_file_larger_than_the_daemon_takes_is_not_called_clean(clamd: Clamd) -> None:
    assert not clamd.scan([bytes(STREAM_LIMIT)] * 8).is_whole


def test_a_daemon_that_is_not_there_is_said() -> None:
    with pytest.raises(ScannerUnreachableError):
        Clamd("/nowhere/clamd.ctl").scan([b""])


def test_a_wrong_address_stops_the_start() -> None:
    assert isinstance(scanner_at(""), NoScanner)
    with pytest.raises(ImproperlyConfigured):
        scanner_at("http://localhost")


@pytest.mark.django_db(databases=["default", "keys"])
class TestIntake:
    @pytest.fixture
    def item(self, ours: dict[str, Seat], staffed: AuditCase) -> EvidenceItem:
        return sealed(ours["CC"], staffed, b"a word and another\n", is_trusted=False)

    def examined(
        self, item: EvidenceItem, scanner: FakeScanner, run_jobs: Callable[[], int]
    ) -> str:
        with virus_scanner.replaced_by(scanner):
            run_jobs()
        with behind_the_walls():
            item.refresh_from_db()
        return item.state

    def test_malware_is_refused_and_named(
        self, item: EvidenceItem, ours: dict[str, Seat], run_jobs: Callable[[], int]
    ) -> None:
        assert self.examined(item, FakeScanner(b"word"), run_jobs) == ItemState.REFUSED
        leader: Client = signed_in(ours["LA"])
        found = leader.get(f"/api/evidence/items/{item.id}").json()["examination"]
        assert (found["code"], found["names"], found["scanner"]) == (
            "malware",
            ["Test.Word"],
            "Fake 1",
        )

    def test_without_the_scanners_word_nothing_leaves_quarantine(
        self, item: EvidenceItem, run_jobs: Callable[[], int]
    ) -> None:
        gone = FakeScanner(is_there=False)
        assert self.examined(item, gone, run_jobs) == ItemState.QUARANTINED

    def test_what_was_not_scanned_whole_is_held_and_says_so(
        self, item: EvidenceItem, run_jobs: Callable[[], int]
    ) -> None:
        assert self.examined(item, FakeScanner(is_whole=False), run_jobs) == ItemState.HELD
        with behind_the_walls():
            assert item.examinations.get().warnings == ["not_scanned"]
