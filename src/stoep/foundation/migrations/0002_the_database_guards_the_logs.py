"""The security log is append-only in the database itself, and the queue of deliveries is vacuumed early."""

from django.db import migrations

# A test database (its name begins with test_) may be emptied between tests, unless a test asks to be strict.
APPEND_ONLY = """
CREATE FUNCTION foundation_securityline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('stoep.removing_expired', true) = 'on'
       AND OLD.at < now() - foundation_securityline_kept() THEN
        RETURN OLD;
    END IF;
    IF TG_OP = 'TRUNCATE' AND current_database() LIKE 'test\\_%'
       AND current_setting('stoep.strict', true) IS DISTINCT FROM 'on' THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'Het beveiligingslogboek kan alleen groeien: % is geweigerd.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION foundation_securityline_kept() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '3 years' $$;

CREATE TRIGGER securityline_append_only BEFORE UPDATE OR DELETE ON foundation_securityline
    FOR EACH ROW EXECUTE FUNCTION foundation_securityline_append_only();
CREATE TRIGGER securityline_no_truncate BEFORE TRUNCATE ON foundation_securityline
    FOR EACH STATEMENT EXECUTE FUNCTION foundation_securityline_append_only();

CREATE FUNCTION foundation_securityline_remove_expired() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE removed bigint;
BEGIN
    PERFORM set_config('stoep.removing_expired', 'on', true);
    DELETE FROM foundation_securityline WHERE at < date_trunc('month', now() - foundation_securityline_kept());
    GET DIAGNOSTICS removed = ROW_COUNT;
    PERFORM set_config('stoep.removing_expired', 'off', true);
    RETURN removed;
END $$;
"""

NO_APPEND_ONLY = """
DROP TRIGGER securityline_append_only ON foundation_securityline;
DROP TRIGGER securityline_no_truncate ON foundation_securityline;
DROP FUNCTION foundation_securityline_append_only();
DROP FUNCTION foundation_securityline_remove_expired();
DROP FUNCTION foundation_securityline_kept();
"""

# The table is nearly empty and turns over all the time: dead rows must go before they slow down the next look.
VACUUM_EARLY = """
ALTER TABLE foundation_delivery SET (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000, fillfactor = 90
);
"""


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]

    operations = [
        migrations.RunSQL(APPEND_ONLY, NO_APPEND_ONLY),
        migrations.RunSQL(VACUUM_EARLY, "ALTER TABLE foundation_delivery RESET (autovacuum_vacuum_scale_factor)"),
    ]
