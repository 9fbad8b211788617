"""tus 1.0.0 over real sockets: every MUST of the protocol that is ours (docs/tus.md lists them)."""

import base64
import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import timedelta

import httpx
import pytest

from mingjian.evidence.jobs.uploads import sweep_uploads
from mingjian.evidence.models import EvidenceItem, ItemState, Upload
from mingjian.evidence.queries.items import texts_of
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.rules import quotas
from mingjian.evidence.services import receiving
from mingjian.evidence.tests.senders import sender
from mingjian.evidence.tests.sending import (
    PART,
    RESUMABLE,
    begun,
    create,
    item_id,
    metadata,
    offset_of,
    patch,
)
from mingjian.identity.queries.seats import Seat
from mingjian.journal.models import Entry
from mingjian.kit import clock
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls
from tests.serving import Site, serving

pytestmark = [
    pytest.mark.process,
    pytest.mark.django_db(transaction=True, databases=["default", "keys"]),
]
Seats = dict[str, Seat]
CONTENT = os.urandom(100_000)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def client(site: Site, ours: Seats) -> Iterator[httpx.Client]:
    with sender(site, ours["CC"]) as client:
        yield client


def sealed_item(place: str) -> EvidenceItem:
    with behind_the_walls():
        return EvidenceItem.objects.select_related("case").get(id=item_id(place))


def content(item: EvidenceItem) -> bytes:
    with behind_the_walls():
        reader = content_of(item)
    return reader.read_at(0, reader.size)


def test_options_say_version_extensions_size_and_algorithms(client: httpx.Client) -> None:
    answer = client.options("/uploads")

    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert int(answer.headers["tus-max-size"]) == quotas.LARGEST
    assert answer.headers["tus-checksum-algorithm"] == "sha256,sha1,md5"
    extensions = "creation,creation-with-upload,termination,checksum,expiration"
    assert answer.headers["tus-extension"] == extensions


def test_a_file_sent_in_parts_becomes_one_item(client: httpx.Client, staffed: AuditCase) -> None:
    place = begun(client, staffed.id, len(CONTENT))

    for start, stop in ((0, 7), (7, 40_000), (40_000, 40_001), (40_001, len(CONTENT))):
        answer = patch(client, place, start, CONTENT[start:stop])
        assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(stop))
        assert answer.headers["tus-resumable"] == "1.0.0"
    item = sealed_item(place)
    assert item.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (item.size, item.state) == (len(CONTENT), ItemState.QUARANTINED)
    assert content(item) == CONTENT
    with behind_the_walls():
        assert not Upload.objects.exists()
        done = Entry.objects.order_by("seq").values_list("action", flat=True)
        assert list(done)[-3:] == ["upload.begun", "upload.completed", "evidence.sealed"]


@pytest.mark.parametrize("length", [0, 1, 16383, 16384, 16385, 600_000, 1 << 20])
def test_creation_with_upload_of_any_length(
    client: httpx.Client, staffed: AuditCase, length: int
) -> None:
    whole = os.urandom(length)
    answer = create(client, staffed.id, length, whole)

    assert answer.status_code == 201
    assert answer.headers["upload-offset"] == str(length)
    item = sealed_item(answer.headers["location"])
    assert item.sha256 == hashlib.sha256(whole).hexdigest()
    assert content(item) == whole


def test_head_answers_offset_length_metadata_and_is_never_cached(
    client: httpx.Client, staffed: AuditCase
) -> None:
    place = begun(client, staffed.id, len(CONTENT))
    patch(client, place, 0, CONTENT[:20_000])

    answer = client.head(place, headers=RESUMABLE)
    assert answer.headers["upload-offset"] == "20000"
    assert answer.headers["upload-length"] == str(len(CONTENT))
    assert answer.headers["cache-control"] == "no-store"
    assert "name " in answer.headers["upload-metadata"]
    assert answer.headers["upload-expires"].endswith("GMT")


def test_a_process_that_remembers_less_than_another_took_goes_on(
    client: httpx.Client, staffed: AuditCase
) -> None:
    """Two web processes on PostgreSQL take turns; the second's tail is in the row."""
    place = begun(client, staffed.id, len(CONTENT))
    patch(client, place, 0, CONTENT[:20_000])
    of_the_first = receiving._growths.pop(item_id(place))
    patch(client, place, 20_000, CONTENT[20_000:20_005])
    receiving._growths[item_id(place)] = of_the_first

    assert offset_of(client, place) == 20_005
    assert patch(client, place, 20_005, CONTENT[20_005:]).status_code == 204
    assert sealed_item(place).sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_a_wrong_offset_changes_nothing(client: httpx.Client, staffed: AuditCase) -> None:
    place = begun(client, staffed.id, len(CONTENT))
    patch(client, place, 0, CONTENT[:50_000])

    answer = patch(client, place, 49_999, CONTENT[49_999:])
    assert (answer.status_code, answer.json()["code"]) == (409, "upload_offset")
    assert offset_of(client, place) == 50_000


