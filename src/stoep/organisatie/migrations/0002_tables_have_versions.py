"""Its tables have versions, so that every process may remember their rows while nothing changes."""

from django.db import migrations

from stoep.foundation.remembered import watch


class Migration(migrations.Migration):
    dependencies = [("organisatie", "0001_initial"), ("foundation", "0003_tables_have_versions")]

    operations = watch(
        "organisatie_groep",
        "organisatie_lidmaatschap",
        "organisatie_medewerker",
        "organisatie_rooster",
        "organisatie_afwezigheid",
    )
