"""Surveys and campaigns, seen by whom the body engages."""

import django.db.models.deletion
import mingjian.kit.clock
import mingjian.kit.ids
from django.db import migrations, models

from mingjian.kit.tenancy import row_security


class Migration(migrations.Migration):

    dependencies = [
        ('identity', '0003_cache_table'),
        ("programme", "0003_signatures"),
    ]

    operations = [
        migrations.CreateModel(
            name='SurveyCampaign',
            fields=[
                ('id', models.UUIDField(default=mingjian.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('owner_id', models.UUIDField(db_index=True, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('changed_by', models.CharField(blank=True, editable=False, max_length=200)),
                ('title', models.CharField(max_length=200)),
                ('message', models.CharField(blank=True, max_length=1000)),
                ('edition', models.CharField(default='2026-1', max_length=20)),
                ('state', models.CharField(choices=[('draft', '草稿'), ('sending', '正在发送'), ('running', '进行中'), ('closed', '已结束')], default='draft', max_length=7)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('reminders', models.JSONField(default=list)),
                ('chosen', models.JSONField(default=dict)),
                ('recipients', models.JSONField(default=list)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=mingjian.kit.clock.now)),
                ('manager', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Survey',
            fields=[
                ('id', models.UUIDField(default=mingjian.kit.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('owner_id', models.UUIDField(db_index=True, editable=False)),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('changed_by', models.CharField(blank=True, editable=False, max_length=200)),
                ('edition', models.CharField(default='2026-1', max_length=20)),
                ('state', models.CharField(choices=[('draft', '未发出'), ('sent', '待答复'), ('answered', '已答复'), ('assessed', '已评价'), ('closed', '已关闭')], default='draft', max_length=8)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('message', models.CharField(blank=True, max_length=1000)),
                ('reminders', models.JSONField(default=list)),
                ('draft', models.JSONField(default=dict)),
                ('answers', models.JSONField(default=dict)),
                ('reason', models.CharField(blank=True, max_length=4000)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.CharField(blank=True, max_length=200)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_on', models.DateField(blank=True, null=True)),
                ('reminded', models.JSONField(default=list)),
                ('created_at', models.DateTimeField(default=mingjian.kit.clock.now)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.person')),
                ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='programme.auditcase')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.tenant')),
                ('campaign', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='surveys', to='programme.surveycampaign')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'closed'), _negated=True), fields=('case',), name='programme_survey_one_per_case'), models.UniqueConstraint(fields=('campaign', 'client'), name='programme_survey_one_per_campaign')],
            },
        ),
        row_security('programme_surveycampaign'),
        row_security('programme_survey'),
    ]
