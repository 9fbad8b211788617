"""Several processes make, rotate and read keys at once, and no key is ever lost."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from django.db import connections

from mingjian.kit.keys.models import ContentKey, SigningKey, TenantKey
from mingjian.kit.keys.rotation import rotate_root, rotate_tenant
from mingjian.kit.keys.services import (
    audit_secret,
    create_audit_key,
    create_tenant_key,
    signing_key,
    tenant_secret,
)

pytestmark = [pytest.mark.django_db(transaction=True)]


def together(*work: object) -> list[object]:
    """Run the callables at the same time, each with database connections of its own."""

    def run(each: object) -> object:
        try:
            return each()  # type: ignore[operator]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(run, work))


def test_the_same_keys_made_by_many_at_once_exist_once() -> None:
    tenant, audit = uuid4(), uuid4()
    together(*[lambda: create_tenant_key(tenant)] * 6)
    together(*[lambda: create_audit_key(tenant, audit)] * 6)
    assert TenantKey.objects.count() == SigningKey.objects.count() == 1
    assert ContentKey.objects.count() == 2


def test_keys_made_while_others_rotate_all_open_afterwards() -> None:
    tenants = [uuid4() for _ in range(4)]
    audits: dict[UUID, UUID] = {tenant: uuid4() for tenant in tenants}

    def make(tenant: UUID) -> None:
        create_tenant_key(tenant)
        create_audit_key(tenant, audits[tenant])

    def rotate() -> None:
        for row in TenantKey.objects.all():
            rotate_tenant(row.tenant_id)
        rotate_root()

    create_tenant_key(uuid4())
    together(rotate, *[lambda tenant=tenant: make(tenant) for tenant in tenants], rotate)
    for tenant, audit in audits.items():
        assert audit_secret(tenant, audit, "file", tenant)
        assert tenant_secret(tenant, "file", tenant)
        assert signing_key(tenant)
