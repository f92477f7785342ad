"""What one can do with notificaties: the only code that writes."""

from stoep.notificaties.commands.change_abonnement import change_abonnement
from stoep.notificaties.commands.change_kanaal import change_kanaal
from stoep.notificaties.commands.create_abonnement import create_abonnement
from stoep.notificaties.commands.create_kanaal import create_kanaal
from stoep.notificaties.commands.keuzes import Wens
from stoep.notificaties.commands.receive_notificatie import receive_notificatie
from stoep.notificaties.commands.remove_abonnement import remove_abonnement
from stoep.notificaties.commands.remove_kanaal import remove_kanaal
from stoep.notificaties.commands.resend_afleveringen import drop_aflevering, resend_aflevering, resend_afleveringen
from stoep.notificaties.commands.tell_abonnees import tell_abonnees
from stoep.notificaties.commands.tidy import tidy

__all__ = [
    "Wens",
    "change_abonnement",
    "change_kanaal",
    "create_abonnement",
    "create_kanaal",
    "drop_aflevering",
    "receive_notificatie",
    "remove_abonnement",
    "remove_kanaal",
    "resend_aflevering",
    "resend_afleveringen",
    "tell_abonnees",
    "tidy",
]
