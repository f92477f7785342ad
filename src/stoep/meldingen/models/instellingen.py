"""What an administrator sets for all reports, in one row; and when the clean-up last ran."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet

ONLY = 1


class Meldinginstellingen(Row):
    """Terms in days, and when it is a wave. There is one row, or none: then the defaults hold."""

    nummer = models.PositiveSmallIntegerField(_("nummer"), default=ONLY, unique=True, editable=False)
    antwoord_dagen = models.PositiveSmallIntegerField(_("dagen om te antwoorden"), default=5)
    heropenen_dagen = models.PositiveSmallIntegerField(_("dagen om heropenen te vragen"), default=30)
    vraag_tevredenheid = models.BooleanField(_("vraag of de melder tevreden is"), default=True)
    bewaar_contact_dagen = models.PositiveSmallIntegerField(_("dagen dat wij bewaren wie meldde"), default=365)
    bewaar_foto_dagen = models.PositiveSmallIntegerField(_("dagen dat wij foto's van melders bewaren"), default=365)
    wis_anonieme_woorden = models.BooleanField(_("wis ook de woorden van anonieme melders"), default=False)
    golf_meldingen = models.PositiveSmallIntegerField(_("meldingen die een golf maken"), default=8)
    golf_plekken = models.PositiveSmallIntegerField(_("plekken die een golf maken"), default=5)
    golf_minuten = models.PositiveSmallIntegerField(_("minuten waarin wij voor een golf tellen"), default=30)
    golf_keer = models.PositiveSmallIntegerField(_("hoeveel keer zo veel als normaal"), default=5)
    golf_stil_uren = models.PositiveSmallIntegerField(_("uren stilte waarna een golf sluit"), default=4)
    zaaktype_versie = models.PositiveSmallIntegerField(_("versie van het zaaktype"), default=1, editable=False)

    objects: ClassVar = RowQuerySet["Meldinginstellingen"].as_manager()

    class Meta:
        verbose_name = _("instellingen van meldingen")
        verbose_name_plural = _("instellingen van meldingen")
        constraints = [
            models.CheckConstraint(condition=models.Q(nummer=ONLY), name="meldingen_instellingen_een_rij"),
            models.CheckConstraint(
                condition=models.Q(antwoord_dagen__gte=1, antwoord_dagen__lte=60)
                & models.Q(heropenen_dagen__lte=365)
                & models.Q(bewaar_contact_dagen__gte=1, bewaar_contact_dagen__lte=3650)
                & models.Q(bewaar_foto_dagen__gte=1, bewaar_foto_dagen__lte=3650),
                name="meldingen_instellingen_termijnen",
            ),
            models.CheckConstraint(
                condition=models.Q(golf_meldingen__gte=3, golf_meldingen__lte=100)
                & models.Q(golf_plekken__gte=2, golf_plekken__lte=models.F("golf_meldingen"))
                & models.Q(golf_minuten__gte=10, golf_minuten__lte=240)
                & models.Q(golf_keer__gte=1, golf_keer__lte=50)
                & models.Q(golf_stil_uren__gte=1, golf_stil_uren__lte=72),
                name="meldingen_instellingen_golf",
            ),
        ]


class Opschoning(Row):
    """One night's clean-up: what was done with personal data whose term was over. Numbers only."""

    begonnen_op = models.DateTimeField(_("begonnen op"), db_index=True)
    klaar_op = models.DateTimeField(_("klaar op"), null=True, blank=True)
    meldingen = models.PositiveIntegerField(_("meldingen geanonimiseerd"), default=0)
    fotos = models.PositiveIntegerField(_("foto's vernietigd"), default=0)
    berichten = models.PositiveIntegerField(_("berichten gewist"), default=0)
    overig = models.PositiveIntegerField(_("gegevens van andere onderdelen gewist"), default=0)
    fout = models.CharField(_("waarom het stopte"), max_length=200, blank=True)

    objects: ClassVar = RowQuerySet["Opschoning"].as_manager()

    class Meta:
        verbose_name = _("opschoning")
        verbose_name_plural = _("opschoningen")
        ordering = ["-begonnen_op"]

    @property
    def ref(self) -> Ref:
        """How the logs name this night."""
        return Ref("opschoning", str(self.pk))
