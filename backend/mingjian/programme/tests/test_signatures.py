"""A signature names exactly what was signed, by whom and for which side, and is journalled."""

import hashlib
from typing import Any

import pytest

from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.models import Entry
from mingjian.kit.errors import MingjianError
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditProgramme, Signature
from mingjian.programme.rules.strokes import are_strokes
from mingjian.programme.seals import qualified_seals
from mingjian.programme.seals_fake import FakeSeals
from mingjian.programme.services.signatures import sign
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = pytest.mark.django_db

SIGNATURES = "/api/programme/signatures"
STROKES = "M10 100" + "".join(f"L{x} {100 + x % 7}.5" for x in range(20, 200, 10))
DOCUMENT = "认证合同 HT-2026-001".encode()


def signed(who: Seat, subject: AuditProgramme, **values: Any) -> Signature:
    acting = viewer(who)
    given: dict[str, Any] = {"purpose": "contract", "content": DOCUMENT, "name": "沈知远"}
    with tenant_scope(acting.owners):
        return sign(viewer=acting, subject=subject, **given | {"method": "typed"} | values)


def test_a_signature_is_read_with_the_hash_of_what_was_signed_and_its_journal_entry(
    ours: dict[str, Seat], programme: AuditProgramme
) -> None:
    given = signed(ours["PM"], programme, method="drawn", strokes=STROKES)
    read = signed_in(ours["CC"]).get(f"{SIGNATURES}/{given.id}").json()
    assert read["content_sha256"] == hashlib.sha256(DOCUMENT).hexdigest()
    assert (read["name"], read["side"], read["strokes"]) == ("沈知远", "body", STROKES)
    with behind_the_walls():
        entry = Entry.objects.get(owner_id=given.owner_id, seq=read["entry"])
    assert (entry.action, entry.object_id) == ("signature.given", given.id)
    assert entry.after == given.digest().hex()


def test_each_side_signs_a_document_once(ours: dict[str, Seat], programme: AuditProgramme) -> None:
    signed(ours["PM"], programme)
    assert signed(ours["CC"], programme).side == "client"
    with pytest.raises(MingjianError, match="already_signed"):
        signed(ours["ADM"], programme)
    assert signed(ours["PM"], programme, content=DOCUMENT + b"2").side == "body"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": "  "}, "signature_name"),
        ({"name": "x" * 201}, "signature_name"),
        ({"name": "沈\x00知远"}, "signature_name"),
        ({"method": "drawn", "strokes": ""}, "signature_strokes"),
        ({"method": "drawn", "strokes": "M1 1L2 2"}, "signature_strokes"),
        ({"method": "sealed"}, "no_trust_service"),
    ],
)
def test_what_is_no_signature_is_refused_and_nothing_is_kept(
    ours: dict[str, Seat], programme: AuditProgramme, values: dict[str, Any], code: str
) -> None:
    with pytest.raises(MingjianError, match=code):
        signed(ours["PM"], programme, **values)
    with behind_the_walls():
        assert not Signature.objects.exists()


def test_a_trust_service_seals_the_digest(ours: dict[str, Seat], programme: AuditProgramme) -> None:
    service = FakeSeals()
    with qualified_seals.replaced_by(service):
        browser = signed_in(ours["PM"])
        assert browser.get(f"{SIGNATURES}/methods").json() == {"is_sealing_offered": True}
        given = signed(ours["PM"], programme, method="sealed")
    assert service.sealed == [(hashlib.sha256(DOCUMENT).digest(), "沈知远")]
    assert browser.get(f"{SIGNATURES}/{given.id}").json()["sealed_by"] == "fake"


def test_signatures_of_a_client_are_not_for_strangers(
    ours: dict[str, Seat], theirs: dict[str, Seat], programme: AuditProgramme
) -> None:
    path = f"{SIGNATURES}/{signed(ours['PM'], programme).id}"
    assert signed_in(theirs["PM"]).get(path).status_code == 404
    assert signed_in(ours["AU"]).get(path).status_code == 404  # not in a team of that client
    assert signed_in(ours["REV"]).get(path).status_code == 200


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        (STROKES, True),
        ("", False),
        ("L10 10" * 9, False),
        ("M10 10" + "L20 20" * 6, False),  # too few points
        ("M10 10" + "L20 20" * 7, True),
        ("M10 10" + "L601 20" * 7, False),  # outside the box
        ("M10 10" + "L20 201" * 7, False),
        ("M10 10" + "L20 20" * 7 + 'Z"/><script>', False),
        ("M10 10" + "C1 1 2 2 3 3" * 7, False),
        ("M10 10" + "L20 20" * 8000, False),  # too long
        ("M1e9 10" + "L20 20" * 7, False),
    ],
)
def test_strokes_are_lines_in_a_box_and_nothing_more(path: str, *, verdict: bool) -> None:
    assert are_strokes(path) is verdict
