"""What may follow what in a deletion, and who may say the next word."""

from uuid import uuid4

import pytest

from mingjian.evidence.models import ENDED, OrderState
from mingjian.evidence.rules.deletion import FLOW, is_another, may_follow, root_of

DESTRUCTIVE = OrderState.DELETING


def test_every_state_has_its_place() -> None:
    assert set(FLOW) == set(OrderState.values)
    assert {state for state, following in FLOW.items() if not following} == ENDED


def test_only_two_approvals_lead_to_destruction_and_nothing_leads_back() -> None:
    assert [state for state in FLOW if may_follow(state, DESTRUCTIVE)] == [OrderState.APPROVED]
    after, todo = set[str](), [str(DESTRUCTIVE)]
    while todo:
        after.add(todo[0])
        todo += [each for each in FLOW[todo.pop(0)] if each not in after]
    assert after == {"deleting", "waiting", "residue", "verified", "deleted"}


ONE, TWO, THREE = uuid4(), uuid4(), uuid4()


@pytest.mark.parametrize(
    ("person", "earlier", "may"),
    [
        (THREE, [ONE, TWO], True),
        (ONE, [ONE, TWO], False),
        (TWO, [ONE, TWO], False),
        (ONE, [TWO, None], True),
        (None, [], False),
    ],
)
def test_nobody_says_two_of_the_words(person: object, earlier: list[object], *, may: bool) -> None:
    assert is_another(person, earlier) is may  # type: ignore[arg-type]


def test_the_root_changes_with_anything_that_goes_or_stays() -> None:
    listed = {"items": [{"id": "1", "ground": ""}], "goes": [], "stays": []}
    kept = {"items": [{"id": "1", "ground": "agreed"}], "goes": [], "stays": []}
    assert root_of(listed) == root_of(listed | {"root": "whatever"})
    assert root_of(listed) != root_of(kept)
