"""One value has one text; whatever differs, differs in its text."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.journal.models import Verification
from mingjian.journal.rules.canonical import LARGEST, canonical_json, plain, utc_text
from mingjian.journal.rules.commitment import Event, commitment, preimage, text_of

texts = st.text(st.characters(codec="utf-8"))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
)
events = st.builds(Event, *[texts] * len(Event._fields))


def test_members_are_sorted_by_utf_16_and_nothing_is_spaced() -> None:
    """The example of RFC 8785 §3.2.3."""
    names = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    expected = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert list(json.loads(canonical_json(dict.fromkeys(names)))) == expected
    assert canonical_json({"b": [1, "x"], "a": None}) == '{"a":null,"b":[1,"x"]}'


def test_strings_are_escaped_as_in_rfc_8785() -> None:
    """The string of RFC 8785 §3.2.2."""
    text = '\u20ac$\u000f\nA\'B"\\\\"/'
    assert canonical_json(text) == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


@given(values)
def test_the_text_says_the_value(value: object) -> None:
    assert json.loads(canonical_json(value)) == value


def test_composed_and_decomposed_letters_are_different_texts() -> None:
    assert canonical_json("\u00e9") != canonical_json("e\u0301")


@pytest.mark.parametrize("value", [1.0, {1, 2}, object(), b"bytes", [0.5], {1: "x"}])
def test_what_has_no_one_text_is_refused(value: object) -> None:
    with pytest.raises((TypeError, AttributeError)):
        canonical_json(value)


@pytest.mark.parametrize("value", ["\ud800", LARGEST + 1, -LARGEST - 1])
def test_what_json_cannot_carry_exactly_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"surrogates|exact"):
        canonical_json(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (
            datetime(2026, 1, 2, 11, tzinfo=timezone(timedelta(hours=8))),
            "2026-01-02T03:00:00.000000Z",
        ),
        (date(2026, 1, 2), "2026-01-02"),
        (Decimal("1.50"), "1.5"),
        (Decimal("-0.0"), "0"),
        (Decimal("100"), "100"),
        (b"\xab", "ab"),
        (memoryview(b"\xab"), "ab"),
        ("text", "text"),
        (7, 7),
        (None, None),
    ],
)
def test_columns_have_one_text_on_every_database(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(TypeError):
        utc_text(datetime(2026, 1, 2))  # noqa: DTZ001


@given(events)
def test_an_event_is_canonical_json_of_its_filled_fields(event: Event) -> None:
    filled = {name: value for name, value in event._asdict().items() if value}
    assert text_of(event) == canonical_json(filled)


@given(events, events)
def test_different_events_have_different_texts(one: Event, other: Event) -> None:
    assert (text_of(one) == text_of(other)) == (one == other)


def test_the_same_event_under_another_salt_is_another_leaf() -> None:
    event = Event(*"abcdefghijklmno")
    assert commitment(event, "00") != commitment(event, "01")
    assert preimage(event, "00").startswith(b'00{"action":"a",')


def test_a_digest_does_not_depend_on_how_a_value_was_set() -> None:
    row = Verification(
        id=UUID(int=1), owner_id=UUID(int=2), started_at=datetime(2026, 1, 1, tzinfo=UTC), size=7
    )
    same = Verification(
        id=str(row.id), owner_id=str(row.owner_id), started_at="2026-01-01T00:00:00Z", size="7"
    )
    assert row.digest() == same.digest()


@pytest.mark.parametrize("change", [{"size": 8}, {"found": 1}, {"id": UUID(int=3)}])
def test_a_digest_tells_rows_apart(change: dict[str, object]) -> None:
    values = {"id": UUID(int=1), "owner_id": UUID(int=2), "size": 7}
    values["started_at"] = datetime(2026, 1, 1, tzinfo=UTC)
    assert Verification(**values).digest() != Verification(**{**values, **change}).digest()
