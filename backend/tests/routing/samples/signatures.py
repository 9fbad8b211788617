"""Sample calls of signatures."""

from tests.routing.samples.sample import Sample

SAMPLES: dict[str, Sample] = {
    "GET /api/programme/signatures/methods": Sample(),
    # Whose client's audits the auditors of the world are on.
    "GET /api/programme/signatures/{signature_id}": Sample(),
}
