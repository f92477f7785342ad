"""A street report: the words, the place and the reporter. Everything else is its Zaak."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation import clock
from stoep.foundation.geo import Point
from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet
from stoep.meldingen.rules.statussen import Stand, Toestand, decide_stand
from stoep.toegang.actors import Actor, Grant, Guard

ZAAKTYPE = "melding-openbare-ruimte"
GEANNULEERD = "geannuleerd"


class Kanaal(models.TextChoices):
    """By which channel the report came in."""

    SITE = "site", _("Website")
    TELEFOON = "telefoon", _("Telefoon")
    BALIE = "balie", _("Balie")
    EMAIL = "e-mail", _("E-mail")
    BRIEF = "brief", _("Brief")
    SOCIAL = "social", _("Social media")


class Urgentie(models.TextChoices):
    """How much haste it has."""

    GEWOON = "gewoon", _("Gewoon")
    SPOED = "spoed", _("Spoed")


class FotoSoort(models.TextChoices):
    """Why a photo belongs to a report."""

    MELDER = "melder", _("Van de melder")
    ANTWOORD = "antwoord", _("Bij het antwoord van de melder")
    HERSTEL = "herstel", _("Na het herstel")
    BUITEN = "buiten", _("Van de inspecteur")
    HEROPENEN = "heropenen", _("Bij het verzoek tot heropenen")


class Misbruik(models.TextChoices):
    """Whether a report looks like abuse, and what a colleague thinks of it."""

    GEEN = "", _("Geen aanwijzing")
    MOGELIJK = "mogelijk", _("Mogelijk misbruik")
    IN_ORDE = "in_orde", _("Bekeken: in orde")
    MISBRUIK = "misbruik", _("Bekeken: misbruik")


def no_reasons() -> list[str]:
    """An empty list, as default of a field with reasons."""
    return []


class MeldingQuerySet(RowQuerySet["Melding"]):
    """Reading reports, always as somebody."""

    def visible_to(self, actor: Actor) -> Self:
        """The reports that this actor may read: all of the case type, up to a confidentiality."""
        allowed = [grant for grant in actor.grants_for("meldingen.read") if grant.zaaktype in ("*", ZAAKTYPE)]
        if not allowed:
            return self.none()
        widest: Grant = max(allowed, key=lambda grant: grant.up_to.rank)
        return self.filter(zaak__vertrouwelijkheidaanduiding__in=[level.value for level in widest.up_to.and_below()])

    def open(self) -> Self:
        """The reports that still ask for work."""
        return self.filter(zaak__einddatum__isnull=True)

    def trusted(self) -> Self:
        """Without the reports that may be abuse: these are never shown to others."""
        return self.filter(misbruik__in=[Misbruik.GEEN, Misbruik.IN_ORDE])

    def whole(self) -> Self:
        """With everything that a list shows, in one query."""
        return self.select_related(
            "categorie__hoofdcategorie",
            "gebied",
            "zaak__zaaktype",
            "zaak__statustype",
            "zaak__behandelaar",
            "zaak__groep",
        )


class Melding(Row):
    """What somebody reported. Contact details are there only when the reporter wants an answer."""

    zaak = models.OneToOneField("zaken.Zaak", models.PROTECT, related_name="+", verbose_name=_("zaak"))
    categorie = models.ForeignKey(
        "meldingen.Categorie", models.PROTECT, related_name="meldingen", verbose_name=_("categorie")
    )
    meldernummer = models.CharField(_("meldingsnummer"), max_length=12, unique=True)
    tekst = models.TextField(_("tekst"), blank=True)
    lon = models.FloatField(_("lengtegraad"))
    lat = models.FloatField(_("breedtegraad"))
    adres = models.CharField(_("adres of plek"), max_length=200, blank=True)
    object_laag = models.CharField(_("kaartlaag van het object"), max_length=40, blank=True)
    object_nummer = models.CharField(_("nummer van het object"), max_length=40, blank=True)
    gebied = models.ForeignKey(
        "gebieden.Gebied", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gebied")
    )
    kanaal = models.CharField(_("kanaal"), max_length=12, choices=Kanaal.choices)
    naam = models.CharField(_("naam van de melder"), max_length=120, blank=True)
    email = models.CharField(_("e-mailadres van de melder"), max_length=254, blank=True)
    telefoon = models.CharField(_("telefoon van de melder"), max_length=40, blank=True)
    gemeld_op = models.DateTimeField(_("gemeld op"))
    verwacht_op = models.DateField(_("klaar volgens de servicenorm"))
    gepland_op = models.DateField(_("ingepland op"), null=True, blank=True)
    vraag = models.TextField(_("open vraag aan de melder"), blank=True)
    vragen_gesteld = models.PositiveSmallIntegerField(_("hoeveel vragen gesteld"), default=0)
    vraag_gesteld_op = models.DateTimeField(_("vraag gesteld op"), null=True, blank=True)
    vraag_tot = models.DateTimeField(_("antwoorden kan tot"), null=True, blank=True)
    norm_voor_vraag = models.DateField(_("norm van voor de vraag"), null=True, blank=True)
    antwoord_op = models.DateTimeField(_("antwoord wacht sinds"), null=True, blank=True)
    doorgezet_op = models.DateTimeField(_("doorgezet op"), null=True, blank=True)
    oplossing = models.TextField(_("wat er is gedaan"), blank=True)
    antwoorden: models.JSONField[Any] = models.JSONField(_("antwoorden op extra vragen"), default=list, blank=True)
    urgentie = models.CharField(_("urgentie"), max_length=8, choices=Urgentie.choices, default=Urgentie.GEWOON)
    gevaar = models.CharField(_("sleutel van het gevaar"), max_length=40, blank=True)
    uitkomst = models.CharField(_("uitkomst"), max_length=24, blank=True)
    heropend = models.PositiveSmallIntegerField(_("hoe vaak heropend"), default=0)
    heropenen_gevraagd_op = models.DateTimeField(_("verzoek tot heropenen sinds"), null=True, blank=True)
    geanonimiseerd_op = models.DateTimeField(_("geanonimiseerd op"), null=True, blank=True)
    fotos_vernietigd_op = models.DateTimeField(_("foto's vernietigd op"), null=True, blank=True)
    sleutel = models.CharField(_("herkent dezelfde inzending"), max_length=64, unique=True, null=True, blank=True)
    golf = models.ForeignKey(
        "meldingen.Golf",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meldingen",
        verbose_name=_("golf"),
        db_index=False,
    )
    misbruik = models.CharField(_("misbruik"), max_length=10, choices=Misbruik.choices, default="", blank=True)
    misbruik_redenen = models.JSONField(_("waarom mogelijk misbruik"), default=no_reasons, blank=True)

    objects: ClassVar = MeldingQuerySet.as_manager()

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lon__gte=-180, lon__lte=180, lat__gte=-90, lat__lte=90),
                name="meldingen_melding_plek_op_aarde",
            )
        ]
        indexes = [
            models.Index(fields=["-gemeld_op", "-id"], name="meldingen_gemeld_op"),
            models.Index(fields=["categorie", "-gemeld_op"], name="meldingen_categorie_op"),
            models.Index(fields=["gebied", "-gemeld_op"], name="meldingen_gebied_op"),
            models.Index(fields=["verwacht_op"], name="meldingen_verwacht_op"),
            models.Index(fields=["lat", "lon"], name="meldingen_plek"),
            models.Index(
                fields=["object_laag", "object_nummer"],
                condition=~models.Q(object_nummer=""),
                name="meldingen_object",
            ),
            models.Index(fields=["golf", "id"], condition=models.Q(golf__isnull=False), name="meldingen_in_golf"),
            models.Index(
                fields=["vraag_tot"], condition=models.Q(vraag_tot__isnull=False), name="meldingen_vraag_open"
            ),
            models.Index(
                fields=["heropenen_gevraagd_op"],
                condition=models.Q(heropenen_gevraagd_op__isnull=False),
                name="meldingen_heropenen_gevraagd",
            ),
        ]

    def __str__(self) -> str:
        return self.meldernummer

    @property
    def ref(self) -> Ref:
        """How other domains and logs point at this report."""
        return Ref("melding", str(self.pk))

    @property
    def guard(self) -> Guard:
        """A report is guarded as its zaak is."""
        return self.zaak.guard

    @property
    def point(self) -> Point:
        """Where it is."""
        return Point(lon=self.lon, lat=self.lat)

    @property
    def is_spoed(self) -> bool:
        """True when it cannot wait."""
        return self.urgentie == Urgentie.SPOED

    @property
    def is_deel(self) -> bool:
        """True when it follows a hoofdmelding."""
        return self.zaak.hoofdzaak_id is not None

    @property
    def stand(self) -> Stand:
        """The state it is in, by `rules/statussen.py`."""
        return decide_stand(
            Toestand(
                status=self.zaak.statustype.omschrijving if self.zaak.statustype else "",
                is_closed=self.zaak.is_closed,
                is_geannuleerd=self.uitkomst == GEANNULEERD,
                verzocht=self.heropenen_gevraagd_op is not None,
                doorgezet=self.doorgezet_op is not None,
                beantwoord=self.antwoord_op is not None,
                vraag_open=bool(self.vraag),
            )
        )

    @property
    def wil_bericht(self) -> bool:
        """True when the reporter wants to be kept informed."""
        return bool(self.email)

    @property
    def antwoorden_tot_en_met(self) -> date | None:
        """The last day on which an open question can be answered."""
        if self.vraag_tot is None:
            return None
        return (self.vraag_tot - timedelta(seconds=1)).astimezone(clock.AMSTERDAM).date()

    @property
    def verwachte_dag(self) -> date:
        """The day that the reporter may count on: the planned day, else the service norm."""
        return self.gepland_op or self.verwacht_op


class MeldingFoto(Row):
    """A photo of a report: a document of the zaak, in an order of its own."""

    melding = models.ForeignKey(Melding, models.CASCADE, related_name="fotos", verbose_name=_("melding"))
    document = models.ForeignKey(
        "documenten.EnkelvoudigInformatieobject", models.PROTECT, related_name="+", verbose_name=_("document")
    )
    sha256 = models.CharField(_("controlegetal"), max_length=64)
    formaat = models.CharField(_("soort bestand"), max_length=40)
    soort = models.CharField(_("soort foto"), max_length=12, choices=FotoSoort.choices)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"))

    objects: ClassVar = RowQuerySet["MeldingFoto"].as_manager()

    class Meta:
        verbose_name = _("foto bij melding")
        verbose_name_plural = _("foto's bij meldingen")
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["melding", "volgorde"], name="meldingen_foto_volgorde"),
        ]
