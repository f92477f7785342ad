"""The log of processing has no index on its objects: that cost each list of a hundred more than its reading."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('toegang', '0003_applicaties'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='verwerking',
            name='verwerking_van_object',
        ),
    ]
