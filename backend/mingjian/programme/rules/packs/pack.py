"""A rule pack as the rules read it: frozen, stamped, each value with its clause and source."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from mingjian.kit.words import Words

SOURCES: dict[str, Words] = {
    "T": Words("已读原文或官方文本", "read in the text itself"),
    "T2": Words("二手资料", "second-hand"),
    "M": Words("凭记忆，待确认", "from memory, to be confirmed"),
}
"""How well a value is known, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a number comes from: shown beside everything that was computed with it."""

    stamp: str
    parameter: str
    title: Words
    edition: str
    clause: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Values of one clause, known equally well."""

    name: str
    title: Words
    source: str
    clause: str
    note: Words
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One edition of one document's rule data."""

    code: str
    edition: str
    stamp: str
    """``code@edition#digest``: names exactly these values, for results that keep it."""
    jurisdiction: str
    title: Words
    effective_from: date
    effective_to: date | None
    groups: tuple[Group, ...]
    parameters: Mapping[str, Any]
    """Every value of every group by its name, which is unique in the pack."""
    content: Mapping[str, Any]
    """The pack as it is kept and shipped: plain JSON."""

    @staticmethod
    def of(content: Mapping[str, Any]) -> "Pack":
        """From plain JSON that :func:`mingjian.programme.rules.packs.faults` finds nothing in."""
        groups = tuple(_group(each) for each in content["groups"])
        values = {name: value for group in groups for name, value in group.values.items()}
        until = content.get("effective_to")
        return Pack(
            code=content["code"],
            edition=content["edition"],
            stamp=stamp_of(content),
            jurisdiction=content["jurisdiction"],
            title=Words(**content["title"]),
            effective_from=date.fromisoformat(content["effective_from"]),
            effective_to=date.fromisoformat(until) if until else None,
            groups=groups,
            parameters=MappingProxyType(values),
            content=MappingProxyType(dict(content)),
        )

    @property
    def source_tag(self) -> str:
        """The weakest source of any of its values."""
        order = list(SOURCES)
        return max((group.source for group in self.groups), key=order.index, default="M")

    def covers(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)

    def cite(self, name: str) -> Citation:
        """The clause and source of the value called ``name``."""
        group = next(each for each in self.groups if name in each.values)
        return Citation(
            stamp=self.stamp,
            parameter=name,
            title=self.title,
            edition=self.edition,
            clause=group.clause,
            source=group.source,
        )


def stamp_of(content: Mapping[str, Any]) -> str:
    """``iaf-md5@IAF MD 5:2019#0123456789ab``: changes with any character of the content."""
    digest = sha256(pack_text(content).encode()).hexdigest()
    return f"{content['code']}@{content['edition']}#{digest[:12]}"


def pack_text(content: Mapping[str, Any]) -> str:
    """The one JSON text of a pack, which is hashed and signed."""
    return json.dumps(_exact(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _group(content: Mapping[str, Any]) -> Group:
    return Group(
        name=content["name"],
        title=Words(**content["title"]),
        source=content["source"],
        clause=content["clause"],
        note=Words(**content["note"]),
        values=MappingProxyType(dict(content["values"])),
    )


def _exact(value: Any) -> Any:
    """Numbers in one spelling, whether they came from a file, a form or the database."""
    if isinstance(value, Mapping):
        return {key: _exact(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_exact(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
