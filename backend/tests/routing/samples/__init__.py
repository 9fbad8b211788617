"""One call of every operation: such that only access decides whether it succeeds."""

from tests.routing.samples import (
    applications,
    cases,
    evidence,
    evidence_deletions,
    evidence_external,
    evidence_keeping,
    evidence_parcels,
    evidence_requests,
    evidence_samples,
    feasibility,
    identity,
    plans,
    platform,
    records,
    risk,
    rooms,
    signatures,
    surveys,
    team,
    time,
    tools,
)
from tests.routing.samples.sample import NOT_FOUND, Sample

SAMPLES: dict[str, Sample] = {
    **identity.SAMPLES,
    **platform.SAMPLES,
    **applications.SAMPLES,
    **cases.SAMPLES,
    **risk.SAMPLES,
    **rooms.SAMPLES,
    **evidence.SAMPLES,
    **evidence_deletions.SAMPLES,
    **records.SAMPLES,
    **evidence_external.SAMPLES,
    **evidence_keeping.SAMPLES,
    **evidence_parcels.SAMPLES,
    **evidence_requests.SAMPLES,
    **evidence_samples.SAMPLES,
    **plans.SAMPLES,
    **feasibility.SAMPLES,
    **time.SAMPLES,
    **signatures.SAMPLES,
    **surveys.SAMPLES,
    **team.SAMPLES,
    **tools.SAMPLES,
}

__all__ = ["NOT_FOUND", "SAMPLES", "Sample"]
