"""The only code that writes rounds and what was done on them."""

from stoep.buitendienst.commands.add_stops import Toegevoegd, add_stops
from stoep.buitendienst.commands.do_stop import Daad, do_stop
from stoep.buitendienst.commands.move_stop import move_stop
from stoep.buitendienst.commands.order_ronde import order_ronde
from stoep.buitendienst.commands.put_werf import put_werf
from stoep.buitendienst.commands.remove_stop import remove_stop
from stoep.buitendienst.commands.remove_werf import remove_werf
from stoep.buitendienst.commands.set_start import set_start

__all__ = [
    "Daad",
    "Toegevoegd",
    "add_stops",
    "do_stop",
    "move_stop",
    "order_ronde",
    "put_werf",
    "remove_stop",
    "remove_werf",
    "set_start",
]
