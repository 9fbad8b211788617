"""Two bodies with a person in every role each, and one of everything that a route names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connections, transaction
from django.test import Client

from mingjian.identity.queries.seats import Seat
from mingjian.identity.services.guests import invite_guest
from mingjian.identity.services.imports import check_import, template
from mingjian.identity.services.invitations import invite
from mingjian.identity.tests.factories import found, seat_in_every_role, signed_in, viewer
from mingjian.journal.services import request_verification, sign_checkpoint
from mingjian.kit import clock
from mingjian.kit.files.services import store_picture
from mingjian.kit.files.tests.samples import png
from mingjian.kit.ids import uuid7
from mingjian.kit.jobs.models import Job
from mingjian.kit.tenancy import tenant_scope
from tests.routing.objects import (
    applications,
    evidence,
    evidence_deletions,
    evidence_external,
    evidence_keeping,
    evidence_parcels,
    evidence_requests,
    evidence_samples,
    feasibility,
    planning,
    plans,
    records,
    risk,
    rooms,
    signatures,
    surveys,
    team,
    time,
    tools,
)
from tests.routing.objects.planning import audit

Contribution = Callable[["World"], dict[str, Any]]

CONTRIBUTIONS: tuple[Contribution, ...] = (
    planning.objects,
    applications.objects,
    risk.objects,
    time.objects,
    signatures.objects,
    surveys.objects,
    plans.objects,
    feasibility.objects,
    team.objects,
    tools.objects,
    rooms.objects,
    evidence.objects,
    evidence_deletions.objects,
    records.objects,
    evidence_external.objects,
    evidence_keeping.objects,
    evidence_parcels.objects,
    evidence_requests.objects,
    evidence_samples.objects,
)
"""What stands in for the ids in the paths of each theme; a new theme adds its own."""


class World:
    """Ours are the objects; theirs are people who must not find them."""

    def __init__(self) -> None:
        self.ours = seat_in_every_role(found("华鉴认证有限公司"))
        self.theirs = seat_in_every_role(found("远衡认证有限公司"))
        self.person, self.client = self.ours["AU"].person, self.ours["CC"].tenant
        self.session = self.external_item = self.record_item = self.drawn_row = uuid7()
        self.programme, self.case = audit(self)
        self.ids = self._objects()
        for contribute in CONTRIBUTIONS:
            self.ids |= contribute(self)
        self._browsers: dict[Any, Client] = {}

    def browser(self, who: Seat) -> Client:
        """The browser in which that person is signed in."""
        key = who.membership.id
        self._browsers[key] = self._browsers.get(key) or signed_in(who)
        return self._browsers[key]

    def _objects(self) -> dict[str, Any]:
        """What stands in for ``{person_id}`` and the like in paths."""
        admin = viewer(self.ours["ADM"])
        with tenant_scope(admin.owners):
            newcomer = self._uninvited()
            invitation = invite(viewer=admin, person_id=newcomer)
            link, _ = invite_guest(
                viewer=admin,
                tenant_id=self.client.id,
                name="来宾",
                email="guest@client.example",
                scope=self.session,
                expires_at=clock.now() + timedelta(hours=4),
            )
            picture = store_picture(viewer=admin, name="logo.png", content=png())
            verification = request_verification(viewer=admin, owner_id=admin.tenant_id)
            batch = check_import(
                viewer=admin,
                kind="people",
                file_name="people.xlsx",
                content=template(viewer=admin, kind="people").content,
            )
            sign_checkpoint(admin.tenant_id)
            job = Job.objects.filter(owner_id=admin.tenant_id).latest("enqueued_at")
        return {
            "newcomer": newcomer,
            "person_id": self.person.id,
            "membership_id": self.ours["AU"].membership.id,
            "party_id": self.client.id,
            "invitation_id": invitation.id,
            "link_id": link.id,
            "file_id": picture.id,
            "import_id": batch.id,
            "job_id": job.pk,
            "verification_id": verification.id,
            "login_id": 0,
            "seq": 1,
        }

    def _uninvited(self) -> Any:
        browser = signed_in(self.ours["ADM"])
        body = {"name": "未登录者", "email": "newcomer@body.example"}
        return browser.post("/api/identity/people", body, "application/json").json()["id"]


@contextmanager
def rolled_back() -> Iterator[None]:
    """Whatever the block does to any database is undone."""
    with transaction.atomic(using="default"), transaction.atomic(using="keys"):
        yield
        for connection in connections.all():
            connection.set_rollback(True)
