"""``--lan``: HTTPS for phones and colleagues on the local network."""

import subprocess
import sys
from dataclasses import dataclass

from launch.places import PYTHON, REPOSITORY
from launch.serve import network
from launch.serve.installation import Installation
from launch.serve.processes import Program
from launch.serve.trust import WAYS, fingerprint
from launch.setup.steps import Step
from launch.shell import perform
from launch.words import Words, say


@dataclass(frozen=True)
class Lan:
    """What ``--lan`` adds: a certificate, a page that hands out its authority, a QR code."""

    installation: Installation
    page_port: int

    def certificate(self) -> Step:
        return Step(
            key="certificate",
            says=Words("本地证书", "Local certificate"),
            work=self._make_certificate,
            needs=("python",),
            advice=Words("不加 --lan 亦可启动。", "Without --lan it starts all the same."),
        )

    def server_options(self) -> tuple[str, ...]:
        folder = self.installation.certificates
        return "--certificate", str(folder / "server.crt"), "--key", str(folder / "server.key")

    def page(self) -> Program:
        place = ("--address", self.installation.address, "--port", str(self.page_port))
        authority = str(self.installation.certificates / "ca.crt")
        content = ("--authority", authority, "--origin", self.installation.origin)
        return Program(
            name="certificate",
            command=(sys.executable, "-m", "launch.serve.certificate_page", *place, *content),
            cwd=REPOSITORY,
            environment={},
        )

    def invite(self) -> None:
        """The QR code of the page, and how each kind of device is made to trust us."""
        address = f"http://{self.installation.address}:{self.page_port}/"
        qr = (str(PYTHON), "-m", "launch.inside.qr", address)
        subprocess.run(qr, cwd=REPOSITORY, check=False)
        say(
            f"手机或同事请先打开 {address} 安装证书：",
            f"Phones and colleagues open {address} first:",
        )
        for system, way in WAYS.items():
            print(f"  {system}: {way}")
        print(f"  SHA-256 {fingerprint(self.installation.certificates / 'ca.crt')}", flush=True)

    def _make_certificate(self) -> bool:
        words = ("--folder", self.installation.certificates, "--address", self.installation.address)
        perform(
            *(PYTHON, "-m", "launch.inside.certificates", *words, "--host", network.host_name()),
            log="certificate",
        )
        return True


def lan(installation: Installation) -> Lan | None:
    if not installation.lan:
        return None
    return Lan(installation, network.free_tcp_port(installation.address, installation.port + 1))
