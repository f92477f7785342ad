"""A work order: what a contractor is asked to do for one report, and how it went."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.meldingen.models import Melding
from stoep.opdrachten.models.opdrachtnemers import Opdrachtnemer
from stoep.opdrachten.rules import termijnen
from stoep.opdrachten.rules.opdrachtstatussen import BIJ_AANNEMER, OPEN, TONEN, WORDS, Daad, Stand, may_do
from stoep.toegang.actors import Actor, Guard


class Status(models.TextChoices):
    """Where a work order is, as its row keeps it."""

    VERSTUURD = Stand.VERSTUURD.value, _("Verstuurd")
    BEKEKEN = Stand.BEKEKEN.value, _("Geopend")
    INGEPLAND = Stand.INGEPLAND.value, _("Ingepland")
    GEREED = Stand.GEREED.value, _("Gereed gemeld")
    AFGEKEURD = Stand.AFGEKEURD.value, _("Nog niet goed")
    TERUGGEGEVEN = Stand.TERUGGEGEVEN.value, _("Teruggegeven")
    AFGEROND = Stand.AFGEROND.value, _("Afgerond")
    INGETROKKEN = Stand.INGETROKKEN.value, _("Ingetrokken")


class Teruggavereden(models.TextChoices):
    """Why a contractor gives an order back."""

    NIET_ONS_WERK = "niet_ons_werk", _("Dit is niet ons werk")
    NIET_TE_VINDEN = "niet_te_vinden", _("Wij kunnen het niet vinden")
    MEER_NODIG = "meer_nodig", _("Er is meer of ander werk nodig")
    AL_GEMAAKT = "al_gemaakt", _("Het is al gemaakt")
    NIET_OP_TIJD = "niet_op_tijd", _("Het lukt ons niet op tijd")
    ANDERS = "anders", _("Iets anders")


class FotoSoort(models.TextChoices):
    """Why a photo belongs to an order."""

    MEE = "mee", _("Van de melding")
    GEREED = "gereed", _("Na het werk")
    TOELICHTING = "toelichting", _("Bij een vraag of teruggave")


class OpdrachtQuerySet(RowQuerySet["Opdracht"]):
    """Reading orders, always as somebody."""

    def visible_to(self, actor: Actor) -> Self:
        """The orders for reports that this actor may see."""
        if not actor.may("opdrachten.read"):
            return self.none()
        return self.filter(melding__in=Melding.objects.visible_to(actor).values("pk"))

    def open(self) -> Self:
        """The orders that a contractor or we still have to do something for."""
        return self.filter(status__in=[stand.value for stand in OPEN])

    def bij_aannemer(self) -> Self:
        """The orders that the contractor still has to do something for."""
        return self.filter(status__in=[stand.value for stand in BIJ_AANNEMER])

    def whole(self) -> Self:
        """With everything that a line shows, in one query."""
        return self.select_related("opdrachtnemer", "melding__categorie", "melding__gebied", "melding__zaak")


class Opdracht(Row):
    """One order to one contractor. It holds no data of the reporter; the place and the photos are the report's."""

    nummer = models.CharField(_("opdrachtnummer"), max_length=20, unique=True)
    melding = models.ForeignKey("meldingen.Melding", models.PROTECT, related_name="+", verbose_name=_("melding"))
    opdrachtnemer = models.ForeignKey(Opdrachtnemer, models.PROTECT, related_name="opdrachten")
    wat = models.TextField(_("wat er moet gebeuren"))
    spoed = models.BooleanField(_("spoed"), default=False)
    status = models.CharField(_("status"), max_length=16, choices=Status.choices, default=Status.VERSTUURD)
    verstuurd_op = models.DateTimeField(_("verstuurd op"))
    verstuurd_door = models.CharField(_("verstuurd door"), max_length=120, blank=True)
    termijn = models.DateTimeField(_("afgesproken termijn"))
    gepland_op = models.DateField(_("ingepland op"), null=True, blank=True)
    gepland_tot = models.DateField(_("ingepland tot en met"), null=True, blank=True)
    gereed_op = models.DateTimeField(_("gereed gemeld op"), null=True, blank=True)
    gereed_tekst = models.TextField(_("wat er is gedaan"), blank=True)
    reden = models.CharField(_("reden van teruggave"), max_length=20, choices=Teruggavereden.choices, blank=True)
    toelichting = models.TextField(_("toelichting"), blank=True)
    afgekeurd_keer = models.PositiveSmallIntegerField(_("hoe vaak nog niet goed"), default=0)
    meld_planning = models.BooleanField(_("melder krijgt bericht als er een dag is"), default=True)
    vraag = models.TextField(_("open vraag van de aannemer"), blank=True)
    wacht_op_ons = models.BooleanField(_("wacht op ons"), default=False)
    mail_mislukt = models.BooleanField(_("mail kwam niet aan"), default=False)
    link_versie = models.PositiveSmallIntegerField(default=1)
    link_tot = models.DateTimeField(_("link werkt tot"))
    herinnerd_op = models.DateTimeField(_("vooraf herinnerd op"), null=True, blank=True)
    gemaand_op = models.DateTimeField(_("gemaand op"), null=True, blank=True)
    geescaleerd_op = models.DateTimeField(_("geëscaleerd op"), null=True, blank=True)
    gewijzigd_op = models.DateTimeField(_("gewijzigd op"))

    objects: ClassVar = OpdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = _("opdracht")
        verbose_name_plural = _("opdrachten")
        constraints = [
            models.UniqueConstraint(
                fields=["melding"],
                condition=Q(status__in=("verstuurd", "bekeken", "ingepland", "afgekeurd", "gereed")),
                name="opdrachten_een_open_per_melding",
            ),
            models.CheckConstraint(
                condition=Q(gepland_tot__isnull=True) | Q(gepland_tot__gte=models.F("gepland_op")),
                name="opdrachten_opdracht_planning",
            ),
        ]
        indexes = [
            models.Index(
                fields=["termijn", "id"],
                condition=Q(status__in=("verstuurd", "bekeken", "ingepland", "afgekeurd", "gereed")),
                name="opdrachten_open_termijn",
            ),
            models.Index(fields=["gewijzigd_op"], condition=Q(wacht_op_ons=True), name="opdrachten_wacht_op_ons"),
            models.Index(fields=["opdrachtnemer", "-verstuurd_op"], name="opdrachten_van_nemer"),
            models.Index(fields=["-verstuurd_op", "-id"], name="opdrachten_verstuurd"),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def ref(self) -> Ref:
        """How other domains and logs point at this order."""
        return Ref("opdracht", str(self.pk))

    @property
    def guard(self) -> Guard:
        """An order is guarded as its report is."""
        return self.melding.guard

    @property
    def stand(self) -> Stand:
        """Where it is, as the rules know it."""
        return Stand(self.status)

    @property
    def is_open(self) -> bool:
        """True while somebody has to do something."""
        return self.stand in OPEN

    @property
    def is_bij_aannemer(self) -> bool:
        """True while the contractor has to do something."""
        return self.stand in BIJ_AANNEMER

    @property
    def deadline(self) -> datetime:
        """The agreed moment, in Dutch time."""
        return self.termijn.astimezone(clock.AMSTERDAM)

    @property
    def is_late(self) -> bool:
        """True when the contractor has it and the term is over."""
        return self.is_bij_aannemer and self.termijn < clock.now()

    @property
    def is_in_term(self) -> bool:
        """True when the work was ready within the agreed term."""
        return self.gereed_op is not None and self.gereed_op <= self.termijn

    @property
    def status_woord(self) -> str:
        """Where it is, in words."""
        return WORDS[self.stand]

    @property
    def toon(self) -> str:
        """The tone of where it is."""
        return TONEN[self.stand]

    @property
    def kort_adres(self) -> str:
        """Street and number, without postcode and town."""
        return str(self.melding.adres).partition(",")[0]

    @property
    def termijn_woord(self) -> str:
        """The agreed moment in words."""
        return termijnen.say_deadline(self.deadline, spoed=self.spoed)

    @property
    def nog(self) -> str:
        """What is left of the term, in words."""
        return termijnen.say_left(self.deadline, clock.now().astimezone(clock.AMSTERDAM), spoed=self.spoed)

    @property
    def nog_toon(self) -> str:
        """The tone of what is left."""
        return termijnen.tone_left(self.deadline, clock.now().astimezone(clock.AMSTERDAM))

    def may(self, daad: Daad | str) -> bool:
        """Whether this act can be done now."""
        return may_do(self.stand, Daad(daad))


class OpdrachtFoto(Row):
    """A photo of an order. The contractor's are documents of the zaak; those of the report are kept, and forgotten, there."""

    opdracht = models.ForeignKey(Opdracht, models.CASCADE, related_name="fotos")
    document = models.ForeignKey(
        "documenten.EnkelvoudigInformatieobject", models.PROTECT, null=True, blank=True, related_name="+"
    )
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    formaat = models.CharField(_("soort bestand"), max_length=40)
    soort = models.CharField(_("soort foto"), max_length=12, choices=FotoSoort.choices)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))
    gemaakt_op = models.DateTimeField(_("toegevoegd op"))

    objects: ClassVar = RowQuerySet["OpdrachtFoto"].as_manager()

    class Meta:
        verbose_name = _("foto bij opdracht")
        verbose_name_plural = _("foto's bij opdrachten")
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["opdracht", "volgorde"], name="opdrachten_foto_volgorde")]


class OpdrachtGebeurtenis(Row):
    """A line in the history of an order: who did what, with the words that were said."""

    opdracht = models.ForeignKey(Opdracht, models.CASCADE, related_name="gebeurtenissen")
    moment = models.DateTimeField(_("moment"))
    soort = models.CharField(_("soort"), max_length=24)
    wie = models.CharField(_("wie"), max_length=120, blank=True)
    van_ons = models.BooleanField(_("van de gemeente"), default=False)
    tekst = models.TextField(_("tekst"), blank=True)

    objects: ClassVar = RowQuerySet["OpdrachtGebeurtenis"].as_manager()

    class Meta:
        verbose_name = _("gebeurtenis van opdracht")
        verbose_name_plural = _("gebeurtenissen van opdrachten")
        ordering = ["moment", "id"]
        indexes = [models.Index(fields=["opdracht", "moment"], name="opdrachten_gebeurtenis")]
