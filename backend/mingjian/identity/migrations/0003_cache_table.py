"""The table in which throttles count and used codes are remembered, for all processes together."""

from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def create_cache_table(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.alias == "default":
        call_command("createcachetable", verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_row_security")]
    operations = [migrations.RunPython(create_cache_table, migrations.RunPython.noop)]
