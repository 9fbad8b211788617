"""Row-level security, its openings for sign-in and engagements, and the list of tenants."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from mingjian.kit.tenancy import REACHABLE, SIGNING_IN, row_security

# A body sees the organisations that it engages, and each party the engagements that name it.
ENGAGED = f"id IN (SELECT party_id FROM identity_engagement WHERE owner_id = {REACHABLE})"

# Runs as its owner, the migration role, which may pass row security. It gives ids and nothing
# else: who wants to read or write a tenant's rows has to enter its scope.
TENANT_IDS = """
CREATE FUNCTION identity_tenant_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS 'SELECT id FROM identity_tenant ORDER BY id'
"""


def create_function(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(TENANT_IDS)


def drop_function(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION identity_tenant_ids()")


class Migration(migrations.Migration):
    dependencies = [("identity", "0001_initial")]
    operations = [
        row_security("identity_engagement", also_visible=f"party_id = {REACHABLE}"),
        row_security("identity_tenant", also_visible=ENGAGED),
        row_security("identity_person", also_visible=f"account_id = {SIGNING_IN}"),
        row_security("identity_membership"),
        row_security("identity_invitation"),
        row_security("identity_guestlink"),
        row_security("identity_import"),
        row_security("identity_certificateonfile"),
        migrations.RunPython(create_function, drop_function),
    ]
