"""How far the scenes of a case may be remote, as the rules and two people say."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from mingjian.kit.access import Viewer
from mingjian.kit.words import Words
from mingjian.programme.models import AuditCase, SceneAssessment, SuitabilityOverride
from mingjian.programme.models.suitability import OverrideState
from mingjian.programme.queries.cases import cases
from mingjian.programme.rules.scene_suitability import worst
from mingjian.programme.rules.scenes import SCENES

Verdicts = dict[tuple[UUID, str], dict[str, str]]
"""(site, scene) → scheme → ``remote_ok``, ``limited`` or ``forbidden``."""


def verdicts(viewer: Viewer, case: AuditCase) -> Verdicts:
    """What holds for each assessed scene of the case, overrides included.

    Where a site has two scenes of a kind (two workshops), the stricter one counts.
    """
    found: Verdicts = {}
    for row in assessments(viewer, case):
        known = found.setdefault((row.site_id, row.scene), {})
        for scheme, verdict in effective(row).items():
            known[scheme] = worst([verdict, known.get(scheme, verdict)])
    return found


def assessments(viewer: Viewer, case: AuditCase) -> list[SceneAssessment]:
    """The scenes of a case that the viewer may see, by site, then in the order of listing."""
    rows = SceneAssessment.objects.filter(
        case__in=cases(viewer).filter(id=case.id).order_by(), removed_at=None
    )
    overrides = SuitabilityOverride.objects.select_related("proposed_by", "answered_by")
    rows = rows.select_related("site", "case").prefetch_related(
        Prefetch("overrides", overrides.order_by("proposed_at"))
    )
    return list(rows.order_by("site__name", "created_at"))


def effective(row: SceneAssessment) -> dict[str, str]:
    """Scheme → verdict: the rules' unless two people agreed on another since."""
    held = {scheme: stored["verdict"] for scheme, stored in row.verdicts.items()}
    for override in confirmed(row.overrides.all()):
        if override.scheme in held:
            held[override.scheme] = override.verdict
    return held


def confirmed(overrides: Iterable[SuitabilityOverride]) -> list[SuitabilityOverride]:
    """In the order in which they were proposed: the last one counts."""
    return [each for each in overrides if each.state == OverrideState.CONFIRMED]


def place_of(row: SceneAssessment) -> Words:
    """``三水分厂 · 污水站``: where it is and what it is called."""
    zh, en = SCENES[row.scene]
    return Words(f"{row.site.name} · {row.name or zh}", f"{row.site.name} · {row.name or en}")


def assessment_view(row: SceneAssessment) -> dict[str, Any]:
    """A scene as the API shows it: per scheme what the rules said and what holds."""
    held = effective(row)
    names = ("id", "site_id", "scene", "name", "factors", "presentation", "version")
    return {
        **{name: getattr(row, name) for name in names},
        "site": row.site.name,
        "verdict": worst(held.values()),
        "verdicts": [
            {
                "scheme": scheme,
                "verdict": held[scheme],
                "default": stored["verdict"],
                "why": Words(stored["zh"], stored["en"]),
                "clause": stored["clause"],
                "stamp": stored["stamp"],
            }
            for scheme, stored in row.verdicts.items()
        ],
        "overrides": [override_view(each) for each in row.overrides.all()],
    }


def override_view(row: SuitabilityOverride) -> dict[str, Any]:
    names = ("id", "scheme", "verdict", "reason", "proposed_as", "proposed_at", "state", "answer")
    return {
        **{name: getattr(row, name) for name in names},
        "proposed_by": row.proposed_by.name,
        "answered_by": row.answered_by.name if row.answered_by else "",
        "answered_as": row.answered_as,
        "answered_at": row.answered_at,
        "version": row.version,
    }
