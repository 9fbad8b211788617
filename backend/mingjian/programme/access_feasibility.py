"""From a scene, an override or an agreement to the case on which the right is held."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from mingjian.kit.access import AuthorisedRequest
from mingjian.kit.errors import NotFound
from mingjian.programme.access import reach_case
from mingjian.programme.models import (
    AuditCase,
    RemoteAgreement,
    SceneAssessment,
    SuitabilityOverride,
)


def reach_scene(request: AuthorisedRequest, scene_id: UUID) -> AuditCase:
    """The case of a listed scene, reached as by :func:`reach_case`."""
    return reach_case(request, _case_id(SceneAssessment.objects.filter(id=scene_id)))


def reach_override(request: AuthorisedRequest, override_id: UUID) -> AuditCase:
    """The case of a suitability override, reached as by :func:`reach_case`."""
    rows = SuitabilityOverride.objects.filter(id=override_id)
    return reach_case(request, _case_id(rows, "assessment__case_id"))


def reach_agreement(request: AuthorisedRequest, agreement_id: UUID) -> AuditCase:
    """The case of a remote agreement, reached as by :func:`reach_case`."""
    return reach_case(request, _case_id(RemoteAgreement.objects.filter(id=agreement_id)))


def _case_id(rows: QuerySet[Any], path: str = "case_id") -> UUID:
    found: UUID | None = rows.values_list(path, flat=True).first()
    if found is None:
        raise NotFound
    return found