@pytest.mark.parametrize("header", ["", "-1", "x", "1e3"])
def test_an_offset_must_be_a_number(client: httpx.Client, staffed: AuditCase, header: str) -> None:
    place = begun(client, staffed.id, 10)
    answer = client.patch(place, headers=PART | {"Upload-Offset": header}, content=b"x")
    assert answer.status_code == 400


def test_another_content_type_is_refused(client: httpx.Client, staffed: AuditCase) -> None:
    place = begun(client, staffed.id, 10)
    headers = RESUMABLE | {"Upload-Offset": "0", "Content-Type": "text/plain"}
    assert client.patch(place, headers=headers, content=b"x").status_code == 415


@pytest.mark.parametrize("version", ["", "0.2.2", "2.0.0"])
def test_another_version_is_refused_and_ours_is_named(client: httpx.Client, version: str) -> None:
    headers = {"Tus-Resumable": version} if version else {}
    answer = client.post("/uploads", headers=headers | {"Upload-Length": "1"})

    assert (answer.status_code, answer.headers["tus-version"]) == (412, "1.0.0")


def test_an_unknown_upload_is_not_found_without_an_offset(client: httpx.Client) -> None:
    answer = client.head("/uploads/01900000-0000-7000-8000-000000000000", headers=RESUMABLE)
    assert answer.status_code == 404
    assert "upload-offset" not in answer.headers
    assert client.head("/uploads/x", headers=RESUMABLE).status_code == 404


def test_a_post_may_stand_for_another_method_but_a_get_never(
    client: httpx.Client, staffed: AuditCase
) -> None:
    place = begun(client, staffed.id, 5)
    instead = {"X-HTTP-Method-Override": "PATCH", "Upload-Offset": "0"}

    assert client.get(place, headers=PART | instead).status_code == 405
    assert client.post(place, headers=PART | instead, content=b"12345").status_code == 204
    assert sealed_item(place).size == 5


@pytest.mark.parametrize("length", ["", "-1", "ten"])
def test_creation_needs_a_length(client: httpx.Client, staffed: AuditCase, length: str) -> None:
    headers = RESUMABLE | {"Upload-Metadata": metadata({"case": str(staffed.id)})}
    answer = client.post("/uploads", headers=headers | {"Upload-Length": length})
    assert answer.status_code == 400


def test_a_deferred_length_is_refused_in_words(client: httpx.Client) -> None:
    answer = client.post("/uploads", headers=RESUMABLE | {"Upload-Defer-Length": "1"})
    assert (answer.status_code, answer.json()["code"]) == (400, "upload_deferred_length")


def test_more_than_the_largest_file_is_refused(client: httpx.Client, staffed: AuditCase) -> None:
    answer = create(client, staffed.id, quotas.LARGEST + 1)
    assert (answer.status_code, answer.json()["code"]) == (413, "upload_too_large")


@pytest.mark.parametrize("said", ["name", "name !!", "ключ eA==", "name eA==,name eA=="])
def test_metadata_that_cannot_be_read_is_refused(client: httpx.Client, said: str) -> None:
    headers = RESUMABLE | {"Upload-Length": "1", "Upload-Metadata": said}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    assert client.post("/uploads", headers=raw).status_code == 400


def test_more_than_was_announced_is_refused(client: httpx.Client, staffed: AuditCase) -> None:
    place = begun(client, staffed.id, 10)

    answer = patch(client, place, 0, b"12345678901")
    assert (answer.status_code, answer.json()["code"]) == (400, "upload_wrong_length")
    chunked = client.patch(
        place, headers=PART | {"Upload-Offset": "0"}, content=iter([b"123456", b"789012"])
    )
    assert chunked.status_code == 400
    assert offset_of(client, place) in (0, 6)  # as the server's reads happened to fall


def test_termination_removes_what_came(client: httpx.Client, staffed: AuditCase) -> None:
    place = begun(client, staffed.id, len(CONTENT))
    patch(client, place, 0, CONTENT[:50_000])

    answer = client.delete(place, headers=RESUMABLE)
    assert (answer.status_code, answer.content) == (204, b"")
    assert client.head(place, headers=RESUMABLE).status_code == 404
    assert patch(client, place, 50_000, b"x").status_code == 404


@pytest.mark.parametrize("algorithm", ["sha256", "sha1", "md5"])
def test_a_part_with_the_right_checksum_is_taken_another_is_dropped(
    client: httpx.Client, staffed: AuditCase, algorithm: str
) -> None:
    place = begun(client, staffed.id, 20_000)
    digest = base64.b64encode(hashlib.new(algorithm, CONTENT[:20_000]).digest()).decode()
    checksum = {"Upload-Checksum": f"{algorithm} {digest}"}

    wrong = patch(client, place, 0, b"y" * 20_000, **checksum)
    assert (wrong.status_code, wrong.json()["code"]) == (460, "upload_checksum")
    assert offset_of(client, place) == 0
    assert patch(client, place, 0, CONTENT[:20_000], **checksum).status_code == 204
    assert content(sealed_item(place)) == CONTENT[:20_000]


