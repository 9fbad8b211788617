"""Whatever comes in gets one clear verdict, in both languages; nothing runs, nothing is lost."""

import hashlib
import resource
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from engines import sandbox
from mingjian.evidence.models import EvidenceItem, ItemState
from mingjian.evidence.rules.intake import LARGEST, size_verdict
from mingjian.evidence.tests.bad_files import BadFile, bad_files
from mingjian.evidence.tests.factories import sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in
from mingjian.kit.crypto.cipher import HEADER, SEALED_CHUNK
from mingjian.kit.storage import blobs
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls

pytestmark = [
    pytest.mark.django_db(databases=["default", "keys"]),
    pytest.mark.skipif(
        not sandbox.can_confine(), reason="this machine lets no process give up its rights"
    ),
]
GROWTH = 256 << 10
"""KiB by which the process that keeps evidence may grow, whatever comes in."""


@pytest.fixture
def leader(ours: dict[str, Seat]) -> Client:
    return signed_in(ours["LA"])


def test_every_bad_file_has_its_verdict_and_none_is_lost(
    ours: dict[str, Seat], staffed: AuditCase, leader: Client, run_jobs: Callable[[], int]
) -> None:
    expected, digests, found = {}, {}, {}
    for bad in bad_files():
        expected[bad.name] = verdict_of(bad)
        item = sealed(ours["CC"], staffed, bad.content, name=bad.name, is_trusted=False)
        digests[item.id] = bad.name, hashlib.sha256(bad.content).hexdigest()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    while run_jobs():
        pass

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH
    for item_id, (name, digest) in digests.items():
        item = leader.get(f"/api/evidence/items/{item_id}").json()
        assert item["sha256"] == digest
        seen = item["examination"]
        found[name] = (item["state"], seen["code"], tuple(seen["warnings"] and codes_of(seen)))
        assert in_both_languages(leader, item_id)
    assert found == expected


def verdict_of(bad: BadFile) -> tuple[str, str, tuple[str, ...]]:
    state = ItemState.HELD if bad.code == "held" else ItemState.REFUSED
    return str(state), bad.code, bad.warnings


def codes_of(seen: dict[str, list[dict[str, str]]]) -> list[str]:
    return [warning["code"] for warning in seen["warnings"]]


def in_both_languages(browser: Client, item_id: UUID) -> bool:
    """Every sentence is there twice, and not the same one."""
    said = []
    for language in ("zh-hans", "en"):
        answer = browser.get(
            f"/api/evidence/items/{item_id}", headers={"Accept-Language": language}
        )
        seen = answer.json()["examination"]
        said.append([seen["message"], *(warning["message"] for warning in seen["warnings"])])
    return all(bool(zh) == bool(en) and (not zh or zh != en) for zh, en in zip(*said, strict=True))


def cut(content: bytes) -> bytes:
    return content[:-100]


def swapped(content: bytes) -> bytes:
    """The first two chunks in each other's place."""
    first, second = (HEADER + number * SEALED_CHUNK for number in range(2))
    return (
        content[:first]
        + content[second : second + SEALED_CHUNK]
        + content[first:second]
        + content[second + SEALED_CHUNK :]
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (cut, "ciphertext_truncated"),
        (swapped, "ciphertext_reordered"),
        (lambda content: content[:20], "ciphertext_truncated"),
        (lambda content: b"", "ciphertext_truncated"),
    ],
    ids=["cut", "reordered", "header only", "nothing"],
)
def test_sealed_content_that_came_to_harm_is_named(
    ours: dict[str, Seat],
    staffed: AuditCase,
    leader: Client,
    change: Callable[[bytes], bytes],
    code: str,
) -> None:
    item = sealed(ours["CC"], staffed)
    write(item, change(read(item)))

    assert verified(leader, item) == code


def test_the_content_of_another_item_is_named_whoever_put_it_there(
    ours: dict[str, Seat], staffed: AuditCase, leader: Client
) -> None:
    one, other = sealed(ours["CC"], staffed), sealed(ours["CC"], staffed)
    write(one, read(other))

    assert verified(leader, one) == "ciphertext_foreign"


def test_a_file_of_ten_gibibytes_may_come_and_one_beyond_the_limit_may_not() -> None:
    assert size_verdict(10 << 30, 0) == ""
    assert size_verdict(LARGEST + 1, 0) == "too_large"


@pytest.mark.slow
def test_of_a_thousand_files_at_once_none_is_lost(
    ours: dict[str, Seat], staffed: AuditCase
) -> None:
    contents = [f"{number}\n".encode() for number in range(1_000)]
    for content in contents:
        sealed(ours["CC"], staffed, content, is_trusted=False)

    with behind_the_walls():
        kept = EvidenceItem.objects.filter(case=staffed)
        assert set(kept.values_list("sha256", flat=True)) == {
            hashlib.sha256(content).hexdigest() for content in contents
        }
        assert sorted(kept.values_list("number", flat=True)) == list(range(1, 1_001))


def read(item: EvidenceItem) -> bytes:
    return blobs().read_range(item.path, 0, blobs().size(item.path))


def write(item: EvidenceItem, content: bytes) -> None:
    with blobs().writing(item.path) as target:
        target.write(content)


def verified(browser: Client, item: EvidenceItem) -> str:
    answer = browser.post(f"/api/evidence/items/{item.id}/verifications")
    return str(answer.json()["code"])
