"""Guides: taken over, drafted, published, withdrawn."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.services.editing import change, name_of
from mingjian.journal.services import record
from mingjian.kit import clock
from mingjian.kit.access import Viewer
from mingjian.programme.errors.guides import (
    GuideCodeTakenError,
    GuideNotCompleteError,
    NoGuideDraftError,
)
from mingjian.programme.models import Guide, GuideVersion
from mingjian.programme.models.guides import GuideState
from mingjian.programme.queries.guides import (
    draft,
    guide_of,
    guide_view,
    missing_guides,
    published,
    version_view,
)
from mingjian.programme.rules.guides import ShippedGuide

TEXTS = ("title_zh", "title_en", "text_zh", "text_en")


def adopt_guides(*, viewer: Viewer) -> int:
    """Take over the pages that come with the product and that the body lacks; gives their number.

    They are published at once and belong to the body from then on: an update of the product
    never changes what a body has published.
    """
    lacking = missing_guides(viewer)
    for each in lacking:
        _adopt(viewer, each)
    return len(lacking)


def add_guide(*, viewer: Viewer, values: Mapping[str, Any], text: Mapping[str, Any]) -> Guide:
    """A new page with its first draft."""
    row = Guide(owner_id=viewer.tenant_id, changed_by=name_of(viewer), **values)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            raise GuideCodeTakenError from None
        _new_version(viewer, row, text, number=1)
        record(viewer, "guide.added", row)
    return row


def update_guide(
    *, viewer: Viewer, guide_id: UUID, version: int, values: Mapping[str, Any]
) -> Guide:
    """For whom and what it is, and whether it is listed."""
    with transaction.atomic():
        row = _locked(viewer, guide_id)
        before = change(
            row,
            viewer=viewer,
            version=version,
            values=values,
            view=lambda each: guide_view(viewer, each),
        )
        record(viewer, "guide.changed", row, before=before)
    return row


def write_draft(
    *, viewer: Viewer, guide_id: UUID, version: int, text: Mapping[str, Any]
) -> GuideVersion:
    """Keep a draft beside what is published; ``version`` is the draft's, 0 for a new one."""
    with transaction.atomic():
        row = _locked(viewer, guide_id)
        waiting = draft(row)
        if waiting is None:
            newest = max((each.number for each in row.versions.all()), default=0)
            made = _new_version(viewer, row, text, number=newest + 1)
            record(viewer, "guide.drafted", made)
            return made
        before = change(waiting, viewer=viewer, version=version, values=text, view=version_view)
        record(viewer, "guide.drafted", waiting, before=before)
    return waiting


def publish_draft(*, viewer: Viewer, guide_id: UUID, version: int) -> GuideVersion:
    """From now on readers see the draft; what they saw before is kept."""
    with transaction.atomic():
        row = _locked(viewer, guide_id)
        waiting, shown = draft(row), published(row)
        if waiting is None:
            raise NoGuideDraftError
        if not all(getattr(waiting, field).strip() for field in TEXTS):
            raise GuideNotCompleteError
        if shown:
            before = shown.digest()
            shown.state, shown.version = GuideState.SUPERSEDED, shown.version + 1
            shown.save()
            record(viewer, "guide.superseded", shown, before=before)
        values = {"state": GuideState.PUBLISHED, "published_at": clock.now()}
        before = change(waiting, viewer=viewer, version=version, values=values, view=version_view)
        record(viewer, "guide.published", waiting, before=before)
    return waiting


def discard_draft(*, viewer: Viewer, guide_id: UUID) -> None:
    """The draft goes; what is published stays."""
    with transaction.atomic():
        row = _locked(viewer, guide_id)
        waiting = draft(row)
        if waiting is None:
            raise NoGuideDraftError
        before = waiting.digest()
        GuideVersion.objects.filter(id=waiting.id).delete()
        record(viewer, "guide.discarded", waiting, before=before, removed=True)


def _adopt(viewer: Viewer, each: ShippedGuide) -> None:
    row = Guide(
        owner_id=viewer.tenant_id,
        code=each.code,
        kind=each.kind,
        audience=each.audience,
        schemes=list(each.schemes),
        position=each.position,
        changed_by=name_of(viewer),
    )
    text = {field: getattr(each, field) for field in TEXTS}
    with transaction.atomic():
        row.save(force_insert=True)
        made = _new_version(viewer, row, text, number=1, state=GuideState.PUBLISHED)
        record(viewer, "guide.added", row)
        record(viewer, "guide.published", made)


def _new_version(
    viewer: Viewer,
    row: Guide,
    text: Mapping[str, Any],
    *,
    number: int,
    state: str = GuideState.DRAFT,
) -> GuideVersion:
    made = GuideVersion(
        owner_id=row.owner_id,
        guide=row,
        number=number,
        state=state,
        author=name_of(viewer),
        changed_by=name_of(viewer),
        published_at=clock.now() if state == GuideState.PUBLISHED else None,
        **text,
    )
    made.save(force_insert=True)
    if state == GuideState.DRAFT and number == 1:
        record(viewer, "guide.drafted", made)
    return made


def _locked(viewer: Viewer, guide_id: UUID) -> Guide:
    found = guide_of(viewer, guide_id)
    return Guide.objects.select_for_update().get(id=found.id)
