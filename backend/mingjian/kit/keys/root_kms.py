"""The root key in a key management service that speaks AWS KMS, which it never leaves.

Through boto3 (the optional extra ``kms``).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from mingjian.kit.aws import client_at
from mingjian.kit.keys.errors import RootKeyElsewhere, RootKeyUnavailable, WrappedKeyRefused
from mingjian.kit.keys.wrapping import Column

CONFIG = Config(retries={"mode": "standard", "max_attempts": 3}, connect_timeout=5, read_timeout=5)
REFUSED = {"InvalidCiphertextException", "IncorrectKeyException", "KMSInvalidStateException"}
GRACE = 30
"""Days until the service destroys a retired version: the longest that it offers."""


class KmsRootKey:
    """One key of the service per version, under the alias ``alias/NAME-VERSION``."""

    is_exportable = False

    def __init__(self, client: Any, name: str) -> None:
        self._client, self._name = client, name

    @classmethod
    def at(cls, url: str) -> "KmsRootKey":
        """``kms://[KEY:SECRET@]NAME?endpoint=…&region=…``."""
        parts = urlsplit(url)
        client = client_at("kms", parts, CONFIG)
        return cls(client, parts.hostname or "")

    def create(self) -> int:
        return max(self._versions(), default=0) or self._make(1)

    def renew(self) -> int:
        return self._make(max(self._versions()) + 1)

    def retire(self, below: int) -> None:
        for version in self._versions():
            if version < below:
                with self._asking():
                    key = self._client.describe_key(KeyId=self._alias(version))["KeyMetadata"]
                    self._client.delete_alias(AliasName=self._alias(version))
                    self._client.schedule_key_deletion(
                        KeyId=key["KeyId"], PendingWindowInDays=GRACE
                    )

    def wrap(self, version: int, key: bytes, label: str) -> bytes:
        with self._asking():
            answer = self._client.encrypt(
                KeyId=self._alias(version), Plaintext=key, EncryptionContext={"label": label}
            )
        return bytes(answer["CiphertextBlob"])

    def unwrap(self, version: int, wrapped: Column, label: str) -> bytes:
        with self._asking():
            answer = self._client.decrypt(
                KeyId=self._alias(version),
                CiphertextBlob=bytes(wrapped),
                EncryptionContext={"label": label},
            )
        return bytes(answer["Plaintext"])

    def export(self) -> bytes:
        raise RootKeyElsewhere

    def restore(self, exported: bytes) -> None:
        raise RootKeyElsewhere

    def _alias(self, version: int) -> str:
        return f"alias/{self._name}-{version}"

    def _versions(self) -> list[int]:
        with self._asking():
            pages = self._client.get_paginator("list_aliases").paginate()
            names = [alias["AliasName"] for page in pages for alias in page["Aliases"]]
        stem = self._alias(0).removesuffix("0")
        numbers = (name.removeprefix(stem) for name in names if name.startswith(stem))
        return [int(number) for number in numbers if number.isdecimal()]

    def _make(self, version: int) -> int:
        with self._asking():
            made = self._client.create_key(Description="Mingjian root key")["KeyMetadata"]
            self._client.create_alias(AliasName=self._alias(version), TargetKeyId=made["KeyId"])
        return version

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except ClientError as fault:
            if fault.response["Error"]["Code"] in REFUSED:
                raise WrappedKeyRefused from None
            raise RootKeyUnavailable(where=self._client.meta.endpoint_url) from fault
        except BotoCoreError as fault:
            raise RootKeyUnavailable(where=self._client.meta.endpoint_url) from fault
