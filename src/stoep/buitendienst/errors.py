"""How buitendienst says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Conflict, Invalid


class RondeFull(Conflict):
    """More stops than anybody walks in a day."""

    code = "ronde-full"
    message = _("Op deze ronde passen hoogstens {limiet} meldingen. Haal er eerst een paar af, of kies een andere dag.")


class RondeInPast(Invalid):
    """A day that has gone."""

    code = "ronde-in-past"
    message = _("Kies vandaag of een dag die nog komt.")
    field = "dag"


class InspecteurMayNotWalk(Conflict):
    """A colleague who is not there any more, or has no right to walk rounds."""

    code = "inspecteur-may-not-walk"
    message = _("{naam} loopt geen rondes. Kies een andere collega.")
    field = "wie"


class StopAlreadyDone(Conflict):
    """What has been done stays on the round."""

    code = "stop-already-done"
    message = _("Hier is al iets gedaan. Deze stop blijft op de ronde staan.")


class UitkomstUnknown(Invalid):
    """No outcome, or one that we do not know."""

    code = "uitkomst-unknown"
    message = _("Kies wat u hebt gedaan.")
    field = "uitkomst"


class NotitieMissing(Invalid):
    """This outcome means nothing without words."""

    code = "notitie-missing"
    message = _("Schrijf er een paar woorden bij.")
    field = "notitie"


class NotitieTooLong(Invalid):
    """More words than a note holds."""

    code = "notitie-too-long"
    message = _("Deze notitie is te lang. Gebruik hoogstens {limiet} tekens.")
    field = "notitie"


class DagMissing(Invalid):
    """Planned, but nobody knows for which day."""

    code = "dag-missing"
    message = _("Kies een dag.")
    field = "dag"


class TooManyBuitenfotos(Invalid):
    """More photos than one act takes."""

    code = "too-many-buitenfotos"
    message = _("U kunt hoogstens {limiet} foto's meesturen.")
    field = "foto"


class WerfNaamMissing(Invalid):
    """A yard is known by its name."""

    code = "werf-naam-missing"
    message = _("Geef de werf een naam van hoogstens 80 tekens.")
    field = "naam"
