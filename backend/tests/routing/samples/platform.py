"""Sample calls of the journal and of the platform's own operations."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from mingjian.kit.files.tests.samples import png
from tests.routing.samples.sample import NOT_FOUND, Sample
from tests.routing.world import World


def journal(world: World) -> dict[str, Any]:
    return {"owner": str(world.ours["ADM"].tenant.id)}


def picture(world: World) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("logo.png", png(), "image/png")}


SAMPLES: dict[str, Sample] = {
    "GET /api/journal/entries": Sample(),
    "GET /api/journal/entries/{seq}": Sample(query=journal),
    "GET /api/journal/entries/{seq}/proof": Sample(query=journal),
    "GET /api/journal/consistency": Sample(
        query=lambda w: journal(w) | {"first": 1}, foreign=NOT_FOUND
    ),
    "GET /api/journal/checkpoints": Sample(query=journal, foreign=NOT_FOUND),
    "GET /api/journal/checkpoint": Sample(query=journal, foreign=NOT_FOUND),
    "GET /api/journal/key": Sample(query=journal, foreign=NOT_FOUND),
    "GET /api/journal/verifications": Sample(query=journal, foreign=NOT_FOUND),
    "POST /api/journal/verifications": Sample(query=journal, foreign=NOT_FOUND),
    "GET /api/journal/verifications/{verification_id}": Sample(),
    "POST /api/files/pictures": Sample(files=picture),
    "GET /api/files/{file_id}": Sample(),
    "GET /api/jobs": Sample(),
    "GET /api/jobs/{job_id}": Sample(),
    "POST /api/jobs/{job_id}/retry": Sample(),
    "POST /api/jobs/{job_id}/cancel": Sample(),
    "GET /api/mail": Sample(),
    "POST /api/mail/trial": Sample(body=lambda w: {"to": "a@b.example", "language": "en"}),
    "GET /api/search": Sample(query=lambda w: {"q": "华鉴"}),
    "GET /api/status": Sample(),
    "GET /api/status/health": Sample(),
    "GET /api/work": Sample(),
}
