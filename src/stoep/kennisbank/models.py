"""Products, answers and local notices."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from stoep.foundation.ref import Ref
from stoep.foundation.rows import Row, RowQuerySet


class Ernst(models.TextChoices):
    """How serious a notice is; it decides icon and colour, never colour alone."""

    INFORMATIE = "informatie", _("informatie")
    LET_OP = "let_op", _("let op")
    GEVAAR = "gevaar", _("gevaar")


class Kanaal(models.TextChoices):
    """Where a notice is shown."""

    SITE = "site", _("website")
    WERKPLEK = "werkplek", _("werkplek (telefoon en balie)")


class MededelingQuerySet(RowQuerySet["Mededeling"]):
    """Notices by moment and channel."""

    def current(self, moment: datetime) -> MededelingQuerySet:
        """Notices that hold at `moment`: begun, not ended, not withdrawn."""
        return self.filter(van__lte=moment, ingetrokken_op=None).filter(Q(tot=None) | Q(tot__gt=moment))

    def on(self, kanaal: Kanaal) -> MededelingQuerySet:
        """Notices for one channel."""
        return self.filter(kanalen__contains=[kanaal.value])


class Mededeling(Row):
    """One local notice, for every channel."""

    titel = models.CharField(_("titel"), max_length=120)
    tekst = models.CharField(_("tekst"), max_length=600, blank=True)
    link_url = models.CharField(_("adres van de link"), max_length=300, blank=True)
    link_tekst = models.CharField(_("tekst van de link"), max_length=80, blank=True)
    van = models.DateTimeField(_("geldt vanaf"))
    tot = models.DateTimeField(_("geldt tot"), null=True, blank=True)
    gebieden = models.JSONField(_("gebieden"), default=list, help_text="codes of gebieden; empty is everywhere")
    kanalen = models.JSONField(_("kanalen"), default=list)
    ernst = models.CharField(_("ernst"), max_length=20, choices=Ernst.choices, default=Ernst.LET_OP)
    ingetrokken_op = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects: ClassVar = MededelingQuerySet.as_manager()

    class Meta:
        ordering = ["-van"]
        constraints = [
            models.CheckConstraint(
                name="mededeling_ends_after_it_begins", condition=Q(tot=None) | Q(tot__gt=models.F("van"))
            ),
        ]
        indexes = [models.Index(name="mededeling_not_withdrawn", fields=["van"], condition=Q(ingetrokken_op=None))]

    def holds(self, moment: datetime) -> bool:
        """Tell whether it has begun and has not ended."""
        return self.van <= moment and (self.tot is None or self.tot > moment)

    @property
    def ref(self) -> Ref:
        """How logs and events name this notice."""
        return Ref("mededeling", str(self.pk))


class Loket(models.TextChoices):
    """Where residents reach the municipality in person."""

    TELEFOON = "telefoon", _("telefoon")
    BALIE = "balie", _("balie")


class Openingstijd(Row):
    """One unbroken time on a weekday (0 is Monday) in which phone or desk is reached."""

    loket = models.CharField(_("loket"), max_length=20, choices=Loket.choices)
    weekdag = models.PositiveSmallIntegerField(_("weekdag"))
    van = models.TimeField(_("van"))
    tot = models.TimeField(_("tot"))

    class Meta:
        ordering = ["loket", "weekdag", "van"]
        constraints = [
            models.CheckConstraint(name="openingstijd_weekdag", condition=Q(weekdag__lte=6)),
            models.CheckConstraint(name="openingstijd_ends_after_it_begins", condition=Q(tot__gt=models.F("van"))),
        ]


class AfwijkendeDag(Row):
    """A day on which phone or desk keeps other hours; without hours it is closed."""

    loket = models.CharField(_("loket"), max_length=20, choices=Loket.choices)
    datum = models.DateField(_("datum"))
    van = models.TimeField(_("van"), null=True, blank=True)
    tot = models.TimeField(_("tot"), null=True, blank=True)
    reden = models.CharField(_("reden"), max_length=100, blank=True)

    class Meta:
        ordering = ["datum", "loket"]
        constraints = [models.UniqueConstraint(name="afwijkende_dag_once", fields=["loket", "datum"])]


SECTIONS: tuple[tuple[str, Any], ...] = (
    ("inhoud", _("Wat is het?")),
    ("voorwaarden", _("Voorwaarden")),
    ("aanpak", _("Zo regelt u het")),
    ("meenemen", _("Wat hebt u nodig?")),
    ("kosten", _("Kosten")),
    ("termijn", _("Hoelang duurt het?")),
    ("bezwaar", _("Niet eens met het besluit?")),
)


class KennisPage(Page):
    """What products and answers share: an introduction and the words in which residents ask."""

    inleiding = models.TextField(_("inleiding"), blank=True, help_text=_("Een of twee zinnen. Geen opmaak."))
    zoekwoorden = models.TextField(
        _("zoekwoorden"), blank=True, help_text=_("Woorden die inwoners gebruiken, gescheiden door komma's.")
    )

    search_fields = [
        *Page.search_fields,
        index.SearchField("inleiding"),
        index.SearchField("zoekwoorden", boost=3),
    ]

    class Meta:
        abstract = True


class ProductPage(KennisPage):
    """A product or service of the municipality, in sections of plain Dutch."""

    upl_naam = models.CharField(_("uniforme productnaam"), max_length=120, blank=True)
    upl_uri = models.URLField(_("adres in de UPL"), max_length=300, blank=True)
    inhoud = models.TextField(_("wat is het?"), blank=True)
    voorwaarden = models.TextField(_("voorwaarden"), blank=True)
    aanpak = models.TextField(_("zo regelt u het"), blank=True)
    meenemen = models.TextField(_("wat hebt u nodig?"), blank=True)
    kosten = models.TextField(_("kosten"), blank=True)
    termijn = models.TextField(_("hoelang duurt het?"), blank=True)
    bezwaar = models.TextField(_("niet eens met het besluit?"), blank=True)
    knop_tekst = models.CharField(_("tekst op de knop"), max_length=60, blank=True)
    knop_url = models.CharField(_("adres van de knop"), max_length=200, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("inleiding"),
        MultiFieldPanel([FieldPanel("knop_tekst"), FieldPanel("knop_url")], heading=_("Direct regelen")),
        *[FieldPanel(name) for name, _label in SECTIONS],
        FieldPanel("zoekwoorden"),
        MultiFieldPanel([FieldPanel("upl_naam"), FieldPanel("upl_uri")], heading=_("Uniforme productnamenlijst")),
    ]
    search_fields = [*KennisPage.search_fields, *[index.SearchField(name) for name, _label in SECTIONS]]
    template = "kennisbank/product_page.html"
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("producten")

    @property
    def sections(self) -> list[tuple[str, Any, str]]:
        """The sections that have text: name, heading, Markdown."""
        return [(name, label, getattr(self, name)) for name, label in SECTIONS if getattr(self, name).strip()]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the sections to what the template gets."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["sections"] = self.sections
        return context


class VraagPage(KennisPage):
    """A question with its answer, as asked at the phone and on the site."""

    antwoord = models.TextField(_("antwoord"))
    product = models.ForeignKey(
        ProductPage,
        verbose_name=_("hoort bij product"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("inleiding"),
        FieldPanel("antwoord"),
        FieldPanel("product"),
        FieldPanel("zoekwoorden"),
    ]
    search_fields = [*KennisPage.search_fields, index.SearchField("antwoord")]
    template = "kennisbank/vraag_page.html"
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("vraag en antwoord")
        verbose_name_plural = _("vragen en antwoorden")
