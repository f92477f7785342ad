"""What writes in buurt."""

from stoep.buurt.commands.follow_area import (
    change_abonnement,
    confirm_abonnement,
    follow_area,
    forget_unconfirmed,
    stop_abonnement,
)
from stoep.buurt.commands.forget_vrijgaven import forget_vrijgaven
from stoep.buurt.commands.hold_back import hold_back, withdraw
from stoep.buurt.commands.look_at_foto import look_at_foto
from stoep.buurt.commands.publish_meldingen import publish_meldingen
from stoep.buurt.commands.queue_vrijgaven import queue_vrijgaven
from stoep.buurt.commands.rebuild_openbaar import rebuild_openbaar, recount_vakken
from stoep.buurt.commands.release_foto import release_foto
from stoep.buurt.commands.release_tekst import release_tekst
from stoep.buurt.commands.send_overzichten import send_overzichten

__all__ = [
    "change_abonnement",
    "confirm_abonnement",
    "follow_area",
    "forget_unconfirmed",
    "forget_vrijgaven",
    "hold_back",
    "look_at_foto",
    "publish_meldingen",
    "queue_vrijgaven",
    "rebuild_openbaar",
    "recount_vakken",
    "release_foto",
    "release_tekst",
    "send_overzichten",
    "stop_abonnement",
    "withdraw",
]
