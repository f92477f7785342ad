"""A handler may sleep, and then nothing is written for it; and every event knows the transaction that told it.

The transaction (`xid`, which Django does not know of) is what the feed of changes needs: numbers of events become
visible out of order, transactions either lie in a snapshot or they do not (`outbox/feed.py`).
"""

from django.db import migrations, models

FUNCTION = """
CREATE OR REPLACE FUNCTION foundation_publish(
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
    FROM event JOIN unnest(wired, handlers) AS wiring (name, handler) ON wiring.name = event.name
    {awake};
END $$;
"""
AWAKE = "WHERE NOT EXISTS (SELECT FROM foundation_sleepinghandler s WHERE s.handler = wiring.handler)"

TRANSACTION = """
ALTER TABLE foundation_outboxevent ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE INDEX outbox_by_transaction ON foundation_outboxevent (xid, id);
"""


class Migration(migrations.Migration):
    dependencies = [("foundation", "0005_audittrail_tells_of_parts")]

    operations = [
        migrations.CreateModel(
            name="SleepingHandler",
            fields=[("handler", models.CharField(max_length=200, primary_key=True, serialize=False))],
        ),
        migrations.RunSQL(FUNCTION.replace("{awake}", AWAKE), FUNCTION.replace("{awake}", "")),
        migrations.RunSQL(TRANSACTION, "ALTER TABLE foundation_outboxevent DROP COLUMN xid"),
    ]
