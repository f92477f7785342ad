"""Its tables have versions, so that every process may remember their rows while nothing changes."""

from django.db import migrations

from stoep.foundation.remembered import watch


class Migration(migrations.Migration):
    dependencies = [("meldingen", "0005_statussen_en_nazorg"), ("foundation", "0003_tables_have_versions")]

    operations = watch(
        "meldingen_categorie",
        "meldingen_standaardtekst",
        "meldingen_vraag",
        "meldingen_gevaar",
        "meldingen_meldinginstellingen",
        "meldingen_tevredenheidsreden",
    )
