"""``./run --lan``: a device joins over HTTPS, as seen from a second network namespace."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from launch.serve.trust import fingerprint
from launch.tests.installed import Installed, eventually, installed, say_no

NETWORK = f"10.213.{os.getpid() % 254 + 1}"
HOST, DEVICE = f"{NETWORK}.1", f"{NETWORK}.2"

pytestmark = [
    pytest.mark.process,
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="a second network namespace needs root"),
    pytest.mark.skipif(not shutil.which("ip"), reason="apt-get install iproute2"),
]


@dataclass(frozen=True)
class Device:
    """A network namespace joined to this machine by a virtual cable."""

    name: str

    def run(self, *command: str | Path) -> str:
        """What a program on the device prints; its failure is an error."""
        words = ["ip", "netns", "exec", self.name, *command]
        ended = subprocess.run(words, capture_output=True, text=True, timeout=30, check=False)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def get(self, address: str, authority: Path | None = None) -> str:
        """A page as a device sees it that trusts ``authority`` and nobody else."""
        fetch = (
            "import sys,ssl,urllib.request as u; c=ssl.create_default_context(cafile=sys.argv[2])"
        )
        show = "print(u.urlopen(sys.argv[1],timeout=10,context=c).read().decode())"
        trusted = str(authority or "/dev/null")
        return self.run(
            "python3", "-c", f"{fetch if authority else PLAIN};{show}", address, trusted
        )


PLAIN = "import sys,urllib.request as u; c=None"


@pytest.fixture(scope="module")
def device() -> Iterator[Device]:
    name = f"mingjian{os.getpid()}"
    near, far = f"mj{os.getpid() % 100000}a", f"mj{os.getpid() % 100000}b"
    there = f"ip netns exec {name} "
    _ip(f"ip netns add {name}", f"ip link add {near} type veth peer name {far} netns {name}")
    try:
        _ip(f"ip address add {HOST}/24 dev {near}", f"ip link set {near} up")
        _ip(f"{there}ip address add {DEVICE}/24 dev {far}", f"{there}ip link set {far} up")
        yield Device(name)
    finally:
        _ip(f"ip netns del {name}")


@pytest.fixture(scope="module")
def product(device: Device, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    folder = tmp_path_factory.mktemp("lan") / "var"
    with installed(folder, "--lan", HOST) as running:
        eventually(lambda: "SHA-256" in running.output)
        yield running


def test_a_device_that_trusts_the_authority_opens_the_product(
    product: Installed, device: Device
) -> None:
    page = device.get(product.origin, product.data / "keys" / "lan" / "ca.crt")
    assert product.origin.startswith(f"https://{HOST}:")
    assert "<html" in page


def test_a_device_that_does_not_trust_it_yet_is_refused(product: Installed, device: Device) -> None:
    with pytest.raises(AssertionError, match="CERTIFICATE_VERIFY_FAILED"):
        device.get(product.origin)


def test_the_page_behind_the_qr_code_hands_out_the_authority(
    product: Installed, device: Device
) -> None:
    authority = product.data / "keys" / "lan" / "ca.crt"
    address = certificate_page(product)

    assert fingerprint(authority) in device.get(address)
    assert device.get(f"{address}mingjian-ca.crt").strip() == authority.read_text().strip()


def test_the_terminal_shows_a_qr_code_and_how_every_device_trusts_it(product: Installed) -> None:
    assert "█▀▀" in product.output or "▄▄▄" in product.output
    assert fingerprint(product.data / "keys" / "lan" / "ca.crt") in product.output
    for system in ("Windows", "Android", "iPhone / iPad", "macOS"):
        assert f"  {system}: " in product.output


def test_media_flows_to_the_address_and_signalling_stays_here(
    product: Installed, device: Device
) -> None:
    sockets = subprocess.run(["ss", "-lntuH"], capture_output=True, text=True, check=True).stdout
    ours = product.data / "run" / "livekit.yaml"
    signalling, media = (
        int(found[1])
        for found in (
            re.search(rf'"{name}": (\d+)', ours.read_text()) for name in ("port", "udp_port")
        )
        if found
    )
    assert f"127.0.0.1:{signalling} " in sockets
    assert f"{HOST}:{signalling} " not in sockets
    assert f"{HOST}:{media} " in sockets


def test_an_address_of_another_machine_is_refused_in_words(device: Device, tmp_path: Path) -> None:
    said = say_no("--data", str(tmp_path / "var"), "--lan", DEVICE)
    assert f"{DEVICE} 不是本机的地址" in said
    assert f"{DEVICE} is not an address of this machine" in said


def certificate_page(product: Installed) -> str:
    found = re.search(rf"http://{HOST}:\d+/", product.output)
    assert found
    return found[0]


def _ip(*commands: str) -> None:
    for command in commands:
        subprocess.run(command.split(), check=True)
