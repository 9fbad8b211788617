"""ICT tools: catalogued, assessed every year and after incidents, chosen for a case."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.queries.tenants import own_tenant
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotFound
from mingjian.programme.errors.tools import (
    ToolClosedError,
    ToolNameTakenError,
    ToolNotAssessedError,
    ToolNotSafeError,
    ToolOfAnotherClientError,
    ToolPurposeError,
    ToolReasonError,
)
from mingjian.programme.models import AuditCase, Tool, ToolAssessment, ToolChoice
from mingjian.programme.queries.scope import engaged_client
from mingjian.programme.queries.tools import (
    advice_for,
    newest_assessment,
    tool_of,
    tool_rules,
    tool_view,
)
from mingjian.programme.rules.days import months_after
from mingjian.programme.rules.tools import ASPECTS
from mingjian.programme.services.cases import locked_case


def add_tool(*, viewer: Viewer, values: Mapping[str, Any], client_id: UUID | None = None) -> Tool:
    """One more tool of the body, or one that a client brings; used only once assessed."""
    if client_id:
        engaged_client(viewer, client_id)
    row = Tool(owner_id=viewer.tenant_id, client_id=client_id, **values)
    with transaction.atomic():
        _save_once(row, force_insert=True)
        record(viewer, "tool.added", row)
    return row


def update_tool(*, viewer: Viewer, tool_id: UUID, version: int, values: Mapping[str, Any]) -> Tool:
    """Change what is known of a tool, or whether it is in use."""
    with transaction.atomic():
        row = _locked(viewer, tool_id)
        if (
            values.get("kind", row.kind) != row.kind
            and ToolChoice.objects.filter(tool=row).exists()
        ):
            raise ToolPurposeError
        try:
            with transaction.atomic():
                before = change(
                    row,
                    viewer=viewer,
                    version=version,
                    values=values,
                    view=lambda each: tool_view(viewer, each),
                )
        except IntegrityError:
            raise ToolNameTakenError from None
        record(viewer, "tool.changed", row, before=before)
    return row


def assess_tool(
    *,
    viewer: Viewer,
    tool_id: UUID,
    scores: Mapping[str, Mapping[str, Any]],
    conclusion: str = "",
) -> ToolAssessment:
    """Score the four aspects, each with its evidence; settles an incident before it."""
    with transaction.atomic():
        tool = _locked(viewer, tool_id)
        if not tool.is_active:
            raise ToolClosedError
        row = _assessment(viewer, tool, scores)
        row.conclusion = conclusion
        row.save(force_insert=True)
        if tool.incident_at:
            _settle(viewer, tool)
        record(viewer, "tool.assessed", row)
    return row


def report_incident(*, viewer: Viewer, tool_id: UUID, reason: str) -> Tool:
    """Something went wrong with it: the assessment is due again at once."""
    with transaction.atomic():
        tool = _locked(viewer, tool_id)
        before = tool.digest()
        tool.incident_at, tool.incident = clock.now(), reason
        _step(viewer, tool)
        record(viewer, "tool.incident", tool, before=before, reason=reason)
    return tool


def choose_tool(*, viewer: Viewer, case_id: UUID, tool_id: UUID, reason: str = "") -> ToolChoice:
    """Use a tool for a case; another one for the same purpose is replaced."""
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        tool = Tool.objects.filter(owner_id=case.owner_id, id=tool_id).first()
        if tool is None:
            raise NotFound
        assessment = _usable(viewer, case, tool)
        advised = advice_for(viewer, case)[tool.kind][0]
        if advised.candidate.id != tool.id and not reason.strip():
            raise ToolReasonError(advised=advised.candidate.name)
        row = ToolChoice.objects.select_for_update().filter(case=case, kind=tool.kind).first()
        before = row.digest() if row else b""
        row = row or ToolChoice(owner_id=case.owner_id, case=case, kind=tool.kind, version=0)
        row.tool, row.assessment, row.reason = tool, assessment, reason.strip()
        row.advice, row.chosen_at = f"{advised.candidate.name}：{advised.words.zh}", clock.now()
        _step(viewer, row)
        record(viewer, "tool.chosen", row, before=before, reason=row.reason)
    return row


def _usable(viewer: Viewer, case: AuditCase, tool: Tool) -> ToolAssessment:
    """The assessment that lets a tool be used on a case."""
    if not tool.is_active:
        raise ToolClosedError
    if tool.client_id not in (None, case.client_id):
        raise ToolOfAnotherClientError
    newest = newest_assessment(tool)
    if newest is None:
        raise ToolNotAssessedError
    score, floor = newest.scores["security"]["score"], tool_rules(viewer).floor
    if score < floor:
        raise ToolNotSafeError(score=score, floor=floor)
    return newest


def _assessment(
    viewer: Viewer, tool: Tool, scores: Mapping[str, Mapping[str, Any]]
) -> ToolAssessment:
    rules, today = tool_rules(viewer), clock.today(own_tenant(viewer).zone)
    has_any = ToolAssessment.objects.filter(tool=tool).exists()
    return ToolAssessment(
        owner_id=tool.owner_id,
        tool=tool,
        scores={aspect: dict(scores[aspect]) for aspect in ASPECTS},
        weights=dict(rules.weights),
        total=rules.total({aspect: scores[aspect]["score"] for aspect in ASPECTS}),
        cause="incident" if tool.incident_at else "yearly" if has_any else "first",
        assessor_id=viewer.person_id,
        assessed_on=today,
        review_by=months_after(today, rules.review_months),
        rule_pack=rules.stamp,
        changed_by=name_of(viewer),
    )


def _settle(viewer: Viewer, tool: Tool) -> None:
    before = tool.digest()
    tool.incident_at, tool.incident = None, ""
    _step(viewer, tool)
    record(viewer, "tool.settled", tool, before=before)


def _step(viewer: Viewer, row: Tool | ToolChoice) -> None:
    row.version += 1
    row.changed_by = name_of(viewer)
    row.save()


def _save_once(row: Tool, **how: bool) -> None:
    try:
        with transaction.atomic():
            row.save(**how)
    except IntegrityError:
        raise ToolNameTakenError from None


def _locked(viewer: Viewer, tool_id: UUID) -> Tool:
    found = tool_of(viewer, tool_id)
    return Tool.objects.select_for_update(of=("self",)).select_related("client").get(id=found.id)
