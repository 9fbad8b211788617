"""Which sites are visited (IAF MD 1): sizes, the random part, and the traps others fall into."""

from math import ceil, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingjian.programme.rules.audit_time.sampling import (
    Candidate,
    draw,
    random_size,
    sample_size,
)
from mingjian.programme.tests.audit_times import rulebook

BOOK = rulebook()
SITES = [Candidate(f"场所 {n}", people=n * 10) for n in range(1, 26)]


@pytest.mark.parametrize(
    ("kind", "size"), [("stage_2", 2), ("surveillance", 1), ("recertification", 2)]
)
def test_two_sites_as_ea_answers(kind: str, size: int) -> None:
    """EA FAQ 46.5: initial 2, surveillances 1 and 1, recertification 2; the centre on top."""
    assert sample_size(BOOK, kind, 2) == size


@pytest.mark.parametrize(
    ("kind", "sites", "size"),
    [
        ("stage_2", 25, 5),
        ("stage_2", 26, 6),
        ("surveillance", 25, 3),
        ("surveillance", 26, 4),
        ("recertification", 25, 4),
        ("recertification", 26, 5),
        ("surveillance", 1, 1),
        ("surveillance", 0, 0),
    ],
)
def test_sizes_at_the_edges_of_the_roots(kind: str, sites: int, size: int) -> None:
    assert sample_size(BOOK, kind, sites) == size


def test_a_recertification_takes_its_eighth_tenths() -> None:
    """A trap of public calculators: recertification without the factor 0.8."""
    assert sample_size(BOOK, "recertification", 100) == 8 != sample_size(BOOK, "stage_2", 100)


@pytest.mark.parametrize(("kind", "size"), [("stage_2", 11), ("surveillance", 4)])
def test_where_sampling_is_not_fit(kind: str, size: int) -> None:
    assert sample_size(BOOK, kind, 11, is_sampling_fit=False) == size


def test_a_quarter_of_the_sample_is_random_and_not_of_the_sites() -> None:
    """Another trap: 25 % as a floor on the number of sites."""
    assert sample_size(BOOK, "stage_2", 100) == 10
    assert random_size(BOOK, 10) == 3


def test_the_same_seed_draws_the_same_sites_in_whatever_order_they_are_listed() -> None:
    once = draw(SITES, size=5, at_random=2, seed="3f9c")
    again = draw(list(reversed(SITES)), size=5, at_random=2, seed="3f9c")
    assert once == again
    assert once != draw(SITES, size=5, at_random=2, seed="77ab")


def test_the_rest_is_what_was_asked_for_then_the_long_unvisited_then_the_large() -> None:
    known = [Candidate(each.id, each.people, "2025-11-01") for each in SITES]
    known[3] = Candidate(SITES[3].id, SITES[3].people)
    sample = draw(known, size=5, at_random=1, seed="x", wanted=[SITES[7].id])
    left = [each for each in (SITES[7].id, SITES[3].id) if each not in sample.drawn]
    assert list(sample.chosen[: len(left)]) == left


@given(sites=st.integers(1, 5000), kind=st.sampled_from(["stage_2", "surveillance"]))
def test_the_size_is_exact_and_grows_with_the_sites(sites: int, kind: str) -> None:
    size = sample_size(BOOK, kind, sites)
    factor = 1.0 if kind == "stage_2" else 0.6
    assert abs(size - min(sites, ceil(factor * sqrt(sites) - 1e-9))) == 0
    assert size <= sample_size(BOOK, kind, sites + 1)


@given(seed=st.text(max_size=8), size=st.integers(1, 25))
def test_a_draw_is_a_sample_without_repeats(seed: str, size: int) -> None:
    sample = draw(SITES, size=size, at_random=random_size(BOOK, size), seed=seed)
    assert len({*sample.drawn, *sample.chosen}) == size
    assert len(sample.drawn) >= size / 4
