"""How notificaties says no; the codes are those of the field's implementations of the norm."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class KanaalExists(Invalid):
    """A channel has a name of its own."""

    code = "unique"
    message = _("Er is al een kanaal met de naam {naam}. Kies een andere naam.")
    field = "naam"


class KanaalUnknown(Invalid):
    """A subscription or message names a channel that does not exist."""

    code = "kanaal_naam"
    message = _("Er is geen kanaal met de naam {naam}. Maak het eerst aan.")
    field = "naam"


class MessageKanaalUnknown(KanaalUnknown):
    """A message comes in on a channel that does not exist."""

    code = "message_kanaal"
    field = "kanaal"


class FiltersUnknown(Invalid):
    """A subscription filters on what the channel does not tell."""

    code = "inconsistent-abonnement-filters"
    message = _("Het kanaal {naam} kent niet alle kenmerken waarop u filtert. Het kent: {filters}.")
    field = "filters"


class KenmerkenUnknown(Invalid):
    """A message has kenmerken that its channel does not name."""

    code = "kenmerken_inconsistent"
    message = _("Het kanaal {naam} kent niet alle kenmerken van dit bericht. Het kent: {filters}.")
    field = "kenmerken"


class KanaalIsOurs(Conflict):
    """Stoep's own channels follow from what Stoep tells."""

    code = "kanaal-is-ours"
    message = _("Het kanaal {naam} is van Stoep zelf en kan niet worden gewijzigd of verwijderd.")


class KanaalInUse(Conflict):
    """Somebody is subscribed to this channel."""

    code = "kanaal-in-use"
    message = _("Op het kanaal {naam} zijn nog abonnementen. Verwijder die eerst.")


class KanalenMissing(Invalid):
    """A subscription is for at least one channel."""

    code = "required"
    message = _("Kies minstens één kanaal.")
    field = "kanalen"


class AuthUnusable(Invalid):
    """The header cannot be sent as it is."""

    code = "invalid"
    message = _("Geef de waarde van de Authorization-header in één regel, zonder bijzondere tekens.")
    field = "auth"


class CallbackRefused(Invalid):
    """We do not call this address."""

    code = "bad-url"
    message = _("Stoep mag dit adres niet aanroepen: {reden}. Gebruik een openbaar adres met https.")
    field = "callbackUrl"


class CallbackUnreachable(Invalid):
    """The callback did not take a test message."""

    code = "invalid-callback-url"
    message = _("De callback nam een proefbericht niet aan: {reden}. Hij moet met 204 antwoorden.")
    field = "callbackUrl"


class CallbackUnprotected(Invalid):
    """The callback takes messages from anybody."""

    code = "no-auth-on-callback-url"
    message = _("De callback is niet beveiligd: een bericht zonder Authorization-header moet 401 of 403 geven.")
    field = "callbackUrl"


class AfleveringGone(Conflict):
    """It was delivered or skipped in the meantime."""

    code = "aflevering-gone"
    message = _("Deze aflevering wacht niet meer: een collega was u voor.")


class PlaatsUnreadable(Invalid):
    """A reader of the feed of changes gives back what we never gave."""

    code = "invalid"
    message = _("Geef bij 'na' de plaats die u de vorige keer kreeg, of laat deze weg om bij het begin te beginnen.")
    field = "na"
