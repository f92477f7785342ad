"""What writes in buurt."""

from stoep.buurt.commands.publish_meldingen import publish_meldingen
from stoep.buurt.commands.rebuild_openbaar import rebuild_openbaar, recount_vakken

__all__ = ["publish_meldingen", "rebuild_openbaar", "recount_vakken"]