def test_an_unknown_checksum_is_a_bad_request(client: httpx.Client, staffed: AuditCase) -> None:
    place = begun(client, staffed.id, 5)
    answer = patch(client, place, 0, b"12345", **{"Upload-Checksum": "crc32 AAAA"})
    assert answer.status_code == 400


def test_an_expired_upload_is_gone_and_is_swept(
    client: httpx.Client, staffed: AuditCase, run_jobs: Callable[[], int]
) -> None:
    place = begun(client, staffed.id, 50_000)
    patch(client, place, 0, CONTENT[:40_000])
    with behind_the_walls():
        Upload.objects.update(expires_at=clock.now() - timedelta(seconds=1))

    assert client.head(place, headers=RESUMABLE).status_code == 410
    assert patch(client, place, 40_000, b"x").json()["code"] == "upload_expired"
    sweep_uploads.func()
    run_jobs()
    with behind_the_walls():
        assert not Upload.objects.exists()


def test_the_answer_that_was_lost_can_be_asked_for_again(
    client: httpx.Client, staffed: AuditCase
) -> None:
    place = create(client, staffed.id, 5, b"12345").headers["location"]
    answer = client.head(place, headers=RESUMABLE)
    assert (answer.headers["upload-offset"], answer.headers["upload-length"]) == ("5", "5")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\合同\u202efdp.exe", "合同fdp.exe"),
        ("\x00\x1b[2J.pdf", "[2J.pdf"),
        ("校准记录.pdf".encode("gb18030"), "校准记录.pdf"),
        ("..", "未命名"),
        ("🏭 Ω.txt", "🏭 Ω.txt"),
    ],
)
def test_names_of_any_kind_become_harmless_ones(
    client: httpx.Client, staffed: AuditCase, given: str | bytes, kept: str
) -> None:
    place = create(client, staffed.id, 1, b"x", name=given).headers["location"]
    with behind_the_walls():
        assert texts_of(sealed_item(place))["name"] == kept


def test_a_folder_is_remembered_and_never_leads_out(
    client: httpx.Client, staffed: AuditCase
) -> None:
    path = "../2026/设备/../台账.xlsx"
    place = create(client, staffed.id, 1, b"x", relativePath=path, name="台账.xlsx")
    with behind_the_walls():
        known = texts_of(sealed_item(place.headers["location"]))["circumstances"]
    assert known == {"folder": "2026/设备"}


def test_a_file_that_is_not_what_was_announced_is_not_kept(
    client: httpx.Client, staffed: AuditCase
) -> None:
    answer = create(client, staffed.id, 5, b"12345", sha256="0" * 64)

    assert (answer.status_code, answer.json()["code"]) == (460, "upload_content_changed")
    with behind_the_walls():
        assert not EvidenceItem.objects.filter(case=staffed).exists()


def test_only_who_began_an_upload_goes_on_with_it(
    site: Site, client: httpx.Client, ours: Seats, theirs: Seats, staffed: AuditCase
) -> None:
    place = begun(client, staffed.id, 10)

    for other in (ours["LA"], theirs["CC"]):
        with sender(site, other) as stranger:
            assert stranger.head(place, headers=RESUMABLE).status_code == 404
            assert patch(stranger, place, 0, b"x").status_code == 404
            assert stranger.delete(place, headers=RESUMABLE).status_code == 404


def test_the_matrix_decides_who_may_begin(
    site: Site, ours: Seats, theirs: Seats, staffed: AuditCase
) -> None:
    wanted = {"ADM": 403, "PM": 403, "REV": 403, "LA": 201, "AU": 201, "CC": 201, "TE": 403}
    found = {}
    for role in wanted:
        with sender(site, ours[role]) as client:
            found[role] = create(client, staffed.id, 1, b"x").status_code
    assert found == wanted
    with sender(site, theirs["LA"]) as client:
        assert create(client, staffed.id, 1, b"x").status_code == 404
    with site.client() as nobody:
        answer = nobody.head("/uploads", headers=RESUMABLE)
        assert answer.status_code == 401
        assert answer.headers["tus-resumable"] == "1.0.0"


def test_what_was_covered_before_the_upload_is_kept_with_the_item(
    client: httpx.Client, staffed: AuditCase
) -> None:
    original = hashlib.sha256(b"stayed on the device").hexdigest()
    covered = {"redactions": '[{"kind":"image_box","count":3}]', "redaction_reason": "证件号"}
    place = begun(client, staffed.id, len(CONTENT), original_sha256=original, **covered)
    patch(client, place, 0, CONTENT)

    item = sealed_item(place)
    assert (item.original_sha256, item.sha256) == (original, hashlib.sha256(CONTENT).hexdigest())
    assert item.redactions == [{"kind": "image_box", "count": 3}]
    with behind_the_walls():
        assert texts_of(item)["circumstances"]["redaction_reason"] == "证件号"


def test_half_a_redaction_is_refused_before_a_byte_is_sent(
    client: httpx.Client, staffed: AuditCase
) -> None:
    assert create(client, staffed.id, 5, original_sha256="0" * 64).status_code == 422
