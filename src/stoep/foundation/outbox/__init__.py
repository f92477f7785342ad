"""The spine: what happened, told in the same transaction, delivered at least once, in order per subject."""

from stoep.foundation.outbox.events import Event
from stoep.foundation.outbox.publishing import publish

__all__ = ["Event", "publish"]
