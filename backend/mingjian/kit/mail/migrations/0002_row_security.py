from django.db import migrations

from mingjian.kit.tenancy import row_security


class Migration(migrations.Migration):
    dependencies = [("mail", "0001_initial")]
    operations = [row_security("mail_letter")]
