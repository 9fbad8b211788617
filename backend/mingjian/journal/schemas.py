"""The journal as the API shows it."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from pydantic import AwareDatetime, Field

from mingjian.journal.models import Entry, Verification
from mingjian.journal.queries.entries import entry_views
from mingjian.journal.rules.findings import Finding
from mingjian.kit.access import Viewer
from mingjian.kit.excel import workbook_response
from mingjian.kit.excel.errors import WorkbookTooLarge
from mingjian.kit.excel.writing import MOST_ROWS
from mingjian.kit.pagination import ListQuery
from mingjian.kit.schema import Schema
from mingjian.kit.words import in_language


class JournalQuery(ListQuery):
    """``owner`` is the tenant whose journal it is: the own one unless it is given."""

    owner: UUID | None = None


class EntriesQuery(JournalQuery):
    """Filters of the list; without ``owner``, of every journal in reach."""

    actor: UUID | None = None
    action: str = Field("", max_length=80)
    object_kind: str = Field("", max_length=80)
    object_id: UUID | None = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None

    def filters(self) -> dict[str, Any]:
        """As :func:`queries.entries.narrowed` takes them."""
        columns = {"action", "object_kind", "object_id", "since", "until"}
        return {"owner_id": self.owner, "actor_id": self.actor, **self.model_dump(include=columns)}


class EntryOut(Schema):
    """One line of the journal; names are empty where the object has none (any more)."""

    owner_id: UUID
    seq: int
    at: datetime
    actor: str
    actor_name: str
    actor_tenant: UUID
    actor_tenant_name: str
    role: str
    device: str
    cause: str
    action: str
    object_kind: str
    object_id: UUID
    object_name: str
    reason: str


class EntryDetail(EntryOut):
    concerns: UUID | None
    before: str
    after: str
    leaf: str


class InclusionOut(Schema):
    index: int
    size: int
    leaf: str
    hashes: list[str]
    text: str


class ConsistencyOut(Schema):
    first: int
    second: int
    first_root: str
    second_root: str
    hashes: list[str]


class CheckpointOut(Schema):
    owner_id: UUID
    size: int
    at: datetime
    root: str
    note: str


class KeyOut(Schema):
    """``vkey`` is what a verifier of signed notes is configured with."""

    vkey: str


class FindingOut(Schema):
    code: str
    message: str
    seq: int | None = None
    last: int | None = None
    object_kind: str = ""
    object_id: str = ""

    @staticmethod
    def of(found: dict[str, Any]) -> "FindingOut":
        finding = Finding(**found)
        message = in_language((finding.zh, finding.en))
        return FindingOut(message=message, **found)


class VerificationOut(Schema):
    """``finished_at`` is empty while it runs; ``found`` counts more than ``findings`` names."""

    id: UUID
    owner_id: UUID
    started_at: datetime
    finished_at: datetime | None
    size: int
    examined: int
    found: int
    findings: list[FindingOut]

    @staticmethod
    def resolve_findings(row: Verification) -> list[FindingOut]:
        return [FindingOut.of(found) for found in row.findings]


COLUMNS = {
    ("编号", "Number"): "seq",
    ("时间（UTC）", "Time (UTC)"): "at",
    ("操作人", "Who"): "actor_name",
    ("所属组织", "Organisation"): "actor_tenant_name",
    ("角色", "Role"): "role",
    ("操作", "Action"): "action",
    ("对象", "Object"): "object_name",
    ("对象类别", "Kind of object"): "object_kind",
    ("原因", "Reason"): "reason",
    ("设备", "Device"): "device",
    ("承诺值", "Commitment"): "leaf",
}
BATCH = 1000


def entries_workbook(viewer: Viewer, rows: QuerySet[Entry]) -> HttpResponse:
    """The whole list; names are looked up batch by batch."""
    if rows.count() > MOST_ROWS:
        raise WorkbookTooLarge(rows=MOST_ROWS, megabytes=50)
    headings = [in_language(heading) for heading in COLUMNS]
    return workbook_response("日志 Journal", headings, _lines(viewer, rows))


def _lines(viewer: Viewer, rows: QuerySet[Entry]) -> Iterator[list[Any]]:
    remaining = rows.iterator(BATCH)
    while batch := list(islice(remaining, BATCH)):
        for view in entry_views(viewer, batch):
            yield [view[name] for name in COLUMNS.values()]
