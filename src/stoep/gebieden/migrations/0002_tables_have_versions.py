"""Its tables have versions, so that every process may remember their rows while nothing changes."""

from django.db import migrations

from stoep.foundation.remembered import watch


class Migration(migrations.Migration):
    dependencies = [("gebieden", "0001_initial"), ("foundation", "0003_tables_have_versions")]

    operations = watch(
        "gebieden_gebied",
    )
