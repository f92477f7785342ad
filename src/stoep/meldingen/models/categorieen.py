"""What can be reported, in two levels, and the texts that go with it."""

from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from stoep.foundation.rows import Row, RowQuerySet


class Handeling(models.TextChoices):
    """The acts that send the reporter a message."""

    ONTVANGEN = "ontvangen", _("Melding ontvangen")
    IN_BEHANDELING = "in_behandeling", _("In behandeling nemen")
    VRAAG = "vraag", _("Vraag stellen")
    REACTIE_ONTVANGEN = "reactie_ontvangen", _("Antwoord ontvangen")
    GEEN_REACTIE = "geen_reactie", _("Geen antwoord gekregen")
    INGEPLAND = "ingepland", _("Inplannen")
    DOORGEZET = "doorgezet", _("Doorzetten naar extern")
    OPGELOST = "opgelost", _("Opgelost")
    NIET_GEVONDEN = "niet_gevonden", _("Niet gevonden")
    NIET_VOOR_GEMEENTE = "niet_voor_gemeente", _("Niet voor de gemeente")
    DUBBEL = "dubbel", _("Dubbel")
    SAMENGEVOEGD = "samengevoegd", _("Samengevoegd")
    LOSGEMAAKT = "losgemaakt", _("Losgemaakt")
    GOLF = "golf", _("Ontvangen in een golf")
    GEANNULEERD = "geannuleerd", _("Annuleren")
    VERZOEK_ONTVANGEN = "verzoek_ontvangen", _("Verzoek tot heropenen ontvangen")
    HEROPEND = "heropend", _("Heropenen")
    HEROPENEN_AFGEWEZEN = "heropenen_afgewezen", _("Verzoek tot heropenen afwijzen")


class CategorieQuerySet(RowQuerySet["Categorie"]):
    """Reading categories."""

    def to_choose(self) -> Self:
        """The active categories that a reporter can choose, with their headings, in order."""
        return (
            self.filter(actief=True, hoofdcategorie__actief=True)
            .select_related("hoofdcategorie")
            .order_by("hoofdcategorie__volgorde", "volgorde")
        )


class Categorie(Row):
    """Something that can be reported. A row without hoofdcategorie is a heading."""

    hoofdcategorie = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="subcategorieen", verbose_name=_("hoofdcategorie")
    )
    naam = models.CharField(_("naam"), max_length=80)
    slug = models.SlugField(_("sleutel"), max_length=60, unique=True)
    uitleg = models.CharField(_("uitleg op de kaart"), max_length=160, blank=True)
    handelingstekst = models.TextField(_("wat wij doen"), blank=True)
    waarschuwing = models.TextField(_("waarschuwing bij gevaar"), blank=True)
    servicenorm_werkdagen = models.PositiveSmallIntegerField(_("servicenorm in werkdagen"), default=5)
    afdeling = models.CharField(_("code van de afdeling"), max_length=60, blank=True)
    icoon = models.CharField(_("icoon"), max_length=40, default="message-circle-question-mark")
    zoekwoorden = models.JSONField(_("woorden van inwoners"), default=list, blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    actief = models.BooleanField(_("actief"), default=True)
    openbaar = models.BooleanField(_("openbaar"), default=True)
    straal_meters = models.PositiveSmallIntegerField(_("straal voor meldingen vlakbij, in meters"), default=50)
    kaartlaag = models.CharField(_("code van de kaartlaag"), max_length=40, blank=True)
    opvolger = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voorgangers", verbose_name=_("opvolger")
    )

    objects: ClassVar = CategorieQuerySet.as_manager()

    class Meta:
        verbose_name = _("categorie")
        verbose_name_plural = _("categorieën")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(servicenorm_werkdagen__gte=1, servicenorm_werkdagen__lte=250),
                name="meldingen_categorie_servicenorm",
            ),
            models.CheckConstraint(
                condition=models.Q(straal_meters__gte=5, straal_meters__lte=1000), name="meldingen_categorie_straal"
            ),
            models.CheckConstraint(
                condition=models.Q(opvolger__isnull=True) | ~models.Q(opvolger=models.F("id")),
                name="meldingen_categorie_niet_eigen_opvolger",
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Standaardtekst(Row):
    """A text to start a message with: for one category and act, or for all categories."""

    categorie = models.ForeignKey(
        Categorie, models.CASCADE, null=True, blank=True, related_name="standaardteksten", verbose_name=_("categorie")
    )
    handeling = models.CharField(_("handeling"), max_length=24, choices=Handeling.choices)
    titel = models.CharField(_("naam in de keuzelijst"), max_length=80)
    onderwerp = models.CharField(_("onderwerp"), max_length=160)
    tekst = models.TextField(_("tekst"))
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    objects: ClassVar = RowQuerySet["Standaardtekst"].as_manager()

    class Meta:
        verbose_name = _("standaardtekst")
        verbose_name_plural = _("standaardteksten")
        constraints = [
            models.UniqueConstraint(
                fields=["categorie", "handeling", "titel"],
                name="meldingen_standaardtekst_uniek",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return self.titel
