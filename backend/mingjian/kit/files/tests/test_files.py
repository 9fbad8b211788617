"""A tenant's own documents through HTTP: what is taken, who gets it, and how it is served."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mingjian.kit.access import Viewer, authority
from mingjian.kit.access_fake import FakeAuthority
from mingjian.kit.clock import moved_to, now
from mingjian.kit.files.jobs import GRACE, sweep_unfinished
from mingjian.kit.files.models import StoredFile
from mingjian.kit.files.tests.samples import SVG, jpeg, png
from mingjian.kit.keys.services import create_tenant_key
from mingjian.kit.storage import LocalStore, blobs
from mingjian.kit.tenancy import tenant_scope

pytestmark = pytest.mark.django_db
NAME = "认证机构标志 (最终版).png"


@pytest.fixture(autouse=True)
def store(tmp_path: Path) -> Iterator[Path]:
    with blobs.replaced_by(LocalStore(tmp_path / "blobs")):
        yield tmp_path / "blobs"


@pytest.fixture
def members() -> Iterator[FakeAuthority]:
    fake = FakeAuthority()
    fake.rights = {"ADM": {("settings", "U")}}
    with authority.replaced_by(fake):
        yield fake


@pytest.fixture
def admin(members: FakeAuthority) -> Viewer:
    viewer = members.enrol("admin")
    create_tenant_key(viewer.tenant_id)
    return viewer


@pytest.fixture
def as_admin(members: FakeAuthority, admin: Viewer) -> Client:
    return signed_in(members, "admin")


def signed_in(members: FakeAuthority, name: str) -> Client:
    client = Client(headers={"Accept-Language": "en"})
    client.cookies[settings.SESSION_COOKIE_NAME] = members.sign_in(name)
    return client


def upload(client: Client, content: bytes, name: str = NAME, kind: str = "image/png") -> Any:
    return client.post("/api/files/pictures", {"file": SimpleUploadedFile(name, content, kind)})


def streamed(response: Any) -> bytes:
    """The whole body, which is an asynchronous iterator."""

    async def collect() -> bytes:
        return b"".join([piece async for piece in response.streaming_content])

    return async_to_sync(collect)()


def uploaded(client: Client, content: bytes, name: str = NAME) -> str:
    response = upload(client, content, name)
    assert response.status_code == 201, response.content
    return str(response.json()["href"])


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(png(), "image/png"), (jpeg(), "image/jpeg")],
    ids=["png", "jpeg"],
)
def test_a_logo_comes_back_as_it_was_uploaded(
    as_admin: Client, content: bytes, media_type: str
) -> None:
    response = as_admin.get(uploaded(as_admin, content))
    assert response.status_code == 200
    assert streamed(response) == content
    assert response["Content-Type"] == media_type


def test_what_a_picture_is_follows_from_its_content_not_its_name(as_admin: Client) -> None:
    response = upload(as_admin, jpeg(), "logo.exe", "application/x-msdownload")
    assert response.status_code == 201
    assert response.json()["media_type"] == "image/jpeg"


def test_it_is_served_so_that_nothing_in_it_can_act(as_admin: Client) -> None:
    response = as_admin.get(uploaded(as_admin, png()))
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''%E8%AE%A4")


def test_a_document_that_is_no_picture_is_only_offered_to_be_saved(
    as_admin: Client, admin: Viewer
) -> None:
    href = uploaded(as_admin, png())
    with tenant_scope(admin.owners):
        StoredFile.objects.update(media_type="text/html")
    assert as_admin.get(href)["Content-Disposition"].startswith("attachment;")


def test_it_is_sent_again_only_if_it_changed(as_admin: Client) -> None:
    href = uploaded(as_admin, png())
    first = as_admin.get(href)
    assert first["Cache-Control"] == "private, no-cache"
    again = as_admin.get(href, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_neither_name_nor_content_lies_anywhere_in_the_clear(
    as_admin: Client, admin: Viewer, store: Path
) -> None:
    uploaded(as_admin, png())
    [row] = stored(admin)
    assert "标志".encode() not in bytes(row.name)
    [blob] = [path for path in store.rglob("*") if path.is_file()]
    assert blob == store / str(row.owner_id) / "-" / str(row.id)
    assert b"PNG" not in blob.read_bytes()


def stored(viewer: Viewer) -> list[StoredFile]:
    with tenant_scope(viewer.owners):
        return list(StoredFile.objects.all())


def refused(response: Any, status: int, sentence: str) -> None:
    assert response.status_code == status, response.content
    assert sentence in f"{response.json()}"
    assert list(blobs().paths()) == []


def test_svg_is_refused_with_what_to_do(as_admin: Client) -> None:
    refused(upload(as_admin, SVG, "logo.png"), 415, "Export it as PNG")


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\0", b"GIF89a\x01\0\x01\0", png()[:20], png()[:-12], jpeg()[:8], b"<html>"],
    ids=["empty", "program", "gif", "cut-png", "png-without-end", "cut-jpeg", "page"],
)
def test_what_is_no_picture_or_a_damaged_one_is_refused(as_admin: Client, content: bytes) -> None:
    refused(upload(as_admin, content), 415, "Upload a PNG or JPEG picture")


@pytest.mark.parametrize("content", [png(20_000, 10), jpeg(10, 60_000)], ids=["png", "jpeg"])
def test_a_picture_that_unfolds_too_far_is_refused(as_admin: Client, content: bytes) -> None:
    refused(upload(as_admin, content), 413, "Reduce it to 4096×4096")


def test_more_than_two_mebibytes_are_refused(as_admin: Client) -> None:
    refused(upload(as_admin, png() + bytes(2 << 20)), 413, "at most 2 MiB")


def test_a_request_without_a_file_says_so(as_admin: Client) -> None:
    refused(as_admin.post("/api/files/pictures", {"other": "x"}), 422, "required")


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: x=1.png", "\u202egnp.exe", "x" * 5000 + ".png"])
def test_a_wicked_name_harms_no_header(as_admin: Client, name: str) -> None:
    response = as_admin.get(uploaded(as_admin, png(), name))
    assert response.status_code == 200
    assert "Set-Cookie" not in response.headers
    assert "\u202e" not in response["Content-Disposition"]


def test_another_tenant_finds_nothing(as_admin: Client, members: FakeAuthority) -> None:
    members.enrol("stranger")
    response = signed_in(members, "stranger").get(uploaded(as_admin, png()))
    assert response.status_code == 404


def test_whoever_reaches_the_tenant_sees_its_logo(
    as_admin: Client, members: FakeAuthority, admin: Viewer
) -> None:
    members.enrol("client", tenant_id=admin.tenant_id, role="CC")
    assert signed_in(members, "client").get(uploaded(as_admin, png())).status_code == 200


def test_only_who_may_change_settings_uploads(members: FakeAuthority, admin: Viewer) -> None:
    members.enrol("auditor", tenant_id=admin.tenant_id, role="AU")
    refused(upload(signed_in(members, "auditor"), png()), 403, "may not")
    refused(upload(Client(headers={"Accept-Language": "en"}), png()), 401, "sign in")


def test_a_file_whose_content_was_swapped_is_refused_and_named(
    as_admin: Client, store: Path
) -> None:
    first, second = uploaded(as_admin, png()), uploaded(as_admin, jpeg())
    places = {path.name: path for path in store.rglob("*") if path.is_file()}
    places[first.rsplit("/")[-1]].write_bytes(places[second.rsplit("/")[-1]].read_bytes())
    response = as_admin.get(first)
    assert response.status_code == 409
    assert response.json()["code"] == "ciphertext_foreign"


def test_a_file_whose_content_is_gone_is_said_to_be_missing(
    as_admin: Client, admin: Viewer
) -> None:
    href = uploaded(as_admin, png())
    [row] = stored(admin)
    blobs().delete(row.path)
    assert as_admin.get(href).json()["code"] == "blob_missing"


def test_what_a_killed_upload_left_is_cleared_after_a_day(store: Path) -> None:
    writing = blobs().writing("owner/-/file")
    writing.__enter__().write(b"half")
    sweep_unfinished.call()
    assert len(list((store / ".unfinished").iterdir())) == 1
    with moved_to(now() + GRACE * 2):
        sweep_unfinished.call()
    assert list((store / ".unfinished").iterdir()) == []
