"""Checks of by which tool: chosen for this audit, safe enough, and assessed lately (S23)."""

from collections.abc import Iterator
from uuid import UUID

from mingjian.kit.words import Words
from mingjian.programme.rules.plan_checks.draft import Draft, Finding
from mingjian.programme.rules.plan_tools import PlanTool

RULE = "IAF MD 4:2023 4.2.2"
ANOTHER = Words("换工具", "Choose another tool")
CHOOSE = Words("选定工具", "Choose the tool")
ASSESS = Words("重新评价", "Assess it again")


def refused_tools(draft: Draft) -> Iterator[Finding]:
    """A tool that was never assessed, or fell below the security floor, is used by nobody."""
    for tool, count, found in _named(draft):
        if tool.standing == "refused":
            yield Finding(
                check="tool_refused",
                about=tool.code,
                rule=RULE,
                words=Words(
                    f"“{tool.name.zh}”（{count.zh}）：{tool.words.zh}",
                    f"“{tool.name.en}” ({count.en}): {tool.words.en}",
                ),
                items=found,
                fix_words=ANOTHER,
            )


def tools_not_chosen(draft: Draft) -> Iterator[Finding]:
    """Advice: the audit's own tools are settled with the client, others surprise it."""
    for tool, count, found in _named(draft):
        if tool.standing in {"open", "former"}:
            yield Finding(
                check="tool_not_chosen",
                about=tool.code,
                rule=RULE,
                words=Words(
                    f"“{tool.name.zh}”（{count.zh}）没有选定用于本次审核。",
                    f"“{tool.name.en}” ({count.en}) is not chosen for this audit.",
                ),
                items=found,
                fix="edit" if tool.standing == "former" else "tools",
                fix_words=ANOTHER if tool.standing == "former" else CHOOSE,
                is_blocking=False,
            )


def tools_to_assess(draft: Draft) -> Iterator[Finding]:
    """Advice: the assessment ran out, or something went wrong with the tool since."""
    for tool, count, found in _named(draft):
        if tool.is_overdue and tool.standing != "refused":
            yield Finding(
                check="tool_overdue",
                about=tool.code,
                rule=RULE,
                words=Words(
                    f"“{tool.name.zh}”（{count.zh}）的评价已到期，或其后发生过事件。",
                    f"“{tool.name.en}” ({count.en}): its assessment has run out, or something "
                    "went wrong since.",
                ),
                items=found,
                fix="assess",
                fix_words=ASSESS,
                is_blocking=False,
            )


def _named(draft: Draft) -> Iterator[tuple[PlanTool, Words, tuple[UUID, ...]]]:
    """Each tool that remote items name, how many do, and which."""
    for tool in draft.tools:
        items = tuple(each.id for each in draft.items if each.is_remote and each.tool == tool.code)
        if items:
            s = "" if len(items) == 1 else "s"
            yield tool, Words(f"{len(items)} 项安排", f"{len(items)} item{s}"), items
