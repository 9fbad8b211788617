"""The eight conditions, the decision on the mode, and the contingency plan (S09, S16)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.models import Person, TenantKind
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.errors import NotPermitted
from mingjian.kit.outbox import announce
from mingjian.programme.errors.feasibility import (
    ClientUnwillingError,
    ConditionUnknownError,
    DecisionTooLateError,
    DeviationReasonError,
    OtherSideError,
    PhoneError,
)
from mingjian.programme.events import FeasibilityDecided
from mingjian.programme.models import (
    AuditCase,
    ContingencyPlan,
    FeasibilityDecision,
    FeasibilityReview,
    SurveyState,
)
from mingjian.programme.queries.feasibility import (
    contingency_view,
    known,
    stamps,
    stored_ground,
)
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.queries.surveys import survey_of_case
from mingjian.programme.rules.case_states import BEFORE_OPENING
from mingjian.programme.rules.contingency import is_phone
from mingjian.programme.rules.feasibility import CONDITIONS_CODE, propose
from mingjian.programme.services.cases import locked_case, update_case
from mingjian.programme.services.surveys import assess_survey

CLIENT_SIDE = frozenset({"client_contacts"})
"""What a client may change of the contingency plan."""


def judge_conditions(
    *, viewer: Viewer, case_id: UUID, version: int, conditions: Mapping[str, Mapping[str, Any]]
) -> FeasibilityReview:
    """Say of some of the eight conditions whether they hold; the others stay as they are."""
    codes = {each["code"] for each in pack(viewer, CONDITIONS_CODE).parameters["conditions"]}
    if not set(conditions) <= codes:
        raise ConditionUnknownError(names="、".join(sorted(set(conditions) - codes)))
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        row = FeasibilityReview.objects.filter(case=case).first()
        if row is None:
            row = FeasibilityReview(owner_id=case.owner_id, case=case, version=0)
        merged = {**row.conditions, **{code: dict(said) for code, said in conditions.items()}}
        before = change(
            row,
            viewer=viewer,
            version=version,
            values={"conditions": merged},
            view=review_view,
        )
        record(viewer, "feasibility.judged", row, before=before if version else b"")
    return row


def decide_feasibility(
    *, viewer: Viewer, case_id: UUID, mode: str, reason: str = ""
) -> FeasibilityDecision:
    """A person decides the mode; the machine's proposal is kept beside it.

    Deviating takes a reason. Nobody decides for a remote audit against the client's will.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        if case.state not in BEFORE_OPENING:
            raise DecisionTooLateError
        of = known(viewer, case)
        if of.answers.willingness == "no" and mode != "on_site":
            raise ClientUnwillingError
        proposed = propose(of)
        if mode != proposed.mode and not reason:
            raise DeviationReasonError
        if case.mode != mode:
            values = {"mode": mode}
            update_case(viewer=viewer, case_id=case_id, version=case.version, values=values)
        row = FeasibilityDecision(
            owner_id=case.owner_id,
            case=case,
            number=FeasibilityDecision.objects.filter(case=case).count() + 1,
            proposed=proposed.result,
            grounds=[stored_ground(ground) for ground in proposed.grounds],
            stamps=stamps(viewer),
            mode=mode,
            reason=reason,
            decided_by=_person(viewer),
        )
        row.save(force_insert=True)
        _assess_survey(viewer, case)
        announce(FeasibilityDecided(owner_id=case.owner_id, case_id=case.id, mode=mode))
        record(viewer, "feasibility.decided", row, reason=reason)
    return row


def _assess_survey(viewer: Viewer, case: AuditCase) -> None:
    """The answers on which the decision rests can be changed by the client no longer."""
    survey = survey_of_case(viewer, case)
    if survey and survey.state == SurveyState.ANSWERED:
        assess_survey(viewer=viewer, survey_id=survey.id)


def update_contingency(
    *, viewer: Viewer, case_id: UUID, version: int, values: Mapping[str, Any]
) -> ContingencyPlan:
    """Change the contingency plan; a client changes its own contacts only."""
    if viewer.tenant_kind == TenantKind.CLIENT and not set(values) <= CLIENT_SIDE:
        raise OtherSideError
    _check_phones(values)
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        row = ContingencyPlan.objects.filter(case=case).first() or new_contingency(viewer, case)
        before = change(row, viewer=viewer, version=version, values=values, view=contingency_view)
        record(viewer, "contingency.changed", row, before=before if version else b"")
    return row


def new_contingency(viewer: Viewer, case: AuditCase) -> ContingencyPlan:
    """A plan that nobody has saved yet: version 0."""
    return ContingencyPlan(owner_id=case.owner_id, case=case, version=0, changed_by=name_of(viewer))


def review_view(row: FeasibilityReview) -> dict[str, Any]:
    """The conditions as a form holds them."""
    return {"version": row.version, "conditions": row.conditions}


def _check_phones(values: Mapping[str, Any]) -> None:
    for side in ("body_contacts", "client_contacts"):
        for each in values.get(side, ()):
            if not is_phone(each["phone"]):
                raise PhoneError(phone=each["phone"])


def _person(viewer: Viewer) -> Person:
    if viewer.person_id is None:
        raise NotPermitted
    return Person.objects.get(id=viewer.person_id)
