"""The scenes of a case and what holds for them: listed, scored, overridden by two people (S06)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.models import Person
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.feasibility import (
    NeitherManagerNorLeadError,
    OverridePendingError,
    OverrideSettledError,
    SceneFactorsError,
    SceneListedError,
    SceneSiteError,
    SceneUnknownError,
    SchemeNotInCaseError,
    SecondPersonError,
)
from mingjian.programme.models import AuditCase, SceneAssessment, Site, SuitabilityOverride
from mingjian.programme.models.suitability import OverrideState
from mingjian.programme.queries.cases import team_of
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.suitability import assessment_view, override_view
from mingjian.programme.rules.scene_suitability import CODE, are_factors, default_verdict
from mingjian.programme.rules.scenes import SCENES
from mingjian.programme.services.cases import locked_case


def list_scene(
    *, viewer: Viewer, case_id: UUID, site_id: UUID, scene: str, values: Mapping[str, Any]
) -> SceneAssessment:
    """One more scene of a site in the case, with the rules' verdict for each of its schemes."""
    if scene not in SCENES:
        raise SceneUnknownError
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        site = Site.objects.filter(
            id=site_id, owner_id=case.owner_id, client_id=case.client_id, is_active=True
        ).first()
        if site is None:
            raise SceneSiteError
        row = SceneAssessment(owner_id=case.owner_id, case=case, site=site, scene=scene)
        for name, value in _checked(values).items():
            setattr(row, name, value)
        row.verdicts = _verdicts(viewer, case, scene, row.factors)
        row.changed_by = name_of(viewer)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise SceneListedError from None
        record(viewer, "scene.listed", row)
    return row


def update_scene(
    *, viewer: Viewer, scene_id: UUID, version: int, values: Mapping[str, Any]
) -> SceneAssessment:
    """Change a scene's name, scores or presentation; its verdicts follow today's rules."""
    with transaction.atomic():
        row = locked_scene(viewer, scene_id)
        new = _checked(values)
        factors = new.get("factors", row.factors)
        new["verdicts"] = _verdicts(viewer, row.case, row.scene, factors)
        before = change(row, viewer=viewer, version=version, values=new, view=assessment_view)
        record(viewer, "scene.changed", row, before=before)
    return row


def remove_scene(*, viewer: Viewer, scene_id: UUID, version: int) -> SceneAssessment:
    """The audit does not look at this scene after all."""
    with transaction.atomic():
        row = locked_scene(viewer, scene_id)
        values = {"removed_at": clock.now()}
        before = change(row, viewer=viewer, version=version, values=values, view=assessment_view)
        record(viewer, "scene.removed", row, before=before)
    return row


def propose_override(
    *, viewer: Viewer, scene_id: UUID, scheme: str, verdict: str, reason: str
) -> SuitabilityOverride:
    """Another verdict than the rules'; it holds once the other of the two roles confirms it."""
    with transaction.atomic():
        row = locked_scene(viewer, scene_id)
        acting_as, person = deciding_role(viewer, row.case)
        if scheme not in row.verdicts:
            raise SchemeNotInCaseError
        if row.overrides.filter(scheme=scheme, state=OverrideState.PROPOSED).exists():
            raise OverridePendingError
        override = SuitabilityOverride(
            owner_id=row.owner_id,
            assessment=row,
            scheme=scheme,
            verdict=verdict,
            reason=reason,
            proposed_by=person,
            proposed_as=acting_as,
        )
        override.save(force_insert=True)
        record(viewer, "override.proposed", override, reason=reason)
    return override


def answer_override(
    *, viewer: Viewer, override_id: UUID, version: int, is_confirmed: bool, answer: str = ""
) -> SuitabilityOverride:
    """The second person's word: only another person in the other role can give it."""
    with transaction.atomic():
        override = locked_override(viewer, override_id)
        acting_as, person = deciding_role(viewer, override.assessment.case)
        if override.state != OverrideState.PROPOSED:
            raise OverrideSettledError
        if acting_as == override.proposed_as or person == override.proposed_by:
            raise SecondPersonError(proposed=override.proposed_by.name)
        values = {
            "state": OverrideState.CONFIRMED if is_confirmed else OverrideState.REFUSED,
            "answered_by": person,
            "answered_as": acting_as,
            "answered_at": clock.now(),
            "answer": answer,
        }
        before = change(override, viewer=viewer, version=version, values=values, view=override_view)
        if is_confirmed:
            record(viewer, "override.confirmed", override, before=before, reason=answer)
        else:
            record(viewer, "override.refused", override, before=before, reason=answer)
    return override


def deciding_role(viewer: Viewer, case: AuditCase) -> tuple[str, Person]:
    """``PM``, or ``LA`` for whoever leads this very audit; nobody else overrides."""
    if viewer.person_id is None:
        raise NeitherManagerNorLeadError
    person = Person.objects.get(id=viewer.person_id)
    if viewer.role == "PM":
        return "PM", person
    if any(each.role == "LA" and each.person_id == person.id for each in team_of(case)):
        return "LA", person
    raise NeitherManagerNorLeadError


def locked_scene(viewer: Viewer, scene_id: UUID) -> SceneAssessment:
    """A listed scene of a case that the viewer may see and that is not closed."""
    found = SceneAssessment.objects.filter(id=scene_id, removed_at=None).first()
    if found is None:
        raise NotFound
    locked_case(viewer, found.case_id)
    rows = SceneAssessment.objects.select_for_update(of=("self",))
    return rows.select_related("case", "site").get(id=scene_id)


def locked_override(viewer: Viewer, override_id: UUID) -> SuitabilityOverride:
    found = SuitabilityOverride.objects.filter(id=override_id).first()
    if found is None:
        raise NotFound
    locked_scene(viewer, found.assessment_id)
    rows = SuitabilityOverride.objects.select_for_update(of=("self",))
    return rows.select_related("assessment__case", "proposed_by", "answered_by").get(id=override_id)


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    if not are_factors(values.get("factors", {})):
        raise SceneFactorsError
    return dict(values)


def _verdicts(
    viewer: Viewer, case: AuditCase, scene: str, factors: Mapping[str, int]
) -> dict[str, Any]:
    rules = pack(viewer, CODE)
    return {
        scheme: default_verdict(rules, scheme, scene, factors).stored() for scheme in case.schemes
    }
