"""Deny by default: what every route answers to nobody, to each role, and to another body.

A route without a rule fails; so does a new route without a sample call. What the
answer must be is read from the role matrix, not written down a second time here.
"""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from config.asgi import ROUTES
from mingjian.identity.matrix import matrix
from mingjian.kit.access import PUBLIC, SIGNED_IN, Grant, Rule
from tests.routing.samples import NOT_FOUND, SAMPLES, Sample
from tests.routing.table import Operation, api_paths, operations, views
from tests.routing.world import World, rolled_back

OPERATIONS = operations()
NOT_IDS = frozenset({"seq", "login_id", "number"})
"""Names in paths that stand for small numbers, which any answer may hold."""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    with django_db_blocker.unblock(), rolled_back():
        yield World()


def call(world: World, operation: Operation, browser: Client) -> Any:
    """Make the operation's sample call; whatever it does is undone."""
    sample = sample_of(operation)
    path = re.sub(r"\{(\w+)\}", lambda match: str(world.ids[match[1]]), operation.path)
    query = urlencode(sample.query(world))
    content: dict[str, Any] = {}
    if sample.files:
        content = {"data": sample.files(world)}
    elif operation.method != "GET":
        content = {"data": sample.body(world), "content_type": "application/json"}
    with rolled_back():
        return getattr(browser, operation.method.lower())(f"{path}?{query}", **content)


def sample_of(operation: Operation) -> Sample:
    return SAMPLES[str(operation)]


def grants(rule: Rule, role: str) -> list[Grant]:
    """What the matrix gives the role; whoever is signed in holds what needs no more."""
    if rule in (PUBLIC, SIGNED_IN):
        return [Grant(rule.object)]
    return [grant for grant in matrix()[rule.object][role] if grant.right == rule.right]


def expected(operation: Operation, role: str, right: frozenset[int]) -> frozenset[int]:
    """Who holds the right gets the ``right`` answer; a bracket may also say 403 or 404."""
    held = grants(operation.rule, role)
    if not held:
        return frozenset({403})
    return right | {403, 404} if all(grant.qualifier for grant in held) else right


def test_every_route_has_a_sample_call_and_every_sample_a_route() -> None:
    assert {str(operation) for operation in OPERATIONS} == set(SAMPLES)


def test_django_serves_nothing_below_the_api_but_its_operations() -> None:
    root = {"/api"}
    assert api_paths() - root == {operation.path for operation in OPERATIONS}


@pytest.mark.django_db
def test_the_root_of_the_api_is_nothing() -> None:
    assert Client().get("/api/").status_code == 404


def test_every_rule_asks_for_something_that_the_matrix_knows() -> None:
    known = {
        (object_, grant.right)
        for object_, row in matrix().items()
        for grant in sum(row.values(), ())
    }
    unknown = [
        str(operation)
        for operation in OPERATIONS
        if operation.rule not in (PUBLIC, SIGNED_IN)
        and (operation.rule.object, operation.rule.right) not in known
    ]
    assert unknown == []


def test_every_other_view_says_why_it_is_public() -> None:
    silent = [
        path
        for path, view in views()
        if not path.startswith("api/") and not getattr(view, "public_reason", "")
    ]
    assert silent == []


def test_every_application_before_django_declares_its_rule_and_reason() -> None:
    rules = set(matrix()) | {PUBLIC.object, SIGNED_IN.object}
    assert [route.prefix for route in ROUTES if route.rule.object not in rules] == []
    assert [route.prefix for route in ROUTES if not route.why] == []


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_nobody_gets_in_without_a_login(world: World, operation: Operation) -> None:
    answer = call(world, operation, Client())
    if operation.rule == PUBLIC:
        assert answer.status_code in sample_of(operation).ok
    else:
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_every_role_gets_what_the_matrix_says(world: World, operation: Operation) -> None:
    wrong = {}
    for role, who in world.ours.items():
        answer = call(world, operation, world.browser(who))
        if answer.status_code not in expected(operation, role, sample_of(operation).ok):
            wrong[role] = (answer.status_code, answer.content.decode()[:300])
    assert wrong == {}


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_another_bodys_people_find_nothing_of_ours(world: World, operation: Operation) -> None:
    sample = sample_of(operation)
    names_ours = "_id}" in operation.path or "owner" in sample.query(world)
    right = sample.foreign or (NOT_FOUND if names_ours else sample.ok)
    wrong = {}
    for role, who in world.theirs.items():
        answer = call(world, operation, world.browser(who))
        is_right = answer.status_code in expected(operation, role, right)
        if not is_right or names_something_of(world, answer):
            wrong[role] = (answer.status_code, answer.content.decode()[:300])
    assert wrong == {}


def names_something_of(world: World, answer: Any) -> bool:
    """Whether the answer holds an id of ours that was not asked for."""
    text = answer.content.decode(errors="replace")
    return answer.status_code < 300 and any(
        str(value) in text for name, value in world.ids.items() if name not in NOT_IDS
    )
