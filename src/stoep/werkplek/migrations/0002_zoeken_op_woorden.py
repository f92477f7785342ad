"""Indexes that the search of the werkplek needs: on the words of reports and zaken, on numbers, and on
the address of a reporter.

They stand here because only the werkplek asks these questions; the tables belong to meldingen and zaken.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("werkplek", "0001_initial"),
        ("meldingen", "0001_initial"),
        ("zaken", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX werkplek_melding_woorden ON meldingen_melding"
            " USING gin (to_tsvector('simple'::regconfig, tekst || ' ' || adres || ' ' || naam))",
            "DROP INDEX werkplek_melding_woorden",
        ),
        migrations.RunSQL(
            "CREATE INDEX werkplek_zaak_woorden ON zaken_zaak USING gin (to_tsvector('simple'::regconfig, omschrijving))",
            "DROP INDEX werkplek_zaak_woorden",
        ),
        migrations.RunSQL(
            "CREATE INDEX werkplek_zaak_nummer ON zaken_zaak (identificatie)", "DROP INDEX werkplek_zaak_nummer"
        ),
        migrations.RunSQL(
            "CREATE INDEX werkplek_melding_email ON meldingen_melding (upper(email::text)) WHERE email <> ''",
            "DROP INDEX werkplek_melding_email",
        ),
    ]
