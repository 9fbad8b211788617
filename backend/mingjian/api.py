"""The one API: mounts every stage's router and renders every error."""

import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from mingjian.evidence.api import router as evidence
from mingjian.identity.api import router as identity
from mingjian.journal.api import router as journal
from mingjian.kit.errors import BrokenBody, InvalidInput, MingjianError, NotFound
from mingjian.kit.files.api import router as files
from mingjian.kit.intake import JsonParser
from mingjian.kit.jobs.api import router as jobs
from mingjian.kit.mail.api import router as mail
from mingjian.kit.problems import answer
from mingjian.kit.search.api import router as search
from mingjian.kit.status.api import router as status
from mingjian.kit.validation import explain
from mingjian.kit.work.api import router as work
from mingjian.programme.api import router as programme
from mingjian.records.api import router as records
from mingjian.rooms.api import router as rooms

logger = logging.getLogger(__name__)

api = NinjaAPI(
    title="Mingjian API", version="1", docs_url=None, openapi_url=None, parser=JsonParser()
)


@api.exception_handler(MingjianError)
def render_error(request: HttpRequest, error: MingjianError) -> HttpResponse:
    return answer(error)


@api.exception_handler(ValidationError)
def render_validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = explain(error.errors)
    return render_error(request, InvalidInput(count=len(fields), fields=fields))


@api.exception_handler(HttpError)
def render_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Ninja's own refusals: a body it could not read, with our parser's verdict as cause."""
    cause = error.__cause__
    return render_error(request, cause if isinstance(cause, MingjianError) else BrokenBody())


@api.exception_handler(Http404)
def render_not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return render_error(request, NotFound())


def _mount(routers: dict[str, Any]) -> None:
    for prefix, router in routers.items():
        api.add_router(prefix, router)


_mount(
    {
        "/identity": identity,
        "/programme": programme,
        "/rooms": rooms,
        "/evidence": evidence,
        "/records": records,
        "/journal": journal,
        "/files": files,
        "/jobs": jobs,
        "/mail": mail,
        "/search": search,
        "/status": status,
        "/work": work,
    }
)
