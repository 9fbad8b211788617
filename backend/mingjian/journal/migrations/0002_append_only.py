"""Entries are append-only, and every table shows a tenant its own rows only.

The triggers guard against our own mistakes; against somebody who can drop a trigger
stand the tree, the checkpoints and ``verify``.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from mingjian.kit.tenancy import REACHABLE, row_security

SQLITE = (
    """
    CREATE TRIGGER journal_entry_unchanged BEFORE UPDATE ON journal_entry
    BEGIN SELECT RAISE(ABORT, 'journal entries are append-only'); END
    """,
    # An entry goes only after its predecessor: nothing is cut out of the journal or off
    # its end, but whoever tears a test database down may empty the whole table.
    """
    CREATE TRIGGER journal_entry_uncut BEFORE DELETE ON journal_entry
    WHEN OLD.seq > 1 AND EXISTS (
        SELECT 1 FROM journal_entry WHERE owner_id = OLD.owner_id AND seq = OLD.seq - 1)
    BEGIN SELECT RAISE(ABORT, 'journal entries are append-only'); END
    """,
)
POSTGRESQL = (
    """
    CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'journal entries are append-only'
          USING ERRCODE = 'integrity_constraint_violation'; END $$
    """,
    """
    CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_append_only()
    """,
)


def create_triggers(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunPython(create_triggers),
        row_security("journal_head"),
        # Everybody may read what their own people did in others' journals.
        row_security("journal_entry", also_visible=f"actor_tenant = {REACHABLE}"),
        row_security("journal_salt"),
        row_security("journal_node"),
        row_security("journal_checkpoint"),
        row_security("journal_verification"),
    ]
