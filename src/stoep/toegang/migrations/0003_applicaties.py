"""Applications, with versions so that every process may remember them; and which personal data they read."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import stoep.foundation.clock
import stoep.foundation.rows
from django.db import migrations, models

from stoep.foundation.remembered import watch


class Migration(migrations.Migration):

    dependencies = [
        ('foundation', '0003_tables_have_versions'),
        ('toegang', '0002_rolaanbod'),
    ]

    operations = [
        migrations.CreateModel(
            name='Applicatie',
            fields=[
                ('id', models.UUIDField(default=stoep.foundation.rows.new_id, editable=False, primary_key=True, serialize=False)),
                ('label', models.CharField(max_length=100, verbose_name='naam')),
                ('heeft_alle_autorisaties', models.BooleanField(default=False, verbose_name='mag alles')),
                ('created_at', models.DateTimeField(default=stoep.foundation.clock.now)),
            ],
            options={
                'ordering': ['label', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ClientId',
            fields=[
                ('id', models.UUIDField(default=stoep.foundation.rows.new_id, editable=False, primary_key=True, serialize=False)),
                ('client_id', models.CharField(max_length=50, unique=True)),
                ('applicatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='client_ids', to='toegang.applicatie')),
            ],
            options={
                'ordering': ['client_id'],
            },
        ),
        migrations.CreateModel(
            name='Geheim',
            fields=[
                ('id', models.UUIDField(default=stoep.foundation.rows.new_id, editable=False, primary_key=True, serialize=False)),
                ('sealed', models.TextField()),
                ('made_at', models.DateTimeField(default=stoep.foundation.clock.now)),
                ('valid_until', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='geheimen', to='toegang.clientid')),
            ],
            options={
                'ordering': ['-made_at'],
            },
        ),
        migrations.CreateModel(
            name='Verwerking',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('actor_kind', models.CharField(max_length=20)),
                ('actor_id', models.CharField(max_length=100)),
                ('gebruiker', models.CharField(max_length=255)),
                ('doel', models.CharField(max_length=255)),
                ('soort', models.CharField(max_length=60)),
                ('object_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.BrinIndex(fields=['at'], name='verwerking_op_moment'), django.contrib.postgres.indexes.GinIndex(fields=['object_ids'], name='verwerking_van_object')],
            },
        ),
        migrations.CreateModel(
            name='Autorisatie',
            fields=[
                ('id', models.UUIDField(default=stoep.foundation.rows.new_id, editable=False, primary_key=True, serialize=False)),
                ('component', models.CharField(choices=[('ac', 'ac'), ('nrc', 'nrc'), ('zrc', 'zrc'), ('ztc', 'ztc'), ('drc', 'drc'), ('brc', 'brc')], max_length=3)),
                ('scopes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), size=None)),
                ('type_naam', models.CharField(blank=True, max_length=80)),
                ('catalogus', models.UUIDField(blank=True, null=True)),
                ('max_vertrouwelijkheidaanduiding', models.CharField(blank=True, choices=[('openbaar', 'openbaar'), ('beperkt_openbaar', 'beperkt_openbaar'), ('intern', 'intern'), ('zaakvertrouwelijk', 'zaakvertrouwelijk'), ('vertrouwelijk', 'vertrouwelijk'), ('confidentieel', 'confidentieel'), ('geheim', 'geheim'), ('zeer_geheim', 'zeer_geheim')], max_length=20)),
                ('volgorde', models.PositiveIntegerField(default=0)),
                ('applicatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='autorisaties', to='toegang.applicatie')),
            ],
            options={
                'ordering': ['volgorde', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('scopes', []), _negated=True), name='autorisatie_heeft_scopes')],
            },
        ),
        *watch("toegang_applicatie", "toegang_clientid", "toegang_geheim", "toegang_autorisatie"),
    ]
