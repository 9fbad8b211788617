"""An audit's key is made before the audit; if the audit never comes, the key goes."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from mingjian.kit import clock
from mingjian.kit.keys.errors import KeyMissing
from mingjian.kit.keys.orphans import audit_registers, sweep_orphans
from mingjian.kit.keys.services import (
    audit_secret,
    create_audit_key,
    create_tenant_key,
    destroy_audit_key,
    tenant_secret,
)

pytestmark = pytest.mark.django_db
TENANT, KEPT, LOST, FILE = uuid4(), uuid4(), uuid4(), uuid4()
LATER = clock.now() + timedelta(days=2)


class Register:
    """Knows one audit."""

    def existing(self, tenant_id: UUID, audit_ids: set[UUID]) -> set[UUID]:
        return audit_ids & {KEPT}


@pytest.fixture(autouse=True)
def _keys() -> None:
    create_tenant_key(TENANT)
    create_audit_key(TENANT, KEPT)
    create_audit_key(TENANT, LOST)


def test_only_the_key_of_an_audit_that_never_came_is_removed() -> None:
    with audit_registers.replaced_by(Register()), clock.moved_to(LATER):
        assert sweep_orphans() == 1
        assert sweep_orphans() == 0
    with pytest.raises(KeyMissing):
        audit_secret(TENANT, LOST, "file", FILE)
    assert audit_secret(TENANT, KEPT, "file", FILE)
    assert tenant_secret(TENANT, "file", FILE)


def test_a_fresh_key_is_given_a_day() -> None:
    with audit_registers.replaced_by(Register()):
        assert sweep_orphans() == 0


def test_without_anybody_who_knows_audits_nothing_is_removed() -> None:
    with audit_registers.replaced_by(), clock.moved_to(LATER):
        assert sweep_orphans() == 0


def test_the_tombstone_of_a_destroyed_key_stays() -> None:
    destroy_audit_key(TENANT, LOST)
    with audit_registers.replaced_by(Register()), clock.moved_to(LATER):
        assert sweep_orphans() == 0
