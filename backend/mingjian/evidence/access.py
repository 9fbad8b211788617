"""The step from a route to evidence: the case it belongs to, reached as planning's is."""

from uuid import UUID

from mingjian.evidence.models import EvidenceItem, EvidenceRequest, ItemAssignment, Sample
from mingjian.evidence.queries.items import item_of
from mingjian.evidence.queries.requests import request_of
from mingjian.evidence.queries.samples import sample_of
from mingjian.kit.access import AuthorisedRequest, Rule, Viewer, authority
from mingjian.kit.errors import NotFound
from mingjian.programme.access import reach_case
from mingjian.programme.models import AuditCase


def reach_library(request: AuthorisedRequest, case_id: UUID) -> AuditCase:
    """The case whose items are listed; the query then leaves out what is not the viewer's."""
    people = filter(None, [request.viewer.person_id])
    return reach_case(request, case_id, people=frozenset(people), assigned=experts_of(case_id))


def reach_item(request: AuthorisedRequest, item_id: UUID) -> EvidenceItem:
    """One item, if the viewer may see it (else 404) and holds the right on it (403)."""
    row = item_of(request.viewer, item_id)
    given = frozenset(filter(None, [row.provided_by_id]))
    assigned = frozenset(row.assignments.values_list("person_id", flat=True))
    reach_case(request, row.case_id, people=given, assigned=assigned | given)
    if request.viewer.role == "CG" and row.provided_by_id != request.viewer.person_id:
        raise NotFound
    return row


def reach_request(request: AuthorisedRequest, request_id: UUID) -> EvidenceRequest:
    """One request, if the viewer may see it (else 404) and holds the right on its case (403)."""
    row = request_of(request.viewer, request_id)
    reach_library(request, row.case_id)
    return row


def reach_samples(request: AuthorisedRequest, case_id: UUID, aspect: str = "") -> AuditCase:
    """The case whose samples are touched; a client is told of none of them."""
    return reach_case(request, case_id, aspect=aspect)


def reach_sample(request: AuthorisedRequest, sample_id: UUID, aspect: str = "") -> Sample:
    """One sample, if the viewer may see it (else 404) and holds the right on it (403)."""
    row = sample_of(request.viewer, sample_id)
    reach_case(request, row.case_id, aspect=aspect)
    return row


def reach_receiving(viewer: Viewer, case_id: UUID) -> AuditCase:
    """The case that a file is sent to, if this person may add evidence to it."""
    request = AuthorisedRequest()
    request.viewer, request.grants = viewer, authority().grants(viewer, Rule("evidence", "C"))
    return reach_case(request, case_id, people=frozenset(filter(None, [viewer.person_id])))


def experts_of(case_id: UUID) -> frozenset[UUID]:
    """Experts to whom anything of the case was given."""
    given = ItemAssignment.objects.filter(item__case_id=case_id)
    return frozenset(given.values_list("person_id", flat=True))
