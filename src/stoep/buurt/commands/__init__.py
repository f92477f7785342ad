"""What writes in buurt."""

from stoep.buurt.commands.forget_vrijgaven import forget_vrijgaven
from stoep.buurt.commands.hold_back import hold_back, withdraw
from stoep.buurt.commands.look_at_foto import look_at_foto
from stoep.buurt.commands.publish_meldingen import publish_meldingen
from stoep.buurt.commands.queue_vrijgaven import queue_vrijgaven
from stoep.buurt.commands.rebuild_openbaar import rebuild_openbaar, recount_vakken
from stoep.buurt.commands.release_foto import release_foto
from stoep.buurt.commands.release_tekst import release_tekst

__all__ = [
    "forget_vrijgaven",
    "hold_back",
    "look_at_foto",
    "publish_meldingen",
    "queue_vrijgaven",
    "rebuild_openbaar",
    "recount_vakken",
    "release_foto",
    "release_tekst",
    "withdraw",
]
