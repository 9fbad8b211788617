"""Guides and questions, as a viewer may read them."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from mingjian.identity.models import TenantKind
from mingjian.kit.access import Rule, Viewer, authority
from mingjian.kit.errors import NotFound
from mingjian.programme.models import Guide, GuideVersion
from mingjian.programme.models.guides import Audience, GuideState
from mingjian.programme.rules.guides import ShippedGuide, differences, shipped

FOLDER = Path(__file__).parents[1] / "rule_data" / "guides"
EDIT = Rule("guides", "U")
SORTABLE = {"position": "position", "code": "code", "kind": "kind", "audience": "audience"}
READERS = {
    TenantKind.CLIENT: (Audience.CLIENT, Audience.EVERYBODY),
    TenantKind.AUTHORITY: (Audience.EVERYBODY,),
}
"""Who reads what; people of the body read everything."""


def guides(
    viewer: Viewer, *, kind: str = "", audience: str = "", scheme: str = "", search: str = ""
) -> QuerySet[Guide]:
    """Pages the viewer may read; drafts and withdrawn ones only where they edit."""
    rows = Guide.objects.filter(_readable(viewer))
    if kind:
        rows = rows.filter(kind=kind)
    if audience:
        rows = rows.filter(audience=audience)
    if scheme:
        rows = rows.filter(Q(schemes=[]) | Q(schemes__icontains=f'"{scheme}"'))
    if search:
        rows = rows.filter(id__in=_saying(viewer, search).values("guide_id"))
    shown = Prefetch("versions", GuideVersion.objects.order_by("-number"))
    return rows.prefetch_related(shown).order_by("position", "code", "id")


def guide_of(viewer: Viewer, guide_id: UUID) -> Guide:
    row = guides(viewer).filter(id=guide_id).first()
    if row is None:
        raise NotFound
    return row


def is_editor(viewer: Viewer) -> bool:
    return viewer.tenant_kind == TenantKind.BODY and bool(authority().grants(viewer, EDIT))


def published(row: Guide) -> GuideVersion | None:
    return _in_state(row, GuideState.PUBLISHED)


def draft(row: Guide) -> GuideVersion | None:
    return _in_state(row, GuideState.DRAFT)


def guide_view(viewer: Viewer, row: Guide) -> dict[str, Any]:
    """A page as the API shows it; its versions only to those who edit."""
    names = ("id", "code", "kind", "audience", "schemes", "position", "is_listed", "version")
    editor, shown, waiting = is_editor(viewer), published(row), draft(row)
    return {
        **{name: getattr(row, name) for name in names},
        "published": version_view(shown) if shown else None,
        "draft": version_view(waiting) if editor and waiting else None,
        "versions": [version_view(each) for each in row.versions.all()] if editor else [],
    }


def version_view(row: GuideVersion) -> dict[str, Any]:
    names = (
        "id",
        "number",
        "state",
        "title_zh",
        "title_en",
        "text_zh",
        "text_en",
        "author",
        "note",
        "published_at",
        "version",
    )
    return {name: getattr(row, name) for name in names}


def diff_view(row: Guide, number: int, language: str) -> dict[str, Any]:
    """What a version changed against the one before it."""
    versions = {each.number: each for each in row.versions.all()}
    if number not in versions:
        raise NotFound
    new, old = versions[number], versions.get(number - 1)
    field = f"text_{language}"
    changes = differences(getattr(old, field) if old else "", getattr(new, field))
    return {"number": number, "against": old.number if old else None, "changes": changes}


@cache
def shipped_guides() -> tuple[ShippedGuide, ...]:
    """The pages that come with the product."""
    index = json.loads((FOLDER / "index.json").read_text("utf-8"))
    texts = {page["code"]: _both(page["code"]) for page in index["guides"]}
    return tuple(shipped(index, texts, _both("faq")))


def missing_guides(viewer: Viewer) -> list[ShippedGuide]:
    """Those that the viewer's body has not taken over yet."""
    codes = set(Guide.objects.filter(owner_id=viewer.tenant_id).values_list("code", flat=True))
    return [each for each in shipped_guides() if each.code not in codes]


def _both(code: str) -> tuple[str, str]:
    zh, en = (FOLDER / f"{code}.{language}.md" for language in ("zh", "en"))
    return zh.read_text("utf-8"), en.read_text("utf-8")


def _readable(viewer: Viewer) -> Q:
    if is_editor(viewer):
        return Q(owner_id=viewer.tenant_id)
    out = Q(is_listed=True, id__in=_shown().values("guide_id"))
    if viewer.tenant_kind == TenantKind.BODY:
        return out & Q(owner_id=viewer.tenant_id)
    audiences = READERS.get(TenantKind(viewer.tenant_kind), ())
    return out & Q(owner_id__in=viewer.owners, audience__in=audiences)


def _shown() -> QuerySet[GuideVersion]:
    return GuideVersion.objects.filter(state=GuideState.PUBLISHED)


def _saying(viewer: Viewer, text: str) -> QuerySet[GuideVersion]:
    """Versions that hold the text: published ones, for editors the drafts as well."""
    rows = GuideVersion.objects.filter(owner_id__in=viewer.owners)
    states = [GuideState.PUBLISHED, *([GuideState.DRAFT] if is_editor(viewer) else [])]
    said = Q()
    for field in ("title_zh", "title_en", "text_zh", "text_en"):
        said |= Q(**{f"{field}__icontains": text})
    return rows.filter(said, state__in=states)


def _in_state(row: Guide, state: str) -> GuideVersion | None:
    return next((each for each in row.versions.all() if each.state == state), None)
