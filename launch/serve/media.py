"""The media server: its keys, its ports and its configuration file."""

import json
import os
import secrets
from pathlib import Path

from launch.serve import network
from launch.serve.installation import Installation
from launch.serve.processes import Program
from launch.setup import livekit

LOOPBACK = "127.0.0.1"
SIGNAL_PORT, MEDIA_PORT, TURN_PORT = 7880, 7882, 3478


class MediaServer:
    """``livekit-server`` for one installation; only the signalling stays on loopback."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation
        self._signal_port = network.free_tcp_port(LOOPBACK, SIGNAL_PORT)

    def environment(self) -> dict[str, str]:
        """Where the web process finds the signalling that it passes on."""
        return {"MINGJIAN_MEDIA_URL": f"http://{LOOPBACK}:{self._signal_port}"}

    def programs(self) -> list[Program]:
        """Nothing when there is no binary: rooms are off, everything else runs."""
        binary = livekit.binary()
        return [self._program(binary)] if binary else []

    def _program(self, binary: Path) -> Program:
        path = self._installation.run_folder / "livekit.yaml"
        keys = self._installation.data / "keys" / "livekit.json"
        _make_keys(keys)
        path.write_text(json.dumps(self._configuration(keys), indent=1))  # JSON is YAML
        return Program(
            name="media",
            command=(str(binary), "--config", str(path)),
            cwd=self._installation.run_folder,
            environment=self._trust(),
            grace_seconds=2.0,  # it would wait 20 s for participants to leave
        )

    def _trust(self) -> dict[str, str]:
        """It tells us who comes and goes; our own certificate is not one that it knows."""
        authority = str(self._installation.certificates / "ca.crt")
        return {"SSL_CERT_FILE": authority} if self._installation.lan else {}

    def _webhook(self, keys: Path) -> dict[str, object]:
        """Events go to the web process directly, whatever stands in front of it."""
        here = self._installation
        scheme = "https" if here.lan else "http"
        [key] = json.loads(keys.read_text())
        return {"api_key": key, "urls": [f"{scheme}://{here.address}:{here.port}/hooks/media"]}

    def _configuration(self, keys: Path) -> dict[str, object]:
        address = self._installation.address
        return {
            "port": self._signal_port,
            "bind_addresses": [LOOPBACK],
            "rtc": {
                "node_ip": address,
                "use_external_ip": False,
                "udp_port": network.free_udp_port(address, MEDIA_PORT),
                "tcp_port": 0,  # its listener would be open on every interface
                "enable_loopback_candidate": address == LOOPBACK,
                "ips": {"includes": [f"{address}/32"]},
            },
            # It answers STUN, for which clients would otherwise ask a server on the internet.
            "turn": {
                "enabled": True,
                "bind_addresses": [address],
                "udp_port": network.free_udp_port(address, TURN_PORT),
            },
            "key_file": str(keys),
            "webhook": self._webhook(keys),
            # After a crash people come back into rooms that the server has forgotten.
            "room": {"auto_create": True},
            # At "info" it logs every participant's session description.
            "logging": {"level": "warn"},
        }


def _make_keys(path: Path) -> None:
    """``{key: secret}``, made at the first start and readable by its owner only."""
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True, mode=0o700)
    made = {f"mj{secrets.token_hex(6)}": secrets.token_urlsafe(48)}
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(made, file)
