"""The audit time of an application: what counts, what a form starts with, what would be."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mingjian.kit.access import Viewer
from mingjian.programme.models import Application, ApplicationTime
from mingjian.programme.queries.audit_times import (
    blank_schemes,
    chosen_inputs,
    options_view,
    result_of,
    time_view,
)
from mingjian.programme.queries.rule_packs import rulebook
from mingjian.programme.rules.application_time import jurisdiction_of, kind_of, with_figures
from mingjian.programme.rules.audit_time import Inputs, Result, Rulebook, codes_for


def latest_calculation(row: Application) -> ApplicationTime | None:
    """The one that counts: the last one saved."""
    return row.calculations.select_related("author").order_by("-number").first()


def is_superseded(row: Application, kept: ApplicationTime | None) -> bool:
    """Whether the applicant changed schemes, sites or people since it was calculated."""
    if kept is None:
        return False
    then, form = kept.inputs, row.submitted
    same = sorted(each.scheme for each in then.schemes) == sorted(form["schemes"])
    return not same or with_figures(then, form) != then


def application_book(viewer: Viewer, row: Application) -> Rulebook:
    """The packs in force today."""
    form = row.submitted
    return rulebook(viewer, codes_for(jurisdiction_of(form), form["schemes"]), owner=row.owner_id)


def calculated_for(
    row: Application, book: Rulebook, values: Mapping[str, Any]
) -> tuple[Inputs, Result]:
    """What these choices give with the application's figures; raises a sentence per field."""
    form = row.submitted
    inputs = with_figures(chosen_inputs(kind_of(form), values), form)
    return inputs, result_of(inputs, book, form["schemes"])


def calculation_page(viewer: Viewer, row: Application) -> dict[str, Any]:
    """What the reviewer's form starts with, what may be chosen, and what counts."""
    book, last, codes = application_book(viewer, row), latest_calculation(row), _codes(row)
    return {
        "proposed": _proposed(row, book, last).stored(),
        "options": options_view(codes, book),
        "last": time_view(last) if last else None,
        "is_outdated": is_superseded(row, last),
    }


def _proposed(row: Application, book: Rulebook, last: ApplicationTime | None) -> Inputs:
    """The last choices, else none; no part is remote before somebody decides so."""
    blank = blank_schemes(_codes(row), book)
    start = Inputs(kind="", schemes=blank, sites=(), remote_share_pct=0)
    given = last.inputs if last else start
    known = {each.scheme: each for each in given.schemes}
    schemes = tuple(known.get(each.scheme, each) for each in blank)
    return with_figures(replace(given, schemes=schemes), row.submitted)


def _codes(row: Application) -> list[str]:
    codes: list[str] = row.submitted["schemes"]
    return codes
