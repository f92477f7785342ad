"""How gebieden says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid


class GebiedGeometrieNotUsable(Invalid):
    """The border of an area is not a closed, valid shape in the Netherlands."""

    code = "gebied-geometrie-not-usable"
    message = _(
        "De grens van gebied {naam} is niet bruikbaar: {waarom}. Lever een gesloten vlak in lengte- en breedtegraden."
    )
    field = "geometrie"


class GebiedenFileNotUsable(Invalid):
    """A file with areas is not a FeatureCollection with a code, naam and soort per area."""

    code = "gebieden-file-not-usable"
    message = _("Dit bestand met gebieden is niet bruikbaar: {waarom}.")
    field = "bestand"


class PlekOutsideGemeente(Invalid):
    """A place lies outside the municipality."""

    code = "plek-outside-gemeente"
    message = _("Deze plek ligt buiten de gemeente. Kies een plek binnen de grens op de kaart.")
    field = "plek"


class KaartlaagFileNotUsable(Invalid):
    """A file with objects is not a FeatureCollection of points with a number."""

    code = "kaartlaag-file-not-usable"
    message = _("Dit bestand met objecten is niet bruikbaar: {waarom}. Er is niets veranderd.")
    field = "bestand"
