"""Publishing and taking are functions of the database: it plans them once for each connection, not for each event.

A delivery no longer locks the row of its event to check that it is there: both are written in one statement, and
playing back and forgetting events exclude each other (`outbox/control.py`).
"""

import django.db.models.deletion
from django.db import migrations, models

FUNCTIONS = """
CREATE FUNCTION foundation_publish(
    names text[], subjects text[], payloads text[], moments timestamptz[], wired text[], handlers text[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH told AS (
        SELECT * FROM unnest(names, subjects, payloads, moments)
            WITH ORDINALITY AS told (name, subject, payload, occurred_at, place)
    ), event AS (
        INSERT INTO foundation_outboxevent (name, subject, payload, occurred_at)
        SELECT told.name, told.subject, told.payload::jsonb, told.occurred_at FROM told ORDER BY told.place
        RETURNING id, name, subject
    )
    INSERT INTO foundation_delivery (handler, event_id, subject, attempts)
    SELECT wiring.handler, event.id, event.subject, 0
    FROM event JOIN unnest(wired, handlers) AS wiring (name, handler) ON wiring.name = event.name;
END $$;

CREATE FUNCTION foundation_take(space integer, wanted text, most integer)
RETURNS TABLE (event_id bigint, subject varchar, attempts smallint, name varchar, payload text) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    IF NOT pg_try_advisory_xact_lock(space, hashtext(wanted)) THEN
        RETURN;
    END IF;
    RETURN QUERY
        SELECT d.event_id, d.subject, d.attempts, e.name, e.payload::text
        FROM foundation_delivery d JOIN foundation_outboxevent e ON e.id = d.event_id
        WHERE d.handler = wanted AND d.parked_at IS NULL AND d.next_at <= statement_timestamp()
          AND NOT EXISTS (
            SELECT FROM foundation_delivery earlier
            WHERE earlier.handler = d.handler AND earlier.subject = d.subject AND earlier.event_id < d.event_id
              AND earlier.attempts > 0 AND (earlier.parked_at IS NOT NULL OR earlier.next_at > statement_timestamp())
          )
        ORDER BY d.event_id
        LIMIT most;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("foundation", "0003_tables_have_versions")]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="event",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="foundation.outboxevent",
            ),
        ),
        migrations.RunSQL(
            FUNCTIONS,
            "DROP FUNCTION foundation_publish(text[], text[], text[], timestamptz[], text[], text[]);"
            "DROP FUNCTION foundation_take(integer, text, integer)",
        ),
    ]
