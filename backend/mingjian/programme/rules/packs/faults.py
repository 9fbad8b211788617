"""What a rule pack must not contain: gaps, overlaps, impossible percentages, unnamed sources."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from mingjian.kit.words import Words
from mingjian.programme.rules.packs.pack import SOURCES

TEXTS = ("code", "edition", "jurisdiction")


def faults(content: Mapping[str, Any]) -> list[Words]:
    """Everything that is wrong with a pack, each as a sentence that names the place."""
    try:
        found = [*_head(content), *_groups(content["groups"])]
    except (KeyError, TypeError, ValueError, AttributeError) as broken:
        return [Words(f"规则包结构不完整：{broken}", f"The pack's structure is broken: {broken}")]
    return found


def overlap(one: tuple[date, date | None], other: tuple[date, date | None]) -> bool:
    """Whether two periods share a day; a period without an end never ends."""
    return (other[1] is None or one[0] <= other[1]) and (one[1] is None or other[0] <= one[1])


def _head(content: Mapping[str, Any]) -> Iterator[Words]:
    for name in TEXTS:
        if not content[name].strip():
            yield Words(f"缺少“{name}”。", f"“{name}” is empty.")
    if not content["title"]["zh"] or not content["title"]["en"]:
        yield Words("标题须有中文和英文。", "The title is needed in Chinese and in English.")
    start = date.fromisoformat(content["effective_from"])
    end = content.get("effective_to")
    if end and date.fromisoformat(end) < start:
        yield Words("失效日期早于生效日期。", "The pack ends before it takes effect.")


def _groups(groups: Sequence[Mapping[str, Any]]) -> Iterator[Words]:
    names = Counter(name for group in groups for name in group["values"])
    for name, times in names.items():
        if times > 1:
            yield Words(f"参数“{name}”出现了 {times} 次。", f"“{name}” is given {times} times.")
    for group in groups:
        where = group["title"]["zh"], group["title"]["en"]
        if group["source"] not in SOURCES:
            yield Words(
                f"“{where[0]}”的来源须为 T、T2 或 M。", f"“{where[1]}”: source is T, T2 or M."
            )
        if not group["clause"].strip():
            yield Words(f"“{where[0]}”没有写明条款。", f"“{where[1]}” names no clause.")
        for name, value in group["values"].items():
            yield from _value(name, value)


def _value(name: str, value: Any) -> Iterator[Words]:
    if isinstance(value, Mapping) and "rows" in value:
        yield from table_faults(name, value)
    elif isinstance(value, Mapping) and "denominator" in value:
        if not 0 < value["numerator"] <= value["denominator"]:
            yield Words(f"“{name}”须大于 0、不超过 1。", f"“{name}” is more than 0 and at most 1.")
    elif name.endswith("_pct"):
        for each in value if isinstance(value, list) else [value]:
            if not 0 <= each <= 100:
                yield Words(f"“{name}”须在 0–100 % 之间。", f"“{name}” lies between 0 and 100 %.")
    elif isinstance(value, list):
        for each in value:
            yield from _percentages(name, each)


def _percentages(name: str, entry: Any) -> Iterator[Words]:
    if isinstance(entry, Mapping):
        for key, value in entry.items():
            if key.endswith("_pct"):
                yield from _value(f"{name}.{entry.get('code', '')}.{key}"[:80], value)


def table_faults(name: str, table: Mapping[str, Any]) -> Iterator[Words]:
    """Bands must follow each other without gap or overlap, and days must not fall with people."""
    rows, width = table["rows"], len(table["columns"]) + 2
    if not rows or not table["columns"]:
        yield Words(f"表“{name}”是空的。", f"The table “{name}” is empty.")
        return
    if any(len(row) != width for row in rows):
        yield Words(f"表“{name}”各行列数不一致。", f"Rows of “{name}” differ in their columns.")
        return
    if rows[0][0] != 1:
        yield Words(f"表“{name}”须从 1 人开始。", f"The table “{name}” must begin with 1 person.")
    for row in rows:
        if row[0] > row[1] or any(days <= 0 for days in row[2:]):
            yield Words(
                f"表“{name}”的 {row[0]}–{row[1]} 行有误。", f"“{name}”: row {row[0]}–{row[1]}."
            )
    for before, after in pairwise(rows):
        yield from _neighbours(name, table["columns"], before, after)


def _neighbours(
    name: str, columns: Sequence[str], before: Sequence[float], after: Sequence[float]
) -> Iterator[Words]:
    last, first = before[1], after[0]
    if first > last + 1:
        yield Words(
            f"表“{name}”在 {last} 与 {first} 人之间有空档。",
            f"The table “{name}” has a gap between {last} and {first} people.",
        )
    if first <= last:
        yield Words(
            f"表“{name}”在 {first}–{last} 人处重叠。",
            f"The table “{name}” overlaps at {first}–{last} people.",
        )
    for column, low, high in zip(columns, before[2:], after[2:], strict=True):
        if high < low:
            yield Words(
                f"表“{name}”的“{column}”列在 {first} 人处反而减少（{low:g} → {high:g}）。",
                f"“{name}”, column “{column}”, falls at {first} people ({low:g} → {high:g}).",
            )
