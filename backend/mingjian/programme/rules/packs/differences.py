"""What changed between two editions, value by value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mingjian.programme.rules.packs.pack import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One value, where it stands, and what it was and is; empty text where it was or is not."""

    parameter: str
    place: str
    """``46–65 · all``, ``mature · most_pct``, or empty for a plain value."""
    before: str
    after: str


def differences(old: Pack, new: Pack) -> list[Difference]:
    """Every changed value of every parameter, with its clause's source tag."""
    return list(_changed(_flat(old), _flat(new)))


def changed_parameters(old: Pack, new: Pack) -> frozenset[str]:
    return frozenset(each.parameter for each in differences(old, new))


def _changed(
    old: dict[tuple[str, str], str], new: dict[tuple[str, str], str]
) -> Iterator[Difference]:
    for parameter, place in dict.fromkeys([*old, *new]):
        before, after = old.get((parameter, place), ""), new.get((parameter, place), "")
        if before != after:
            yield Difference(parameter=parameter, place=place, before=before, after=after)


def _flat(pack: Pack) -> dict[tuple[str, str], str]:
    flat: dict[tuple[str, str], str] = {}
    for group in pack.groups:
        flat[group.name, "source"], flat[group.name, "clause"] = group.source, group.clause
        for name, value in group.values.items():
            flat |= {(name, place): text for place, text in _leaves(value)}
    return flat


def _leaves(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and "rows" in value:
        for row in value["rows"]:
            for column, days in zip(value["columns"], row[2:], strict=True):
                yield f"{row[0]}–{row[1]} · {column}", _number(days)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(each, f"{place} · {key}" if place else str(key))
    elif isinstance(value, (list, tuple)):
        for number, each in enumerate(value):
            name = each.get("code", number + 1) if isinstance(each, Mapping) else number + 1
            yield from _leaves(each, f"{place} · {name}" if place else str(name))
    else:
        yield place, _number(value)


def _number(value: Any) -> str:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return f"{value:g}" if is_number else str(value)
