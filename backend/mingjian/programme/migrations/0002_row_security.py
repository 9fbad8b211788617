"""Row-level security of the programme's tables: the body's rows, seen by whom it engages."""

from django.db import migrations

from mingjian.kit.tenancy import row_security


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [
        row_security("programme_site"),
        row_security("programme_auditprogramme"),
        row_security("programme_auditcase"),
        row_security("programme_teammember"),
        row_security("programme_auditplan"),
        row_security("programme_planitem"),
    ]
