"""Writing down what the team leader settled with the client."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from mingjian.identity.errors import ZoneError
from mingjian.identity.rules import is_zone
from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.errors.plans import (
    LocalTimeError,
    TalkNotHeldError,
    TimeSkippedError,
    TimeTwiceError,
)
from mingjian.programme.models import AuditCase, ClientTalk
from mingjian.programme.queries.talks import talk_view
from mingjian.programme.rules.client_talk import POINTS
from mingjian.programme.rules.plan_times import instant
from mingjian.programme.services.cases import locked_case


def save_talk(
    *,
    viewer: Viewer,
    case_id: UUID,
    version: int,
    points: Mapping[str, Mapping[str, Any]],
    held_local: str,
    zone: str,
    attended: str,
) -> ClientTalk:
    """Points ticked off, notes, and when it was held; ``version`` is 0 for the first time."""
    known = {code: dict(points[code]) for code in POINTS if code in points}
    held_at = _held_at(held_local, zone)
    with transaction.atomic():
        case = locked_case(viewer, case_id)
        talk, before = _row(viewer, case)
        points = {**talk.points, **known}
        values = {"points": points, "held_at": held_at, "zone": zone, "attended": attended}
        change(talk, viewer=viewer, version=version, values=values, view=lambda _: talk_view(case))
        record(viewer, "client_talk.recorded", talk, before=before)
    return talk


def _held_at(local: str, zone: str) -> datetime | None:
    """The instant of a talk that was held; what is still to come stands in the plan."""
    if not is_zone(zone):
        raise ZoneError(zone=zone)
    if not local:
        return None
    try:
        held = instant(local, zone)
    except (LocalTimeError, TimeSkippedError, TimeTwiceError) as wrong:
        wrong.fields = {TalkNotHeldError.field: wrong.message}
        raise
    if held > clock.now():
        raise TalkNotHeldError
    return held


def _row(viewer: Viewer, case: AuditCase) -> tuple[ClientTalk, bytes]:
    """The case's row, locked by the case, with its digest; a new one starts at version 0."""
    talk = ClientTalk.objects.filter(case=case).first()
    if talk:
        return talk, talk.digest()
    return ClientTalk(owner_id=case.owner_id, case=case, version=0, changed_by=name_of(viewer)), b""
