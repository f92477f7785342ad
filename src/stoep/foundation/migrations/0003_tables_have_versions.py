"""Tables that seldom change have a version, so that every process knows whether what it remembers still holds."""

from django.db import migrations, models

NEW_VERSION = """
CREATE FUNCTION foundation_new_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO foundation_tableversion (name, version) VALUES (TG_TABLE_NAME, gen_random_uuid())
        ON CONFLICT (name) DO UPDATE SET version = excluded.version;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("foundation", "0002_the_database_guards_the_logs")]

    operations = [
        migrations.CreateModel(
            name="TableVersion",
            fields=[
                ("name", models.CharField(max_length=63, primary_key=True, serialize=False)),
                ("version", models.UUIDField()),
            ],
        ),
        migrations.RunSQL(NEW_VERSION, "DROP FUNCTION foundation_new_version()"),
    ]
