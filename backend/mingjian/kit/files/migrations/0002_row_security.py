"""PostgreSQL shows a document to those who may reach its owner."""

from django.db import migrations

from mingjian.kit.tenancy import row_security


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]
    operations = [row_security("files_storedfile")]
