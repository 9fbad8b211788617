"""The root key in the transit engine of an OpenBao or Vault, which it never leaves.

Through hvac (the optional extra ``bao``). The server wraps and unwraps tenant keys; ours holds a
token that may do so, in a file that the server's agent renews.
"""

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import hvac
from hvac.exceptions import InvalidPath, InvalidRequest, VaultError
from requests import RequestException

from mingjian.kit.keys.errors import RootKeyElsewhere, RootKeyUnavailable, WrappedKeyRefused
from mingjian.kit.keys.wrapping import Column

TIMEOUT = 5
"""Seconds: an answer waits for it."""


class TransitRootKey:
    """Our versions are the transit key's own."""

    is_exportable = False

    def __init__(self, client: hvac.Client, mount: str, name: str, token: Path) -> None:
        self._client, self._mount, self._name, self._token = client, mount, name, token

    @classmethod
    def at(cls, url: str) -> "TransitRootKey":
        """``bao+https://host:8200/MOUNT/KEY?token=FILE&ca=FILE``; ``bao+http`` on loopback."""
        parts = urlsplit(url)
        options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        client = hvac.Client(
            url=f"{parts.scheme.removeprefix('bao+')}://{parts.netloc}",
            verify=options.get("ca", True),
            timeout=TIMEOUT,
        )
        mount, _, name = parts.path.strip("/").rpartition("/")
        return cls(client, mount, name, Path(options["token"]))

    def create(self) -> int:
        with self._asking() as transit:
            try:
                return self._newest(transit)
            except InvalidPath:
                transit.create_key(
                    name=self._name, key_type="aes256-gcm96", mount_point=self._mount
                )
                return self._newest(transit)

    def renew(self) -> int:
        with self._asking() as transit:
            transit.rotate_key(name=self._name, mount_point=self._mount)
            return self._newest(transit)

    def retire(self, below: int) -> None:
        """The server refuses the versions before; an operator may trim them there."""
        with self._asking() as transit:
            transit.update_key_configuration(
                name=self._name, min_decryption_version=below, mount_point=self._mount
            )

    def wrap(self, version: int, key: bytes, label: str) -> bytes:
        with self._asking() as transit:
            answer = transit.encrypt_data(
                name=self._name,
                plaintext=_base64(key),
                associated_data=_base64(label.encode()),
                key_version=version,
                mount_point=self._mount,
            )
        return str(answer["data"]["ciphertext"]).encode()

    def unwrap(self, version: int, wrapped: Column, label: str) -> bytes:
        with self._asking() as transit:
            try:
                answer = transit.decrypt_data(
                    name=self._name,
                    ciphertext=bytes(wrapped).decode("ascii"),
                    associated_data=_base64(label.encode()),
                    mount_point=self._mount,
                )
            except (InvalidRequest, UnicodeDecodeError):
                raise WrappedKeyRefused from None
        return base64.b64decode(answer["data"]["plaintext"])

    def export(self) -> bytes:
        raise RootKeyElsewhere

    def restore(self, exported: bytes) -> None:
        raise RootKeyElsewhere

    def _newest(self, transit: Any) -> int:
        answer = transit.read_key(name=self._name, mount_point=self._mount)
        return int(answer["data"]["latest_version"])

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        """The transit engine, under the token that the file holds now."""
        try:
            self._client.token = self._token.read_text().strip()
            yield self._client.secrets.transit
        except (OSError, RequestException, VaultError) as fault:
            raise RootKeyUnavailable(where=self._client.url) from fault


def _base64(content: bytes) -> str:
    return base64.b64encode(content).decode()
