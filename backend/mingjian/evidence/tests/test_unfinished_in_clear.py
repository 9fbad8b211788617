"""Nothing of a file that is on its way lies in clear anywhere on the server, in any encoding."""

import base64
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from django.conf import settings

from mingjian.evidence.models import Upload
from mingjian.evidence.tests.planted import Planted
from mingjian.evidence.tests.senders import sender
from mingjian.evidence.tests.sending import PART, begun, patch
from mingjian.identity.queries.seats import Seat
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls
from tests.serving import eventually, serving

pytestmark = [
    pytest.mark.process,
    pytest.mark.django_db(transaction=True, databases=["default", "keys"]),
]
LENGTH = 4 << 20


@pytest.fixture
def client(ours: dict[str, Seat]) -> Iterator[httpx.Client]:
    with serving() as site, sender(site, ours["CC"]) as client:
        yield client


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where whoever makes a temporary file, SQLite included, makes it while the test runs."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def secret() -> Planted:
    return Planted()


def test_nothing_of_an_unfinished_file_lies_in_clear(
    client: httpx.Client, staffed: AuditCase, secret: Planted, temporary: Path
) -> None:
    place = begun(client, staffed.id, LENGTH, name=f"{secret.text}.txt")
    while_it_came: list[str] = []

    def body() -> Iterator[bytes]:
        yield secret.bytes * 20_000
        eventually(lambda: any(path.stat().st_size > 1 << 19 for path in uploads()))
        while_it_came.extend(secret.places(temporary))
        yield secret.bytes

    assert client.patch(place, headers=PART | {"Upload-Offset": "0"}, content=body()).is_success
    assert while_it_came == []
    with behind_the_walls():
        assert Upload.objects.get().tail
    assert secret.places(temporary) == []


def test_a_tail_of_a_few_bytes_is_sealed_too(
    client: httpx.Client, staffed: AuditCase, secret: Planted, temporary: Path
) -> None:
    place = begun(client, staffed.id, LENGTH)
    patch(client, place, 0, secret.bytes)

    assert secret.places(temporary) == []
    client.delete(place, headers=PART)
    assert secret.places(temporary) == []


@pytest.mark.parametrize("shift", range(4))
def test_the_search_finds_what_it_looks_for(
    secret: Planted, temporary: Path, shift: int, ours: dict[str, Seat]
) -> None:
    """In a file, in one without a name, and in a row; raw, base64, hexadecimal and UTF-16."""
    content = bytes(shift) + secret.bytes
    for number, form in enumerate((content, base64.b64encode(content), content.hex().encode())):
        planted = temporary / f"{number}"
        planted.write_bytes(form)
        assert str(planted) in secret.places(temporary)
        planted.unlink()
    with tempfile.TemporaryFile() as nameless:
        nameless.write(bytes(shift) + secret.text.encode("utf-16-le"))
        nameless.flush()
        assert secret.places(temporary)
    person = ours["CC"].person
    person.name = secret.bytes.hex()
    with behind_the_walls():
        person.save()
    assert secret.places(temporary)


def uploads() -> list[Path]:
    return [path for path in (settings.DATA / "uploads").rglob("*") if path.is_file()]
