"""One text for one value: the subset of RFC 8785 (JCS) that the product needs.

Objects have their members sorted by the UTF-16 code units of the names; there is no
white space; strings are escaped only where JSON demands it (``\\b \\t \\n \\f \\r \\" \\\\``
and lower-case ``\\u00xx`` for the other control characters) and otherwise stand as they
are given: no Unicode normalisation, no lone surrogates. Numbers are integers within
±(2**53 − 1); fractions travel as strings, because a float has no one text.
"""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from json.encoder import encode_basestring as quote
from typing import Any
from uuid import UUID

LARGEST = 2**53 - 1


def canonical_json(value: Any) -> str:
    """The one JSON text of ``value``; a type without one is a ``TypeError``."""
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case str():
            return quote(_whole(value))
        case int():
            return str(_exact(value))
        case list() | tuple():
            return "[" + ",".join(map(canonical_json, value)) + "]"
        case Mapping():
            return "{" + ",".join(_members(value)) + "}"
    raise TypeError(f"{type(value).__name__} has no canonical JSON")


def plain(value: Any) -> Any:
    """``value`` of a database column as canonical JSON knows it."""
    match value:
        case UUID():
            return str(value)
        case datetime.datetime():
            return utc_text(value)
        case datetime.date() | datetime.time():
            return value.isoformat()
        case Decimal():
            return format(value.normalize() + 0, "f")  # + 0: there is one zero
        case bytes() | bytearray() | memoryview():
            return bytes(value).hex()
    return value


def utc_text(instant: datetime.datetime) -> str:
    """``2026-11-23T06:32:48.123456Z``: fixed width, so that texts sort like instants."""
    if instant.tzinfo is None:
        raise TypeError("an instant without a time zone is no instant")
    return instant.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _whole(text: str) -> str:
    text.encode()  # a lone surrogate has no UTF-8 and is refused here
    return text


def _exact(number: int) -> int:
    if abs(number) > LARGEST:
        raise ValueError("an integer beyond 2**53 - 1 is not exact in JSON; send it as text")
    return number


def _members(mapping: Mapping[str, Any]) -> list[str]:
    names = sorted(mapping, key=lambda name: name.encode("utf-16-be"))
    return [f"{quote(name)}:{canonical_json(mapping[name])}" for name in names]
