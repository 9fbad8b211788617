"""The whole list of routes: the API's operations, Django's other views, the ASGI root's table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from mingjian.api import api
from mingjian.kit.access import Rule


@dataclass(frozen=True)
class Operation:
    """One method of one path of the API."""

    method: str
    path: str
    rule: Rule

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


def operations() -> list[Operation]:
    """All operations that are mounted, e.g. ``GET /api/jobs/{job_id}``."""
    return sorted(_operations(), key=str)


def _operations() -> Iterator[Operation]:
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                rule = operation.view_func.access_rule  # type: ignore[attr-defined]
                for method in operation.methods:
                    yield Operation(method, _normal(f"api/{router.prefix}/{path}"), rule)


def views() -> list[tuple[str, Callable[..., Any]]]:
    """Every pattern that Django's resolver knows, with its view."""
    return list(_views(get_resolver().url_patterns, ""))


def _views(
    patterns: list[URLPattern | URLResolver], prefix: str
) -> Iterator[tuple[str, Callable[..., Any]]]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns, path)
        else:
            yield path, pattern.callback


def api_paths() -> set[str]:
    """The API's paths as Django's resolver knows them."""
    return {_normal(path) for path, _ in views() if path.startswith("api/")}


def _normal(path: str) -> str:
    """``api//jobs/<uuid:job_id>`` and ``api/jobs/{uuidstr:job_id}`` are ``/api/jobs/{job_id}``."""
    named = re.sub(r"[{<](?:\w+:)?(\w+)[}>]", r"{\1}", path)
    return "/" + re.sub("/+", "/", named).strip("/")
