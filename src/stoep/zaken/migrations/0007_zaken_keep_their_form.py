"""Zaken keep their form on the wire, and are counted by stretches; the database knows when either must be made anew."""

from django.db import migrations, models

# What is shown in a zaak besides its own row.
PARTS = (
    "zaken_status",
    "zaken_resultaat",
    "zaken_rol",
    "zaken_zaakobject",
    "zaken_zaakinformatieobject",
    "zaken_zaakeigenschap",
    "zaken_zaakkenmerk",
    "zaken_relevantezaak",
)

# A change holds the row until its transaction ends, so the changes of one zaak come one after the other. Once per
# transaction is enough: nobody else can have stored a form since.
RAISE = """
CREATE FUNCTION zaken_vorm_verhoog(zaken uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO zaken_zaakvorm AS vorm (zaak_id, versie)
        SELECT id, 1 FROM zaken_zaak WHERE id = ANY(zaken) ORDER BY id
    ON CONFLICT (zaak_id) DO UPDATE SET versie = vorm.versie + 1, maaksel = 0, tekst = NULL
        WHERE vorm.tekst IS NOT NULL OR vorm.xmin <> pg_current_xact_id()::xid
$$;
"""
LOWER = "DROP FUNCTION zaken_vorm_verhoog(uuid[])"

PART_CHANGED = """
CREATE FUNCTION zaken_vorm_onderdeel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM zaken_vorm_verhoog(ARRAY(SELECT zaak_id FROM nieuw));
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM zaken_vorm_verhoog(ARRAY(SELECT zaak_id FROM oud));
    ELSE
        PERFORM zaken_vorm_verhoog(ARRAY(SELECT zaak_id FROM oud UNION SELECT zaak_id FROM nieuw));
    END IF;
    RETURN NULL;
END $$;
"""

# The number 5,270,001 is the lock of the stretches: a change holds it shared until its transaction ends, whoever makes
# a new stretch takes it alone for a moment. So no change is under way that saw another division than the one that holds.
STRETCH_CHANGED = """
CREATE FUNCTION zaken_blok_verhoog(zaken uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(zaken) = 0 THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock_shared(5270001);
    UPDATE zaken_zaakblok SET versie = versie + 1, tellingen = NULL
        WHERE vanaf IN (
            SELECT geraakt.vanaf FROM unnest(zaken) AS zaak
            CROSS JOIN LATERAL (
                SELECT blok.vanaf FROM zaken_zaakblok blok WHERE blok.vanaf <= zaak ORDER BY blok.vanaf DESC LIMIT 1
            ) AS geraakt)
        AND vanaf < (SELECT laatste.vanaf FROM zaken_zaakblok laatste ORDER BY laatste.vanaf DESC LIMIT 1);
END $$;
"""

ZAAK_CHANGED = """
CREATE FUNCTION zaken_vorm_zaak() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM zaken_vorm_verhoog(ARRAY(
            SELECT id FROM nieuw UNION SELECT hoofdzaak_id FROM nieuw WHERE hoofdzaak_id IS NOT NULL));
        PERFORM zaken_blok_verhoog(ARRAY(SELECT id FROM nieuw));
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM zaken_zaakvorm WHERE zaak_id IN (SELECT id FROM oud);
        PERFORM zaken_vorm_verhoog(ARRAY(SELECT hoofdzaak_id FROM oud WHERE hoofdzaak_id IS NOT NULL));
        PERFORM zaken_blok_verhoog(ARRAY(SELECT id FROM oud));
    ELSE
        PERFORM zaken_vorm_verhoog(ARRAY(
            SELECT id FROM nieuw
            UNION SELECT unnest(ARRAY[o.hoofdzaak_id, n.hoofdzaak_id]) FROM oud o JOIN nieuw n USING (id)
                WHERE o.hoofdzaak_id IS DISTINCT FROM n.hoofdzaak_id));
        PERFORM zaken_blok_verhoog(ARRAY(
            SELECT id FROM oud o JOIN nieuw n USING (id)
                WHERE o.zaaktype_id <> n.zaaktype_id OR o.vertrouwelijkheidaanduiding <> n.vertrouwelijkheidaanduiding));
    END IF;
    RETURN NULL;
END $$;
"""

# What was made is stored only while it still holds. Losing it in a crash does no harm.
STORE_FORMS = """
CREATE FUNCTION zaken_vorm_bewaar(zaken uuid[], versies bigint[], van_maaksel integer, teksten text[])
RETURNS void LANGUAGE sql AS $$
    UPDATE zaken_zaakvorm AS vorm SET maaksel = van_maaksel, tekst = gemaakt.tekst
    FROM (
        SELECT vrij.zaak_id, nieuw.versie, nieuw.tekst
        FROM unnest(zaken, versies, teksten) AS nieuw (zaak_id, versie, tekst)
        JOIN (SELECT zaak_id FROM zaken_zaakvorm WHERE zaak_id = ANY(zaken) FOR NO KEY UPDATE SKIP LOCKED) AS vrij
            USING (zaak_id)
    ) AS gemaakt
    WHERE vorm.zaak_id = gemaakt.zaak_id AND vorm.versie = gemaakt.versie
$$;
"""
STORE_COUNTS = """
CREATE FUNCTION zaken_blok_bewaar(welke uuid[], versies bigint[], geteld jsonb[])
RETURNS void LANGUAGE sql AS $$
    UPDATE zaken_zaakblok AS blok SET tellingen = nieuw.tellingen
    FROM unnest(welke, versies, geteld) AS nieuw (vanaf, versie, tellingen)
    WHERE blok.vanaf = nieuw.vanaf AND blok.versie = nieuw.versie
$$;
"""

