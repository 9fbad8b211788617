"""A tus client of a few lines, for tests: what it sends is what a test says, right or wrong."""

import base64
from collections.abc import Mapping
from uuid import UUID

import httpx

from mingjian.evidence.rules.tus import CONTENT_TYPE, VERSION

RESUMABLE = {"Tus-Resumable": VERSION}
PART = RESUMABLE | {"Content-Type": CONTENT_TYPE}


def metadata(values: Mapping[str, str | bytes]) -> str:
    """``Upload-Metadata`` as clients encode it."""
    pairs = []
    for key, value in values.items():
        raw = value if isinstance(value, bytes) else value.encode()
        pairs.append(f"{key} {base64.b64encode(raw).decode()}")
    return ",".join(pairs)


def create(
    client: httpx.Client, case_id: UUID, length: int, content: bytes = b"", **known: str | bytes
) -> httpx.Response:
    """Begin an upload; with ``content`` its first bytes come along."""
    said = {"case": str(case_id), "name": "校准记录.txt", "type": "text/plain"} | known
    headers = RESUMABLE | {"Upload-Length": str(length), "Upload-Metadata": metadata(said)}
    if content:
        headers |= PART
    return client.post("/uploads", headers=headers, content=content)


def begun(client: httpx.Client, case_id: UUID, length: int, **known: str | bytes) -> str:
    """The address of a new upload."""
    answer = create(client, case_id, length, b"", **known)
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


def patch(
    client: httpx.Client, place: str, offset: int, content: bytes, **more: str
) -> httpx.Response:
    headers = PART | {"Upload-Offset": str(offset)} | more
    return client.patch(place, headers=headers, content=content)


def offset_of(client: httpx.Client, place: str) -> int:
    answer = client.head(place, headers=RESUMABLE)
    assert answer.status_code == 200, answer.status_code
    return int(answer.headers["upload-offset"])


def item_id(place: str) -> UUID:
    """An upload's id is the future item's."""
    return UUID(place.rpartition("/")[2])
