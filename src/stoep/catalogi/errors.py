"""How catalogi says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class CatalogusExists(Conflict):
    """There is a catalogus with this domein and RSIN."""

    code = "catalogus-exists"
    message = _("Er is al een catalogus met domein {domein} en RSIN {rsin}. Kies een ander domein.")
    field = "domein"


class TypeNotConcept(Conflict):
    """A published type no longer changes: dossiers rely on it."""

    code = "non-concept-object"
    message = _("'{omschrijving}' is gepubliceerd en verandert niet meer. Maak een nieuwe versie.")


class GeldigheidOverlaps(Conflict):
    """Two published versions would be valid on one day."""

    code = "overlap"
    message = _("Een andere versie van '{omschrijving}' geldt al in deze periode. Beëindig die eerst.")
    field = "begin_geldigheid"


class RelatedTypeNotPublished(Conflict):
    """A zaaktype is published after the types that it refers to."""

    code = "concept-relation"
    message = _("Publiceer eerst '{omschrijving}': dit zaaktype verwijst ernaar.")


class ZaaktypeIncomplete(Conflict):
    """A zaaktype without end, result or start cannot be used."""

    code = "zaaktype-incomplete"
    message = _("Dit zaaktype is nog niet af: {ontbreekt}. Vul dit aan en publiceer dan opnieuw.")


class NotUnique(Conflict):
    """A part with this name or number exists in the zaaktype."""

    code = "unique"
    message = _("'{waarde}' bestaat al in dit zaaktype. Kies een andere naam of een ander nummer.")


class ZaaktypeNotInForce(Conflict):
    """No published version is valid on that day."""

    code = "not-published"
    message = _("Er is op {dag} geen geldige versie van zaaktype '{identificatie}'. Vraag de functioneel beheerder.")


class ArchiefregelInconsistent(Invalid):
    """The parts of a brondatum procedure contradict each other (ztc-004 to ztc-008)."""

    code = "invalid-brondatum-procedure"
    message = _("De afleidingswijze '{afleidingswijze}' klopt niet met '{veld}'. {uitleg}")
