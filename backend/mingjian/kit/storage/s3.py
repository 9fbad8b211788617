"""Blobs in a bucket of any S3, through boto3 (the optional extra ``s3``)."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from mingjian.kit.aws import client_at
from mingjian.kit.crypto import Target
from mingjian.kit.storage.errors import BlobMissing, StorageUnavailable
from mingjian.kit.storage.store import checked, put

PART = 16 << 20
"""Bytes per part of a large blob: bounds the memory, and S3's 10 000 parts hold 156 GiB."""
MISSING = {"404", "NoSuchKey", "NotFound"}
CONFIG = Config(
    # What every S3 understands; the content authenticates itself, checksums add nothing.
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    retries={"mode": "standard", "max_attempts": 3},
    connect_timeout=5,
    read_timeout=60,
)


class S3Store:
    """Small blobs in one request, larger ones in parts while they are being sealed."""

    def __init__(self, client: Any, bucket: str, prefix: str = "") -> None:
        self._client, self._bucket = client, bucket
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""

    @classmethod
    def at(cls, url: str) -> "S3Store":
        """``s3://[KEY:SECRET@]bucket/prefix?endpoint=…&region=…``."""
        parts = urlsplit(url)
        client = client_at("s3", parts, CONFIG)
        return cls(client, parts.hostname or "", parts.path)

    @contextmanager
    def writing(self, path: str, size: int = 0) -> Iterator[Target]:
        upload = _Upload(self._client, self._where(path))
        try:
            yield upload
            upload.finish()
        except BaseException:
            upload.abort()
            raise

    def adopt(self, path: str, file: Path) -> None:
        with file.open("rb") as source:
            put(self, path, source)

    def read_range(self, path: str, offset: int, length: int) -> bytes:
        with _said_in_words():
            wanted = f"bytes={offset}-{offset + length - 1}"
            content: bytes = self._client.get_object(**self._where(path), Range=wanted)[
                "Body"
            ].read()
        return content

    def size(self, path: str) -> int:
        with _said_in_words():
            return int(self._client.head_object(**self._where(path))["ContentLength"])

    def exists(self, path: str) -> bool:
        try:
            self.size(path)
        except BlobMissing:
            return False
        return True

    def delete(self, path: str) -> None:
        with _said_in_words():
            self._client.delete_object(**self._where(path))

    def paths(self, prefix: str = "") -> Iterator[str]:
        with _said_in_words():
            pages = self._client.get_paginator("list_objects_v2").paginate(
                Bucket=self._bucket, Prefix=self._prefix + prefix
            )
            for page in pages:
                for item in page.get("Contents", ()):
                    yield item["Key"].removeprefix(self._prefix)

    def sweep(self, before: datetime) -> int:
        with _said_in_words():
            pages = self._client.get_paginator("list_multipart_uploads").paginate(
                Bucket=self._bucket, Prefix=self._prefix
            )
            dead = [
                upload
                for page in pages
                for upload in page.get("Uploads", ())
                if upload["Initiated"] < before
            ]
            for upload in dead:
                self._client.abort_multipart_upload(
                    Bucket=self._bucket, Key=upload["Key"], UploadId=upload["UploadId"]
                )
        return len(dead)

    def _where(self, path: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": self._prefix + checked(path)}


class _Upload:
    """What is written to one blob: kept until it fills a part, then sent."""

    def __init__(self, client: Any, where: dict[str, str]) -> None:
        self._client, self._where = client, where
        self._pending = bytearray()
        self._upload: dict[str, str] = {}
        self._parts: list[dict[str, Any]] = []

    def write(self, block: bytes | memoryview, /) -> int:
        self._pending += block
        while len(self._pending) >= PART:
            self._send(bytes(self._pending[:PART]))
            del self._pending[:PART]
        return len(block)

    def finish(self) -> None:
        if not self._upload:
            with _said_in_words():
                self._client.put_object(**self._where, Body=bytes(self._pending))
            return
        if self._pending:
            self._send(bytes(self._pending))
        with _said_in_words():
            parts = {"Parts": self._parts}
            self._client.complete_multipart_upload(
                **self._where, **self._upload, MultipartUpload=parts
            )

    def abort(self) -> None:
        """Leave nothing behind; what cannot be removed now, :meth:`S3Store.sweep` removes."""
        if self._upload:
            with suppress(BotoCoreError, ClientError):
                self._client.abort_multipart_upload(**self._where, **self._upload)

    def _send(self, part: bytes) -> None:
        with _said_in_words():
            if not self._upload:
                made = self._client.create_multipart_upload(**self._where)
                self._upload = {"UploadId": made["UploadId"]}
            number = len(self._parts) + 1
            sent = self._client.upload_part(
                **self._where, **self._upload, PartNumber=number, Body=part
            )
            self._parts.append({"PartNumber": number, "ETag": sent["ETag"]})


@contextmanager
def _said_in_words() -> Iterator[None]:
    """The service's refusals as errors that a user can act on."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        answer = error.response if isinstance(error, ClientError) else {}
        missing = answer.get("Error", {}).get("Code") in MISSING
        raise (BlobMissing if missing else StorageUnavailable) from error