# Divides the last stretch; answers how many were added. Waits at most a moment for changes that are under way.
DIVIDE = """
CREATE FUNCTION zaken_blokken_verdeel(grootte integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    grenzen uuid[];
BEGIN
    IF NOT pg_try_advisory_xact_lock(5270002) THEN
        RETURN 0;
    END IF;
    SELECT array_agg(id ORDER BY id) INTO grenzen FROM (
        SELECT id, row_number() OVER (ORDER BY id) AS plaats, count(*) OVER () AS samen
        FROM zaken_zaak WHERE id >= (SELECT vanaf FROM zaken_zaakblok ORDER BY vanaf DESC LIMIT 1)
    ) AS laatste WHERE plaats > grootte AND (plaats - 1) % grootte = 0 AND plaats <= samen - grootte / 2;
    IF grenzen IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM set_config('lock_timeout', '300ms', true);
    BEGIN
        PERFORM pg_advisory_xact_lock(5270001);
    EXCEPTION WHEN lock_not_available THEN
        RETURN 0;
    END;
    INSERT INTO zaken_zaakblok (vanaf) SELECT unnest(grenzen);
    UPDATE zaken_zaakblok SET versie = versie + 1, tellingen = NULL
        WHERE vanaf = (SELECT b.vanaf FROM zaken_zaakblok b WHERE b.vanaf < grenzen[1] ORDER BY b.vanaf DESC LIMIT 1);
    RETURN cardinality(grenzen);
END $$;
"""
FIRST = "INSERT INTO zaken_zaakblok (vanaf) VALUES ('00000000-0000-0000-0000-000000000000')"
EXISTING = "INSERT INTO zaken_zaakvorm (zaak_id, versie) SELECT id, 1 FROM zaken_zaak"
# A form is short text that is read as a whole: kept in the row, without compressing, while it fits in a page.
STORAGE = """
ALTER TABLE zaken_zaakvorm SET (toast_tuple_target = 8160, fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE zaken_zaakvorm ALTER COLUMN tekst SET STORAGE MAIN;
"""


def triggers(table: str, function: str) -> list[migrations.RunSQL]:
    """One trigger for each way to change a table."""
    seen = {"INSERT": "NEW TABLE AS nieuw", "UPDATE": "OLD TABLE AS oud NEW TABLE AS nieuw", "DELETE": "OLD TABLE AS oud"}
    return [
        migrations.RunSQL(
            f"CREATE TRIGGER zaken_vorm_{event.lower()} AFTER {event} ON {table} REFERENCING {tables}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {function}()",
            f"DROP TRIGGER zaken_vorm_{event.lower()} ON {table}",
        )
        for event, tables in seen.items()
    ]


class Migration(migrations.Migration):
    dependencies = [("zaken", "0006_documents_know_their_objects")]

    operations = [
        migrations.CreateModel(
            name="Zaakblok",
            fields=[
                ("vanaf", models.UUIDField(primary_key=True, serialize=False)),
                ("versie", models.BigIntegerField(db_default=1, default=1)),
                ("tellingen", models.JSONField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Zaakvorm",
            fields=[
                ("zaak_id", models.UUIDField(primary_key=True, serialize=False)),
                ("versie", models.BigIntegerField()),
                ("maaksel", models.IntegerField(db_default=0, default=0)),
                ("tekst", models.TextField(null=True)),
            ],
        ),
        migrations.AddIndex(
            model_name="zaak",
            index=models.Index(
                fields=["id"], include=["zaaktype", "vertrouwelijkheidaanduiding"], name="zaak_by_id_with_guard"
            ),
        ),
        migrations.RunSQL(STORAGE, migrations.RunSQL.noop),
        migrations.RunSQL(FIRST, migrations.RunSQL.noop),
        migrations.RunSQL(EXISTING, migrations.RunSQL.noop),
        migrations.RunSQL(RAISE, LOWER),
        migrations.RunSQL(PART_CHANGED, "DROP FUNCTION zaken_vorm_onderdeel()"),
        migrations.RunSQL(STRETCH_CHANGED, "DROP FUNCTION zaken_blok_verhoog(uuid[])"),
        migrations.RunSQL(ZAAK_CHANGED, "DROP FUNCTION zaken_vorm_zaak()"),
        migrations.RunSQL(STORE_FORMS, "DROP FUNCTION zaken_vorm_bewaar(uuid[], bigint[], integer, text[])"),
        migrations.RunSQL(STORE_COUNTS, "DROP FUNCTION zaken_blok_bewaar(uuid[], bigint[], jsonb[])"),
        migrations.RunSQL(DIVIDE, "DROP FUNCTION zaken_blokken_verdeel(integer)"),
        *triggers("zaken_zaak", "zaken_vorm_zaak"),
        *[trigger for table in PARTS for trigger in triggers(table, "zaken_vorm_onderdeel")],
    ]
