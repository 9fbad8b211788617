"""A body's own rule packs: drafted from the edition in force, released by a second person."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.kit.keys.services import signing_key
from mingjian.programme.errors.rule_packs import (
    RulePackExistsError,
    RulePackFaultsError,
    RulePackOverlapError,
    RulePackOwnDraftError,
    RulePackReleasedError,
)
from mingjian.programme.models import PackState, RulePack
from mingjian.programme.queries.rule_packs import pack_and_row, row_of, row_view
from mingjian.programme.rules.packs import pack_text, stamp_of
from mingjian.programme.rules.packs.faults import faults, overlap


def draft_rule_pack(
    *, viewer: Viewer, based_on: str, edition: str, effective_from: date
) -> RulePack:
    """A new edition with all values of another one, to be changed."""
    base, _ = pack_and_row(viewer, based_on)
    content = {
        **base.content,
        "edition": edition,
        "effective_from": effective_from.isoformat(),
        "effective_to": None,
    }
    row = RulePack(owner_id=viewer.tenant_id, changed_by=name_of(viewer), **_columns(content))
    row.author_id = viewer.person_id
    with transaction.atomic():
        _check_edition(row)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise RulePackExistsError(edition=edition) from None
        record(viewer, "rule_pack.drafted", row)
    return row


def update_rule_pack(
    *, viewer: Viewer, pack_id: UUID, version: int, content: Mapping[str, Any]
) -> RulePack:
    """Replace a draft's content, if a pack can be so."""
    with transaction.atomic():
        row = _locked_draft(viewer, pack_id)
        columns = _columns({**content, "code": row.code})
        values = {**columns, "author_id": viewer.person_id}
        before = change(row, viewer=viewer, version=version, values=values, view=row_view)
        _check_edition(row)
        record(viewer, "rule_pack.changed", row, before=before)
    return row


def release_rule_pack(*, viewer: Viewer, pack_id: UUID, version: int) -> RulePack:
    """Put an edition in force from its first day; whoever drafted it cannot.

    An edition without an end that is in force before ends the day before; any other overlap is
    refused. The pack's text is signed with the body's key.
    """
    with transaction.atomic():
        row = _locked_draft(viewer, pack_id)
        if row.author_id == viewer.person_id:
            raise RulePackOwnDraftError
        _end_predecessors(viewer, row)
        values = {
            "state": PackState.RELEASED,
            "released_by_id": viewer.person_id,
            "released_at": clock.now(),
            "signature": signing_key(row.owner_id).sign(row.text.encode()).hex(),
        }
        before = change(row, viewer=viewer, version=version, values=values, view=row_view)
        record(viewer, "rule_pack.released", row, before=before)
    return row


def _columns(content: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a row for a content in which nothing is wrong."""
    found = faults(content)
    if found:
        sentences = " ".join(str(each) for each in found[:5])
        raise RulePackFaultsError(
            count=len(found), sentences=sentences, faults=[str(each) for each in found]
        )
    until = content.get("effective_to")
    return {
        "code": content["code"],
        "edition": content["edition"],
        "stamp": stamp_of(content),
        "text": pack_text(content),
        "effective_from": date.fromisoformat(content["effective_from"]),
        "effective_to": date.fromisoformat(until) if until else None,
    }


def _check_edition(row: RulePack) -> None:
    same = RulePack.objects.filter(owner_id=row.owner_id, code=row.code, edition=row.edition)
    if same.exclude(id=row.id).exists():
        raise RulePackExistsError(edition=row.edition)


def _locked_draft(viewer: Viewer, pack_id: UUID) -> RulePack:
    found = row_of(viewer, pack_id)
    row = RulePack.objects.select_for_update().get(id=found.id)
    if row.state != PackState.DRAFT:
        raise RulePackReleasedError
    return row


def _end_predecessors(viewer: Viewer, row: RulePack) -> None:
    released = RulePack.objects.select_for_update().filter(owner_id=row.owner_id, code=row.code)
    for other in released.exclude(state=PackState.DRAFT):
        periods = (
            (row.effective_from, row.effective_to),
            (other.effective_from, other.effective_to),
        )
        if not overlap(*periods):
            continue
        if other.effective_to or other.effective_from >= row.effective_from:
            raise RulePackOverlapError(
                edition=other.edition, since=other.effective_from.isoformat()
            )
        before = other.digest()
        other.state = PackState.SUPERSEDED
        other.effective_to = row.effective_from - timedelta(days=1)
        other.version += 1
        other.changed_by = name_of(viewer)
        other.save()
        record(viewer, "rule_pack.superseded", other, before=before)
