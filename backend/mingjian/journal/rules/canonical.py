"""One text for one value: the subset of RFC 8785 (JCS) that the product needs.

Objects have their members sorted by the UTF-16 code units of the names; there is no
white space; strings are escaped only where JSON demands it (``\\b \\t \\n \\f \\r \\" \\\\``
and lower-case ``\\u00xx`` for the other control characters) and otherwise stand as they
are given: no Unicode normalisation, no lone surrogates. Numbers are integers within
±(2**53 − 1); fractions travel as strings, because a float has no one text.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from decimal import Decimal
from json.encoder import encode_basestring as quote
from typing import Any
from uuid import UUID

LARGEST = 2**53 - 1


def canonical_json(value: Any) -> str:
    """The one JSON text of ``value``; a type without one is a ``TypeError``."""
    text = _text(value)
    text.encode()  # a lone surrogate has no UTF-8 and is refused here
    return text


def plain(value: Any) -> Any:
    """``value`` of a database column as canonical JSON knows it."""
    convert = _PLAIN.get(type(value))
    return convert(value) if convert else value


def utc_text(instant: datetime) -> str:
    """``2026-11-23T06:32:48.123456Z``: fixed width, so that texts sort like instants."""
    if instant.tzinfo is None:
        raise TypeError("an instant without a time zone is no instant")
    return f"{instant.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"


_CONSTANTS = {None: "null", True: "true", False: "false"}
_PLAIN: dict[type, Callable[[Any], str]] = {
    UUID: str,
    datetime: utc_text,
    date: date.isoformat,
    time: time.isoformat,
    Decimal: lambda value: format(value.normalize() + 0, "f"),  # + 0: there is one zero
    bytes: bytes.hex,
    memoryview: memoryview.hex,
}


def _text(value: Any) -> str:
    if isinstance(value, str):
        return quote(value)
    if value is None or isinstance(value, bool):
        return _CONSTANTS[value]
    if isinstance(value, int):
        return str(_exact(value))
    if isinstance(value, dict):
        return "{" + ",".join(_members(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_text, value)) + "]"
    raise TypeError(f"{type(value).__name__} has no canonical JSON")


def _exact(number: int) -> int:
    if abs(number) > LARGEST:
        raise ValueError("an integer beyond 2**53 - 1 is not exact in JSON; send it as text")
    return number


def _members(mapping: dict[str, Any]) -> list[str]:
    names = sorted(mapping, key=lambda name: name.encode("utf-16-be"))
    return [f"{quote(name)}:{_text(mapping[name])}" for name in names]
