"""Ranges of a large file, asked for over real HTTP as a video player does."""

import resource
import time
from collections.abc import Iterator

import httpx
import pytest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import override_settings
from django.urls import path

from mingjian.kit.streaming import PIECE, Description, ranged_response
from tests.serving import Site, eventually, serving

SIZE = 300 * 1024 * 1024
ETAG = '"v1"'


class Pattern:
    """A file in which every byte says where it stands; it counts what was read."""

    size = SIZE

    def __init__(self) -> None:
        self.pieces = 0
        self.largest = 0

    def read_at(self, offset: int, length: int) -> bytes:
        self.pieces += 1
        self.largest = max(self.largest, length)
        start = offset % 251
        repeated = bytes(range(251)) * (length // 251 + 2)
        return repeated[start : start + length]


FILE = Pattern()


def video(request: HttpRequest) -> HttpResponseBase:
    described = Description(media_type="video/mp4", etag=ETAG, name="现场.mp4", is_shown=True)
    return ranged_response(request, FILE, described)


def nothing(request: HttpRequest) -> HttpResponseBase:
    empty = Pattern()
    empty.size = 0
    described = Description(media_type="text/html", etag=ETAG, name="a.html")
    return ranged_response(request, empty, described)


urlpatterns = [path("video", video), path("nothing", nothing)]

pytestmark = [pytest.mark.process, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[]), serving() as site:
        yield site


@pytest.fixture
def player(site: Site) -> Iterator[httpx.Client]:
    with site.client() as client:
        yield client


def expected(first: int, length: int) -> bytes:
    return Pattern().read_at(first, length)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-299", 100, 299),
        (f"bytes={PIECE - 1}-{2 * PIECE}", PIECE - 1, 2 * PIECE),
        (f"bytes={SIZE - 10}-", SIZE - 10, SIZE - 1),
        ("bytes=-7", SIZE - 7, SIZE - 1),
        (f"bytes={SIZE - 5}-{SIZE + 5}", SIZE - 5, SIZE - 1),
    ],
)
def test_a_range_is_answered_with_exactly_that(
    player: httpx.Client, asked: str, first: int, last: int
) -> None:
    answer = player.get("/video", headers={"Range": asked})
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{SIZE}"
    assert answer.content == expected(first, last - first + 1)


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", f"bytes={SIZE + 9}-{SIZE + 10}", "bytes=-0"])
def test_a_range_outside_is_not_satisfiable(player: httpx.Client, asked: str) -> None:
    answer = player.get("/video", headers={"Range": asked})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{SIZE}"


@pytest.mark.parametrize("asked", ["bytes=5-2", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "x"])
def test_a_range_nobody_understands_is_answered_with_everything(
    player: httpx.Client, asked: str
) -> None:
    answer = player.head("/video", headers={"Range": asked})
    assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(SIZE))


def test_a_range_of_another_version_is_answered_with_everything(player: httpx.Client) -> None:
    same = player.head("/video", headers={"Range": "bytes=0-9", "If-Range": ETAG})
    other = player.head("/video", headers={"Range": "bytes=0-9", "If-Range": '"v0"'})
    assert [same.status_code, other.status_code] == [206, 200]


def test_what_the_browser_has_already_is_not_sent_again(player: httpx.Client) -> None:
    answer = player.get("/video", headers={"If-None-Match": ETAG})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_head_says_everything_but_the_content(player: httpx.Client) -> None:
    before = FILE.pieces
    answer = player.head("/video")
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["ETag"] == ETAG
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "inline" in answer.headers["Content-Disposition"]
    assert FILE.pieces == before


def test_an_empty_file_is_sent_and_saved_not_shown(player: httpx.Client) -> None:
    answer = player.get("/nothing")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_large_file_passes_in_small_pieces_and_little_memory(player: httpx.Client) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with player.stream("GET", "/video") as answer:
        received = sum(len(piece) for piece in answer.iter_raw(PIECE))
    grown_mib = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert received == SIZE
    assert FILE.largest == PIECE
    assert grown_mib < 60


def test_a_player_that_leaves_stops_the_reading(player: httpx.Client) -> None:
    with player.stream("GET", "/video") as answer:
        next(answer.iter_raw(1000))
    eventually(has_stopped_reading)


def has_stopped_reading() -> bool:
    before = FILE.pieces
    time.sleep(0.5)
    return FILE.pieces == before
