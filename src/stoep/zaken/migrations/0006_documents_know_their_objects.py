"""Mirrors beside each document to which zaken and besluiten it belongs already."""

from django.db import migrations

MIRROR = """
INSERT INTO documenten_objectinformatieobject (id, informatieobject_id, object_type, object_id, object_url)
SELECT gen_random_uuid(), informatieobject_id, 'zaak', zaak_id, '' FROM zaken_zaakinformatieobject
UNION ALL
SELECT gen_random_uuid(), informatieobject_id, 'besluit', besluit_id, '' FROM zaken_besluitinformatieobject
ON CONFLICT DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("zaken", "0005_archief_en_contact"), ("documenten", "0002_objectinformatieobjecten")]

    operations = [migrations.RunSQL(MIRROR, migrations.RunSQL.noop)]
