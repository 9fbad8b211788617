"""When an audit's key is destroyed, what the client gave is gone and the body's record is not."""

import pytest

from mingjian.evidence.models import EvidenceItem, ItemState, KeepingSide
from mingjian.evidence.queries.items import texts_of
from mingjian.evidence.queries.openings import content_of
from mingjian.evidence.services.keeping import say_on_keeping
from mingjian.evidence.tests.factories import CONTENT, sealed
from mingjian.identity.queries.seats import Seat
from mingjian.identity.tests.factories import signed_in, viewer
from mingjian.journal.queries import findings
from mingjian.kit.deletion import deletable_stores, retained_stores
from mingjian.kit.keys.errors import AuditKeyDestroyed
from mingjian.kit.keys.orphans import sweep_orphans
from mingjian.kit.keys.services import create_audit_key, destroy_audit_key, records_of
from mingjian.kit.tenancy import tenant_scope
from mingjian.programme.models import AuditCase
from mingjian.programme.tests.factories import behind_the_walls
from mingjian.records.models import RecordEntry
from mingjian.records.queries import text_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
NOTE = "抽查三份报告，均有签字。"


def test_the_record_and_what_both_sides_agreed_to_keep_outlive_the_key_and_nothing_else_does(
    ours: dict[str, Seat], staffed: AuditCase
) -> None:
    cited, other = sealed(ours["CC"], staffed, retention="record"), sealed(ours["CC"], staffed)
    agree(ours, cited)
    given = {"text": NOTE, "evidence": [str(cited.id), str(other.id)]}
    path = f"/api/records/cases/{staffed.id}/entries"
    assert signed_in(ours["LA"]).post(path, given, "application/json").status_code == 201

    destroy(ours, staffed)

    with behind_the_walls():
        cited, other = (EvidenceItem.objects.get(id=row.id) for row in (cited, other))
        assert b"".join(content_of(cited).iterate()) == CONTENT
        assert texts_of(cited)["name"]
        assert text_of(RecordEntry.objects.get(case=staffed)) == NOTE
        assert (other.state, other.sealed, texts_of(other)) == (ItemState.DESTROYED, "", {})
        with pytest.raises(AuditKeyDestroyed):
            content_of(other)
        left = [list(store.traces(staffed.owner_id, staffed.id)) for store in deletable_stores()]
        assert not any(left)
        assert not list(findings(staffed.owner_id, with_contents=True))


def test_the_key_of_the_records_is_no_orphan(ours: dict[str, Seat], staffed: AuditCase) -> None:
    agree(ours, sealed(ours["CC"], staffed, retention="record"))
    destroy(ours, staffed)

    with behind_the_walls():
        assert sweep_orphans() == 0


def agree(ours: dict[str, Seat], item: EvidenceItem) -> None:
    """The auditor's word and the client's, without which nothing is kept (S31)."""
    for side, role in ((KeepingSide.AUDITOR, "LA"), (KeepingSide.CLIENT, "CC")):
        acting = viewer(ours[role])
        with tenant_scope(acting.owners):
            say_on_keeping(
                viewer=acting, case_id=item.case_id, side=side, item_ids=[item.id], verdict="yes"
            )


def destroy(ours: dict[str, Seat], case: AuditCase) -> None:
    """What the deletion's jobs do, and all of it twice: a crash may come anywhere."""
    acting = viewer(ours["ADM"])
    with behind_the_walls():
        create_audit_key(case.owner_id, records_of(case.id))
        for retained in retained_stores() * 2:
            retained.keep(acting, case.id)
        destroy_audit_key(case.owner_id, case.id)
        for store in deletable_stores() * 2:
            store.erase(acting, case.id)
