"""Sites of clients."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from mingjian.identity.errors import ZoneError
from mingjian.identity.rules import is_zone
from mingjian.identity.services.editing import change
from mingjian.journal.services import record
from mingjian.kit.access import Viewer
from mingjian.kit.words import in_language
from mingjian.programme.errors.cases import HeadcountError, SiteNameTakenError
from mingjian.programme.models import Site
from mingjian.programme.queries.scope import engaged_client
from mingjian.programme.queries.sites import site_of, site_view
from mingjian.programme.rules.headcount import Headcount, faults


def add_site(*, viewer: Viewer, client_id: UUID, values: Mapping[str, Any]) -> Site:
    """One more site of an engaged client."""
    engaged_client(viewer, client_id)
    site = Site(owner_id=viewer.tenant_id, client_id=client_id, **checked_site(values))
    with transaction.atomic():
        with _own_name():
            site.save(force_insert=True)
        record(viewer, "site.added", site)
    return site


def update_site(*, viewer: Viewer, site_id: UUID, version: int, values: Mapping[str, Any]) -> Site:
    """Change what is known of a site."""
    new = checked_site(values)
    with transaction.atomic():
        site = _locked(viewer, site_id)
        with _own_name():
            before = change(site, viewer=viewer, version=version, values=new, view=site_view)
        record(viewer, "site.changed", site, before=before)
    return site


def close_site(*, viewer: Viewer, site_id: UUID, version: int, reason: str) -> Site:
    """The client works there no longer; plans that name it keep it."""
    return _switch(viewer, site_id, version, is_active=False, reason=reason)


def reopen_site(*, viewer: Viewer, site_id: UUID, version: int) -> Site:
    return _switch(viewer, site_id, version, is_active=True)


def checked_site(values: Mapping[str, Any]) -> dict[str, Any]:
    """The site's entries, if the zone exists and the headcount can be."""
    checked = dict(values)
    if "zone" in checked and not is_zone(checked["zone"]):
        raise ZoneError(zone=checked["zone"])
    if "headcount" in checked:
        checked["headcount"] = _checked_headcount(checked["headcount"])
    return checked


def _checked_headcount(values: Mapping[str, Any]) -> dict[str, Any]:
    count = Headcount.of(values)
    wrong = {f"headcount.{name}": in_language(both) for name, both in faults(count).items()}
    if wrong:
        raise HeadcountError(why=" ".join(wrong.values()), fields=wrong)
    return count.stored()


def _switch(
    viewer: Viewer, site_id: UUID, version: int, *, is_active: bool, reason: str = ""
) -> Site:
    with transaction.atomic():
        site = _locked(viewer, site_id)
        values = {"is_active": is_active}
        before = change(site, viewer=viewer, version=version, values=values, view=site_view)
        action = "site.reopened" if is_active else "site.closed"
        record(viewer, action, site, before=before, reason=reason)
    return site


def _locked(viewer: Viewer, site_id: UUID) -> Site:
    found = site_of(viewer, site_id)
    return Site.objects.select_for_update(of=("self",)).select_related("client").get(id=found.id)


@contextmanager
def _own_name() -> Iterator[None]:
    """Two forms may give the same new name at once; the database decides."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise SiteNameTakenError from None
