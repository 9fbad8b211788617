"""What one call of an operation needs: enough that only access decides whether it succeeds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.routing.world import World

Values = Callable[[World], dict[str, Any]]


def nothing(world: World) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, kw_only=True)
class Sample:
    """What to send, and what the answer is to those who may."""

    body: Values = nothing
    query: Values = nothing
    files: Values | None = None
    ok: frozenset[int] = frozenset({200, 201, 204})
    foreign: frozenset[int] | None = None
    """The answer to the same role of another body; by default 404 where the path names ours."""


NOT_FOUND = frozenset({404})
CONFLICT = frozenset({409})
TOKEN = "x" * 40


def reason(world: World) -> dict[str, Any]:
    return {"reason": "测试"}
