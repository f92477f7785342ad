"""Views are shared with a group, a department or everybody."""

from django.db import migrations, models
import django.db.models.deletion

SHARED = "UPDATE werkplek_weergave SET gedeeld_met = 'afdeling' WHERE gedeeld"
BACK = "UPDATE werkplek_weergave SET gedeeld = TRUE WHERE gedeeld_met <> 'niemand'"


class Migration(migrations.Migration):
    dependencies = [
        ("organisatie", "0002_tables_have_versions"),
        ("werkplek", "0003_bulkacties"),
    ]

    operations = [
        migrations.AddField(
            model_name="weergave",
            name="gedeeld_met",
            field=models.CharField(
                choices=[
                    ("niemand", "Alleen ik"),
                    ("groep", "Een groep waar ik in zit"),
                    ("afdeling", "Mijn afdeling"),
                    ("iedereen", "Iedereen die de werkplek gebruikt"),
                ],
                default="niemand",
                max_length=10,
                verbose_name="gedeeld met",
            ),
        ),
        migrations.AddField(
            model_name="weergave",
            name="groep",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisatie.groep",
            ),
        ),
        migrations.RunSQL(SHARED, BACK),
        migrations.RemoveField(model_name="weergave", name="gedeeld"),
        migrations.AddConstraint(
            model_name="weergave",
            constraint=models.CheckConstraint(
                condition=models.Q(("gedeeld_met", "groep"), ("groep__isnull", False))
                | (~models.Q(("gedeeld_met", "groep")) & models.Q(("groep__isnull", True))),
                name="weergave_groep_alleen_bij_groep",
            ),
        ),
    ]
