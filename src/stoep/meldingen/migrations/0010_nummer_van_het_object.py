"""Who pointed at a thing on the map is not asked its number again."""

from django.db import migrations, models

KNOWN = (
    "UPDATE meldingen_vraag SET objectnummer = TRUE"
    " WHERE soort = 'tekst' AND sleutel IN ('paalnummer', 'containernummer', 'laadpaalnummer')"
)


class Migration(migrations.Migration):
    dependencies = [("meldingen", "0009_rondbericht_en_golfregel")]

    operations = [
        migrations.AddField(
            model_name="vraag",
            name="objectnummer",
            field=models.BooleanField(default=False, verbose_name="vraagt het nummer van het object op de kaart"),
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
    ]
