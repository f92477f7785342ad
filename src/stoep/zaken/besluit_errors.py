"""How zaken says no to a decision that another system registers; what people are told stands in errors.py."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid


class BesluittypeNotPublished(Invalid):
    """Decisions are only taken of a type that is no concept (brc-001)."""

    code = "not-published"
    message = _("Besluittype '{omschrijving}' is nog een concept. Publiceer het eerst, of kies een ander.")
    field = "besluittype"


class BesluitNumberTaken(Invalid):
    """One organisation gives a number once (brc-002)."""

    code = "identificatie-niet-uniek"
    message = _("Er is al een besluit met nummer {identificatie}. Kies een ander nummer.")
    field = "identificatie"


class SoortNotOfBesluittype(Invalid):
    """Decisions of this type are not laid down in such documents (brc-008)."""

    code = "missing-besluittype-informatieobjecttype-relation"
    message = _("Besluiten van dit type worden niet vastgelegd in een document van de soort '{omschrijving}'.")


class BesluitDocumentExists(Invalid):
    """The document lays this decision down already."""

    code = "unique"
    message = _("Dit document legt dit besluit al vast.")
