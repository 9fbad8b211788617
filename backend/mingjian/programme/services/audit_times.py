"""A case's audit time saved, and its sites drawn."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from secrets import token_hex
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.programme.errors.audit_times import (
    NotMultiSiteError,
    OverrideReasonError,
    OverrideRoleError,
)
from mingjian.programme.models import AuditTime, SiteSample
from mingjian.programme.queries.audit_times import (
    calculated,
    latest_time,
    rulebook_of,
)
from mingjian.programme.queries.site_samples import candidates_of, latest_sample
from mingjian.programme.rules.audit_time import Result
from mingjian.programme.rules.audit_time.sampling import draw, random_size, sample_size
from mingjian.programme.services.calculations import check_latest, what_is_kept
from mingjian.programme.services.cases import locked_case


def save_audit_time(
    *,
    viewer: Viewer,
    case_id: UUID,
    number: int,
    values: Mapping[str, Any],
    days: Decimal | None = None,
    override_reason: str = "",
) -> AuditTime:
    """Calculate and keep; ``number`` is the calculation that the form started from (0: none).

    ``days`` overrides the result: upward freely, downward by a programme manager with a reason.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        last = latest_time(case)
        check_latest(last, number)
        inputs, result = calculated(case, rulebook_of(viewer, case), values)
        row = AuditTime(
            owner_id=case.owner_id,
            case=case,
            **what_is_kept(last, inputs, result),
            required_days=_required(viewer, result, days, override_reason),
            override_reason=override_reason,
            author_id=viewer.person_id,
        )
        row.save(force_insert=True)
        record(viewer, "audit_time.saved", row, reason=override_reason)
    return row


def draw_sites(
    *,
    viewer: Viewer,
    case_id: UUID,
    wanted: Sequence[UUID] = (),
    is_sampling_fit: bool = True,
) -> SiteSample:
    """Choose the sites that the audit visits: a random part by a fresh seed, the rest wanted.

    A new draw is a new row: nobody can draw until the sample suits without that being seen.
    """
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        listed, candidates = candidates_of(case)
        if not candidates:
            raise NotMultiSiteError
        book, last = rulebook_of(viewer, case), latest_sample(case)
        size = sample_size(book, case.kind, len(candidates), is_sampling_fit=is_sampling_fit)
        at_random = random_size(book, size) if is_sampling_fit else 0
        names = [str(each) for each in wanted]
        drawn = draw(candidates, size=size, at_random=at_random, seed=token_hex(8), wanted=names)
        row = SiteSample(
            owner_id=case.owner_id,
            case=case,
            number=(last.number if last else 0) + 1,
            sites=listed,
            size=size,
            seed=drawn.seed,
            drawn=list(drawn.drawn),
            chosen=list(drawn.chosen),
            is_sampling_fit=is_sampling_fit,
            stamp=book.packs["iaf-md1"].stamp,
            author_id=viewer.person_id,
        )
        row.save(force_insert=True)
        record(viewer, "site_sample.drawn", row)
    return row


def _required(viewer: Viewer, result: Result, days: Decimal | None, reason: str) -> Decimal:
    least = Decimal(result.stored()["days"])
    if days is None or days >= least:
        return days or least
    if viewer.role != "PM":
        raise OverrideRoleError(days=least)
    if not reason.strip():
        raise OverrideReasonError(days=least)
    return days
