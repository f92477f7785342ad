"""The pages of the public site, and what the site knows of its municipality."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable, Page
from wagtail.search import index

from stoep.foundation.remembered import remembered
from stoep.foundation.web.pages import page_of

NEWS_ON_HOME = 3
NEWS_PER_PAGE = 20


@register_setting(icon="home")
class Gemeente(BaseGenericSetting):
    """Name and contact details of the municipality, shown on every page."""

    naam = models.CharField(_("naam"), max_length=80, default="Havendam")
    telefoon = models.CharField(_("telefoonnummer"), max_length=20, default="14 0115")
    whatsapp = models.CharField(_("WhatsApp"), max_length=20, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    gebouw = models.CharField(_("gebouw"), max_length=80, default="Stadhuis")
    adres = models.CharField(_("bezoekadres"), max_length=120, default="Kade 1")
    postcode_plaats = models.CharField(_("postcode en plaats"), max_length=80, default="4531 AA Havendam")

    class Meta:
        verbose_name = _("gemeente")

    @property
    def telefoon_link(self) -> str:
        """The number as a link: tel:140115."""
        return "tel:" + "".join(character for character in self.telefoon if character.isdigit() or character == "+")


class SitePage(Page):
    """What the pages of the site share: an introduction, in search and in lists."""

    inleiding = models.TextField(_("inleiding"), blank=True, help_text=_("Een of twee zinnen. Geen opmaak."))

    search_fields = [*Page.search_fields, index.SearchField("inleiding")]

    class Meta:
        abstract = True


class HomePage(Page):
    """The home page: the question first, then what residents come for most."""

    vraag = models.CharField(_("vraag boven het zoekvak"), max_length=80, default="Waarmee kunnen we u helpen?")

    content_panels = [
        *Page.content_panels,
        FieldPanel("vraag"),
        InlinePanel("toptaken", heading=_("Vaak geregeld"), max_num=12),
    ]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    template = "website/home_page.html"

    class Meta:
        verbose_name = _("startpagina")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the top tasks and the newest news."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        read = what_home_shows if getattr(request, "is_preview", False) else remembered_home
        return context | read(self)


def what_home_shows(home: HomePage) -> dict[str, Any]:
    """The top tasks and the newest news of the home page."""
    return {
        "toptaken": tuple(home.toptaken.select_related("pagina")),
        "nieuws": tuple(NewsPage.objects.live().descendant_of(home).order_by("-datum", "-pk")[:NEWS_ON_HOME]),
        "nieuws_index": NewsIndexPage.objects.live().child_of(home).first(),
    }


remembered_home = remembered(
    "website_homepage", "website_toptaak", "website_newspage", "website_newsindexpage", "wagtailcore_page"
)(what_home_shows)


class Toptaak(Orderable):
    """One top task on the home page, in residents' words."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="toptaken")
    titel = models.CharField(_("titel"), max_length=60)
    toelichting = models.CharField(_("toelichting"), max_length=90, blank=True)
    icoon = models.CharField(
        _("icoon"), max_length=40, default="circle-help", help_text=_("Naam uit de iconenset Lucide.")
    )
    pagina = models.ForeignKey(
        Page, verbose_name=_("pagina"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    adres = models.CharField(_("of adres"), max_length=200, blank=True, help_text=_("Bijvoorbeeld /melden/."))

    panels = [
        FieldPanel("titel"),
        FieldPanel("toelichting"),
        FieldPanel("icoon"),
        FieldPanel("pagina"),
        FieldPanel("adres"),
    ]

    @property
    def url(self) -> str:
        """Where the task begins."""
        return self.adres or (self.pagina.url if self.pagina else "")


class OnderwerpPage(SitePage):
    """A topic with what belongs to it: products, answers and pages."""

    icoon = models.CharField(_("icoon"), max_length=40, default="folder")

    content_panels = [*Page.content_panels, FieldPanel("inleiding"), FieldPanel("icoon")]
    template = "website/onderwerp_page.html"

    class Meta:
        verbose_name = _("onderwerp")
        verbose_name_plural = _("onderwerpen")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the pages under this topic, by title."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["kinderen"] = list(self.get_children().live().order_by("title").specific())
        return context


class ContentPage(SitePage):
    """A page of text."""

    tekst = models.TextField(_("tekst"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("inleiding"), FieldPanel("tekst")]
    search_fields = [*SitePage.search_fields, index.SearchField("tekst")]
    template = "website/content_page.html"

    class Meta:
        verbose_name = _("pagina")
        verbose_name_plural = _("pagina's")


class NewsIndexPage(SitePage):
    """All news, newest first."""

    content_panels = [*Page.content_panels, FieldPanel("inleiding")]
    subpage_types: ClassVar[list[str]] = ["website.NewsPage"]
    template = "website/news_index_page.html"

    class Meta:
        verbose_name = _("nieuwsoverzicht")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add one page of news."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        news = NewsPage.objects.live().child_of(self).order_by("-datum", "-pk")
        context["nieuws"] = page_of(request, news, size=NEWS_PER_PAGE)
        return context


class NewsPage(SitePage):
    """One news item."""

    datum = models.DateField(_("datum"))
    tekst = models.TextField(_("tekst"), blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("datum"), FieldPanel("inleiding")], heading=_("Bericht")),
        FieldPanel("tekst"),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("tekst"), index.FilterField("datum")]
    parent_page_types: ClassVar[list[str]] = ["website.NewsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "website/news_page.html"

    class Meta:
        verbose_name = _("nieuwsbericht")
        verbose_name_plural = _("nieuwsberichten")
