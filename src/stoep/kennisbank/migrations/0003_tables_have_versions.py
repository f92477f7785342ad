"""Its tables have versions, so that every process may remember their rows while nothing changes."""

from django.db import migrations

from stoep.foundation.remembered import watch


class Migration(migrations.Migration):
    dependencies = [("kennisbank", "0002_openingstijden"), ("foundation", "0003_tables_have_versions")]

    operations = watch(
        "kennisbank_mededeling",
        "kennisbank_openingstijd",
        "kennisbank_afwijkendedag",
        "kennisbank_productpage",
        "kennisbank_vraagpage",
    )
