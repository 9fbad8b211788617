"""Deny by default: every operation of the API declares its access rule."""

from collections.abc import Iterator

from ninja.operation import Operation

from mingjian.api import api
from mingjian.kit.access import PUBLIC, Rule


def operations() -> Iterator[tuple[str, Operation]]:
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                yield f"{operation.methods} {prefix}{path}", operation


def test_every_operation_declares_its_access_rule() -> None:
    lawless = [
        name
        for name, operation in operations()
        if not isinstance(getattr(operation.view_func, "access_rule", None), Rule)
    ]
    assert lawless == []


def test_every_public_operation_says_why_it_is_safe() -> None:
    unexplained = [
        name
        for name, operation in operations()
        if getattr(operation.view_func, "access_rule", None) == PUBLIC
        and not getattr(operation.view_func, "public_reason", "")
    ]
    assert unexplained == []
