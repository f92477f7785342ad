"""Two logs: the security log (who did or read what; append-only) and the audittrail (old and new values)."""

from stoep.foundation.audit.recording import destroy_trail, explained_as, record, record_change

__all__ = ["destroy_trail", "explained_as", "record", "record_change"]
