"""Notes and checkpoints are those of C2SP: other people's tools can verify them."""

from base64 import b64decode, b64encode
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from mingjian.journal.rules.checkpoints import TreeHead, origin_of, proof_text
from mingjian.journal.rules.notes import (
    UnverifiedNote,
    key_id,
    sign,
    verified_text,
    verifier_key,
)

# The example of the specification.
NAME = "example.com/foo"
VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
PUBLIC = Ed25519PublicKey.from_public_bytes(b64decode(VKEY.split("+", 2)[2])[1:])
TEXT = "This is an example message.\n"
NOTE = (
    f"{TEXT}\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYN"
    "ZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HEAD = TreeHead("mingjian/journal/x", 3, bytes(32))


def test_the_example_of_the_specification_verifies() -> None:
    assert verified_text(NOTE, NAME, PUBLIC) == TEXT


def test_verifier_key_and_key_id_are_those_of_the_specification() -> None:
    assert verifier_key(NAME, PUBLIC) == VKEY
    assert key_id(NAME, PUBLIC).hex() == "530d903a"


def test_what_we_sign_verifies() -> None:
    note = sign("three\n\nlines\n", NAME, KEY)
    assert verified_text(note, NAME, KEY.public_key()) == "three\n\nlines\n"


def test_signatures_of_unknown_keys_are_ignored() -> None:
    cosigned = NOTE + sign(TEXT, "witness.example", KEY).splitlines(keepends=True)[-1]
    assert verified_text(cosigned, NAME, PUBLIC) == TEXT


def test_one_bad_signature_of_ours_refuses_the_note() -> None:
    signature = key_id(NAME, PUBLIC) + bytes(64)
    with pytest.raises(UnverifiedNote):
        verified_text(f"{NOTE}— {NAME} {b64encode(signature).decode()}\n", NAME, PUBLIC)


@pytest.mark.parametrize(
    "note",
    [
        "",
        TEXT,
        NOTE.rstrip("\n"),
        NOTE.replace("—", "-"),
        NOTE.replace("Uw2Q", "****"),
        f"{TEXT}\n— {NAME} AAAA\n",
        NOTE.replace(NAME, "example.com/bar"),
    ],
)
def test_a_malformed_or_foreign_note_is_refused(note: str) -> None:
    with pytest.raises(UnverifiedNote):
        verified_text(note, NAME, PUBLIC)


@given(st.data())
def test_no_altered_note_verifies_as_the_same_text(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(NOTE) - 1))
    letter = data.draw(st.characters(codec="utf-8").filter(lambda each: each != NOTE[place]))
    altered = NOTE[:place] + letter + NOTE[place + 1 :]
    with pytest.raises(UnverifiedNote):
        verified_text(altered, NAME, PUBLIC)


def test_a_note_has_one_spelling_only() -> None:
    """The last letter before ``=`` carries bits that base64 ignores."""
    place = NOTE.rindex("=") - 1
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    twin = letters[letters.index(NOTE[place]) ^ 1]
    with pytest.raises(UnverifiedNote, match="canonical"):
        verified_text(NOTE[:place] + twin + NOTE[place + 1 :], NAME, PUBLIC)


def test_a_checkpoint_states_origin_size_and_root() -> None:
    assert str(HEAD) == f"mingjian/journal/x\n3\n{'A' * 43}=\n"
    assert TreeHead.parse(str(HEAD)) == HEAD


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mingjian/journal/x\n3\n",
        str(HEAD).replace("3", "03"),
        str(HEAD).replace("3", "three"),
        str(HEAD) + "extension\n",
        str(HEAD).rstrip("\n"),
        "mingjian/journal/x\n3\nAAAA\n",
    ],
)
def test_what_is_not_exactly_a_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a checkpoint"):
        TreeHead.parse(text)


def test_a_proof_carries_everything_needed_offline() -> None:
    text = proof_text(7, [b"\x01" * 32, b"\x02" * 32], b"salt and event", NOTE)
    head, _, note = text.partition("\n\n")
    assert note == NOTE
    assert head.splitlines() == [
        "c2sp.org/tlog-proof@v1",
        f"extra {b64encode(b'salt and event').decode()}",
        "index 7",
        b64encode(b"\x01" * 32).decode(),
        b64encode(b"\x02" * 32).decode(),
    ]


def test_every_tenant_has_a_log_of_its_own_name() -> None:
    tenant = UUID("0199c0de-0000-7000-8000-000000000001")
    assert origin_of(tenant) == "mingjian/journal/0199c0de-0000-7000-8000-000000000001"
