"""What is known of a case's feasibility: conditions, proposal, decisions, contingency plan."""

from dataclasses import asdict
from typing import Any

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.models import (
    AuditCase,
    ContingencyPlan,
    FeasibilityDecision,
    FeasibilityReview,
    SceneAssessment,
)
from mingjian.programme.queries.cases import cases
from mingjian.programme.queries.risks import residual_level
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.suitability import assessments, confirmed, effective, place_of
from mingjian.programme.queries.survey_grounds import survey_grounds
from mingjian.programme.rules.contingency import missing, rung
from mingjian.programme.rules.feasibility import (
    CONDITIONS_CODE,
    Condition,
    Ground,
    Known,
    Proposal,
    SceneVerdict,
    propose,
)
from mingjian.programme.rules.packs import Pack
from mingjian.programme.rules.scene_suitability import CODE, worst


def review_of(viewer: Viewer, case: AuditCase) -> FeasibilityReview | None:
    """The case's gate object, once somebody has judged a condition."""
    return FeasibilityReview.objects.filter(case__in=_reached(viewer, case)).first()


def contingency_of(viewer: Viewer, case: AuditCase) -> ContingencyPlan | None:
    return ContingencyPlan.objects.filter(case__in=_reached(viewer, case)).first()


def decisions_of(viewer: Viewer, case: AuditCase) -> list[FeasibilityDecision]:
    """Every decision of the case, the one that counts first."""
    rows = FeasibilityDecision.objects.filter(case__in=_reached(viewer, case))
    return list(rows.select_related("decided_by").order_by("-number"))


def _reached(viewer: Viewer, case: AuditCase) -> Any:
    return cases(viewer).filter(id=case.id).order_by()


def known(viewer: Viewer, case: AuditCase) -> Known:
    """Everything that the rules make their proposal of."""
    conditions_pack = pack(viewer, CONDITIONS_CODE)
    review = review_of(viewer, case)
    return Known(
        conditions=tuple(_conditions(conditions_pack, review)),
        conditions_clause=conditions_pack.cite("conditions").clause,
        answers=survey_grounds(viewer, case),
        scenes=tuple(_scene(row) for row in assessments(viewer, case)),
        forbidding_rule=_forbidding_rule(viewer, case),
        residual_risk=residual_level(viewer, case),
    )


def proposal(viewer: Viewer, case: AuditCase) -> Proposal:
    return propose(known(viewer, case))


def stamps(viewer: Viewer) -> list[str]:
    """The editions under which a proposal is made today."""
    return [pack(viewer, code).stamp for code in (CONDITIONS_CODE, CODE)]


def _conditions(conditions: Pack, review: FeasibilityReview | None) -> list[Condition]:
    judged = review.conditions if review else {}
    return [
        Condition(
            code=each["code"],
            words=Words(each["zh"], each["en"]),
            holds=judged.get(each["code"], {}).get("holds"),
        )
        for each in conditions.parameters["conditions"]
    ]


def _scene(row: SceneAssessment) -> SceneVerdict:
    return SceneVerdict(
        place=place_of(row),
        verdict=worst(effective(row).values()),
        is_overridden=bool(confirmed(row.overrides.all())),
    )


def _forbidding_rule(viewer: Viewer, case: AuditCase) -> tuple[str, Words] | None:
    """The clause of the jurisdiction's rule pack that forbids a fully remote audit."""
    if case.programme.jurisdiction != "CN":
        return None
    rules = pack(viewer, "cn-qms")
    for each in rules.parameters.get("forbidden_modes", ()):
        if (
            each["mode"] == "remote"
            and each["kind"] == case.kind
            and each["scheme"] in case.schemes
        ):
            return f"{rules.edition} {rules.cite('forbidden_modes').clause}", Words(**each["why"])
    return None


def conditions_view(viewer: Viewer, case: AuditCase) -> list[dict[str, Any]]:
    """The eight conditions with what was said of each and what the machine can add."""
    of, review = known(viewer, case), review_of(viewer, case)
    judged = review.conditions if review else {}
    grounds = propose(of).grounds
    return [
        {
            "code": each.code,
            "words": each.words,
            "holds": each.holds,
            "note": judged.get(each.code, {}).get("note", ""),
            "hints": [ground_view(ground) for ground in grounds if ground.about == each.code],
        }
        for each in of.conditions
    ]


def ground_view(ground: Ground) -> dict[str, Any]:
    return {"effect": ground.effect, "source": ground.source, "words": ground.words}


def contingency_view(row: ContingencyPlan | None) -> dict[str, Any]:
    """The plan, or an empty one, with its ladder in words and what it lacks."""
    plan = row or ContingencyPlan()
    names = ("body_contacts", "client_contacts", "ladder", "decides", "reserve_dates")
    values = {name: getattr(plan, name) for name in names}
    return {
        **values,
        "note": plan.note,
        "version": plan.version if row else 0,
        "rungs": [rung(step) for step in plan.ladder],
        "missing": missing(**values),
    }


def decision_view(row: FeasibilityDecision) -> dict[str, Any]:
    """A decision beside the proposal as it was then."""
    names = ("number", "proposed", "mode", "reason", "decided_at", "stamps")
    return {
        **{name: getattr(row, name) for name in names},
        "decided_by": row.decided_by.name,
        "grounds": [
            {
                "effect": each["effect"],
                "source": Words(**each["source"]),
                "words": Words(**each["words"]),
            }
            for each in row.grounds
        ],
    }


def stored_ground(ground: Ground) -> dict[str, Any]:
    """As a decision keeps it."""
    names = ("effect", "source", "words")
    return {name: value for name, value in asdict(ground).items() if name in names}
