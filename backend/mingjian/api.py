"""The one API: mounts every stage's router and renders every error."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from mingjian import wiring
from mingjian.kit.errors import BrokenBody, InvalidInput, MingjianError
from mingjian.kit.validation import explain

logger = logging.getLogger(__name__)
wiring.connect()

api = NinjaAPI(title="Mingjian API", version="1", docs_url=None, openapi_url=None)


@api.exception_handler(MingjianError)
def render_error(request: HttpRequest, error: MingjianError) -> HttpResponse:
    return api.create_response(
        request,
        {
            "code": error.code,
            "message": error.message,
            "params": error.params,
            "fields": error.fields,
        },
        status=error.status,
    )


@api.exception_handler(ValidationError)
def render_validation(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = explain(error.errors)
    return render_error(request, InvalidInput(count=len(fields), fields=fields))


@api.exception_handler(HttpError)
def render_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 400:
        return render_error(request, BrokenBody())
    return api.create_response(request, {"message": str(error)}, status=error.status_code)


def _mount(routers: dict[str, Any]) -> None:
    for prefix, router in routers.items():
        api.add_router(prefix, router)


_mount({})
