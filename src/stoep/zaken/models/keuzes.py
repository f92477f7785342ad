"""The value lists of the Zaken norm (1.5) and Besluiten norm (1.1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Voorrang(models.IntegerChoices):
    """What goes first in a list of work: the lowest number."""

    SPOED = 0, _("Spoed")
    GEWOON = 1, _("Gewoon")


class Betalingsindicatie(models.TextChoices):
    """How far the costs of a zaak have been paid."""

    NVT = "nvt", _("Er is geen sprake van te betalen, met de zaak gemoeide, kosten")
    NOG_NIET = "nog_niet", _("De met de zaak gemoeide kosten zijn (nog) niet betaald")
    GEDEELTELIJK = "gedeeltelijk", _("De met de zaak gemoeide kosten zijn gedeeltelijk betaald")
    GEHEEL = "geheel", _("De met de zaak gemoeide kosten zijn geheel betaald")


class Archiefstatus(models.TextChoices):
    """Where a dossier is in its way to the archive."""

    NOG_TE_ARCHIVEREN = "nog_te_archiveren", _("Nog te archiveren")
    GEARCHIVEERD = "gearchiveerd", _("Gearchiveerd")
    GEARCHIVEERD_PROCESTERMIJN_ONBEKEND = (
        "gearchiveerd_procestermijn_onbekend",
        _("Gearchiveerd, procestermijn onbekend"),
    )
    OVERGEDRAGEN = "overgedragen", _("Overgedragen")


class BetrokkeneType(models.TextChoices):
    """What sort of party has a role."""

    NATUURLIJK_PERSOON = "natuurlijk_persoon", _("Natuurlijk persoon")
    NIET_NATUURLIJK_PERSOON = "niet_natuurlijk_persoon", _("Niet-natuurlijk persoon")
    VESTIGING = "vestiging", _("Vestiging")
    ORGANISATORISCHE_EENHEID = "organisatorische_eenheid", _("Organisatorische eenheid")
    MEDEWERKER = "medewerker", _("Medewerker")


class IndicatieMachtiging(models.TextChoices):
    """Whether a betrokkene acts for another."""

    GEMACHTIGDE = "gemachtigde", _("Gemachtigde")
    MACHTIGINGGEVER = "machtiginggever", _("Machtiginggever")


class Vervalreden(models.TextChoices):
    """Why a decision has lapsed."""

    TIJDELIJK = "tijdelijk", _("Besluit met tijdelijke werking")
    INGETROKKEN_OVERHEID = "ingetrokken_overheid", _("Besluit ingetrokken door overheid")
    INGETROKKEN_BELANGHEBBENDE = "ingetrokken_belanghebbende", _("Besluit ingetrokken op verzoek van belanghebbende")


class Notitietype(models.TextChoices):
    """For whom a note is meant."""

    INTERN = "intern", _("Intern")
    EXTERN = "extern", _("Extern")


class Notitiestatus(models.TextChoices):
    """Whether a note is finished."""

    CONCEPT = "concept", _("Concept")
    DEFINITIEF = "definitief", _("Definitief")
