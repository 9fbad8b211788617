"""Under which scale a matrix stands, and the library that it may draw from."""

from collections.abc import Mapping
from typing import Any

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, RiskMatrix
from mingjian.programme.queries.rule_packs import pack, packs_by_stamp
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.planning_inputs import INPUTS, answers, suggests
from mingjian.programme.rules.risk_scale import Scale

SCALE, LIBRARY = "risk-scale", "risk-library"


def scale_pack(viewer: Viewer, matrix: RiskMatrix | None) -> Pack:
    """The pack whose stamp the matrix keeps; for a new one the edition in force."""
    kept = packs_by_stamp([matrix.stamp], matrix.owner_id) if matrix else {}
    return next(iter(kept.values()), None) or pack(viewer, SCALE)


def scale_of(viewer: Viewer, matrix: RiskMatrix) -> Scale:
    return Scale.of(scale_pack(viewer, matrix))


def scale_view(of: Pack) -> dict[str, Any]:
    """The scale as the page shows it beside the matrix."""
    values = of.parameters
    return {
        "stamp": of.stamp,
        "title": str(of.title),
        "likelihood": [_grade(each) for each in values["likelihood"]],
        "impact": [_grade(each) for each in values["impact"]],
        "levels": [
            {
                "code": each["code"],
                "shade": each["shade"],
                "name": _words(each["name"]),
                "means": _words(each["means"]),
            }
            for each in values["levels"]
        ],
        "cells": values["cells"],
        "treatment_from": values["treatment_from"],
        "most_residual": values["most_residual"],
        "exception_allowed": values["exception_allowed"],
    }


def library(viewer: Viewer) -> dict[str, Mapping[str, Any]]:
    """Entries of the library in force, by code."""
    return {each["code"]: each for each in pack(viewer, LIBRARY).parameters["library"]}


def suggestions(viewer: Viewer, case: AuditCase) -> list[dict[str, Any]]:
    """What the library holds for the case's schemes; what its inputs call for comes first."""
    given = answers(case.programme.inputs)
    shown = [
        {
            "code": entry["code"],
            "sign": entry["sign"],
            "factor": entry["factor"],
            "dimension": entry["dimension"],
            "text": _words(entry["text"]),
            "cause": _words(entry["cause"]),
            "treatment": _words(entry["treatment"]),
            "likelihood": entry["likelihood"],
            "impact": entry["impact"],
            "because": [_because(code, grade) for code, grade in suggests(entry["when"], given)],
        }
        for entry in library(viewer).values()
        if not entry["schemes"] or set(entry["schemes"]) & set(case.schemes)
    ]
    return sorted(shown, key=lambda entry: not entry["because"])


def _because(code: str, grade: str) -> str:
    question = INPUTS[code]
    return str(
        Words(
            f"{question.title.zh}：{question.means[grade].zh}",
            f"{question.title.en}: {question.means[grade].en}",
        )
    )


def _grade(each: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "grade": each["grade"],
        "name": _words(each["name"]),
        "means": _words(each["means"]),
    }


def _words(both: Mapping[str, str]) -> str:
    return str(Words(**both))
