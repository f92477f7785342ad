"""The channels that Stoep itself tells on; and while nobody is subscribed, nothing is kept for subscribers."""

from uuid import uuid5, NAMESPACE_URL

from django.db import migrations

KANALEN = {
    "zaken": ["bronorganisatie", "zaaktype", "zaaktype.catalogus", "vertrouwelijkheidaanduiding"],
    "documenten": [
        "bronorganisatie",
        "informatieobjecttype",
        "informatieobjecttype.catalogus",
        "vertrouwelijkheidaanduiding",
    ],
    "besluiten": ["verantwoordelijke_organisatie", "besluittype", "besluittype.catalogus"],
    "zaaktypen": ["catalogus"],
    "besluittypen": ["catalogus"],
    "informatieobjecttypen": ["catalogus"],
    "autorisaties": [],
}
DOCUMENTATION = "https://vng-realisatie.github.io/gemma-zaken/standaard/notificaties/"
HANDLER = "stoep.notificaties.handlers.tell_what_happened"


def make_kanalen(apps, schema_editor):
    kanaal = apps.get_model("notificaties", "Kanaal")
    kanaal.objects.bulk_create(
        kanaal(
            id=uuid5(NAMESPACE_URL, f"stoep:kanaal:{naam}"),
            naam=naam,
            filters=filters,
            documentatie_link=DOCUMENTATION,
            is_eigen=True,
        )
        for naam, filters in KANALEN.items()
    )


class Migration(migrations.Migration):
    dependencies = [("notificaties", "0001_initial"), ("foundation", "0006_handlers_may_sleep")]

    operations = [
        migrations.RunPython(make_kanalen, migrations.RunPython.noop),
        migrations.RunSQL(
            f"INSERT INTO foundation_sleepinghandler (handler) VALUES ('{HANDLER}') ON CONFLICT DO NOTHING",
            migrations.RunSQL.noop,
        ),
    ]
