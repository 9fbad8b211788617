"""The matrix is data: complete, understood to the last bracket, and strict about mistakes."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from mingjian.identity.matrix import SOURCE, grants_of, matrix, parse
from mingjian.identity.predicates import QUALIFIERS
from mingjian.identity.rules import ROLES
from mingjian.kit.access import Grant

OBJECTS = [
    "people",
    "rule_packs",
    "applications",
    "surveys",
    "risk",
    "programme",
    "plan",
    "checklists",
    "team",
    "qualifications",
    "impartiality",
    "availability",
    "competence",
    "guides",
    "sessions",
    "evidence",
    "sampling",
    "records",
    "findings",
    "report",
    "decision",
    "certificate",
    "parcels",
    "recipients",
    "keeping",
    "confidentiality",
    "deletion",
    "key_exports",
    "journal",
    "organisations",
    "guests",
    "settings",
    "jobs",
]


def test_every_object_says_something_for_each_of_the_twelve_roles() -> None:
    assert list(matrix()) == OBJECTS
    assert all(list(row) == list(ROLES) for row in matrix().values())
    assert len(ROLES) == 12


def test_every_qualifier_is_used_and_every_used_one_has_a_predicate() -> None:
    used = {
        grant.qualifier
        for row in matrix().values()
        for grants in row.values()
        for grant in grants
        if grant.qualifier
    }
    assert used == set(QUALIFIERS)


def test_any_right_lets_read_what_it_reaches() -> None:
    assert grants_of("CUA")[-1] == Grant("R")
    assert Grant("R", "draft") in grants_of("C(draft)")
    assert grants_of("exec") == (Grant("exec"), Grant("R"))


def test_a_cell_that_names_reading_says_exactly_what_may_be_read() -> None:
    assert grants_of("C/R(own)") == (Grant("C"), Grant("R", "own"))


def test_a_point_grants_nothing() -> None:
    assert grants_of(".") == ()


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ("R(friends)", "unknown qualifier: 'friends'"),
        ("X", "unknown right: 'X'"),
        ("R(", "cannot be read"),
        ("", "cannot be read"),
    ],
)
def test_a_cell_that_is_not_understood_stops_the_start(wrong: str, named: str) -> None:
    text = SOURCE.read_text().replace("| jobs | RU |", f"| jobs | {wrong} |")
    with pytest.raises(ImproperlyConfigured, match=named.replace("(", r"\(")):
        parse(text)


def test_a_missing_role_stops_the_start() -> None:
    with pytest.raises(ImproperlyConfigured, match="columns ADM, PM"):
        parse(SOURCE.read_text().replace("| CG | REG |", "| REG |"))


def test_separation_of_duties_is_in_the_data() -> None:
    rights = {
        (object_, role): {grant.right for grant in grants}
        for object_, row in matrix().items()
        for role, grants in row.items()
    }
    assert rights["evidence", "ADM"] == set(), "an administrator cannot open evidence"
    assert rights["findings", "PM"] == {"R"}, "a programme manager cannot edit findings"
    assert rights["findings", "TE"] == {"C", "R"}, "an expert cannot grade"
    assert rights["decision", "LA"] == set(), "the team does not decide"
    assert all(not rights[object_, "REG"] - {"R"} for object_ in OBJECTS), "authorities only read"
