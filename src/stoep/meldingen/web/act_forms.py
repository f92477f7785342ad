"""The forms of the acts of a handler."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from stoep.berichten.rules.sjablonen import find_mistakes
from stoep.foundation import clock
from stoep.foundation.web.forms import StoepForm
from stoep.huisstijl.widgets import DayInput, PhotoInput
from stoep.meldingen.models import Handeling, Melding, Standaardtekst
from stoep.meldingen.queries import filled_in, list_categorieen, standaardteksten_for
from stoep.meldingen.queries.voor_melder import standard_of
from stoep.meldingen.rules.berichtteksten import PLACES
from stoep.meldingen.rules.uitkomsten import RESULTAAT_OF
from stoep.meldingen.web.fields import TekstField
from stoep.meldingen.web.tekstcheck import find_of_others
from stoep.organisatie.models import Groep, Medewerker


class BerichtForm(StoepForm):
    """An act that sends the reporter a message: it begins with a standard text."""

    handelingen: tuple[Handeling, ...] = ()

    onderwerp = forms.CharField(
        label=_("Onderwerp van het bericht"),
        max_length=160,
        required=False,
        error_messages={"max_length": _("Dit onderwerp is te lang. Gebruik hoogstens 160 tekens.")},
    )
    tekst = TekstField(label=_("Bericht aan de melder"), rows=6)
    weet_persoonsgegevens = forms.BooleanField(
        label=_("Ik weet dat deze gegevens erin staan. De melder mag ze lezen."), required=False
    )

    def __init__(self, *args: Any, melding: Melding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.melding = melding
        self.standaardteksten = standaardteksten_for(melding, self.handelingen)

    def handeling(self) -> Handeling:
        """The act that this message belongs to."""
        return self.handelingen[0]

    def usual_text(self) -> Standaardtekst | None:
        """What the message begins with when nothing was chosen.

        An ending has words of its own for a category; what a planned day or a contractor means differs per report.
        """
        if self.handelingen[0] in (Handeling.INGEPLAND, Handeling.DOORGEZET):
            general = (tekst for tekst in self.standaardteksten if tekst.categorie_id is None)
            return next(general, None) or standard_of(self.melding, self.handelingen[0])
        return self.standaardteksten[0] if self.standaardteksten else standard_of(self.melding, self.handelingen[0])

    def clean_onderwerp(self) -> str:
        """The subject, without places that we do not know."""
        return without_unknown(str(self.cleaned_data["onderwerp"]))

    def clean_tekst(self) -> str:
        """The text, without places that we do not know."""
        return without_unknown(str(self.cleaned_data["tekst"]))

    def clean(self) -> dict[str, Any]:
        """Data of other persons goes out only when the writer says that it is meant so."""
        data: dict[str, Any] = super().clean() or {}
        is_sending = str(self.data.get("stap", "")) == "versturen"
        if is_sending and not data.get("weet_persoonsgegevens"):
            written = f"{data.get('onderwerp', '')}\n{data.get('tekst', '')}"
            if find_of_others(written, self.melding):
                self.add_error(
                    "weet_persoonsgegevens",
                    _("Er staan gegevens van een persoon in uw tekst. Haal ze weg, of vink aan dat het zo hoort."),
                )
        return data

    @property
    def is_klaar(self) -> bool:
        """True when it can be done without showing a message: all is given, and there is no text to send."""
        return self.is_bound and self.is_valid() and not self.cleaned_data["tekst"]

    def begin_with(self, gekozen: str) -> None:
        """Fill in a standard text: the chosen one, else the first."""
        known = {str(tekst.pk): tekst for tekst in self.standaardteksten}
        tekst = known.get(gekozen) or self.usual_text()
        if tekst is not None:
            self.initial.setdefault("onderwerp", filled_in(self.melding, tekst.onderwerp))
            self.initial.setdefault("tekst", filled_in(self.melding, tekst.tekst))
            self.initial.setdefault("uitkomst", tekst.handeling)


def without_unknown(tekst: str) -> str:
    """The text itself. Raises ValidationError for a place between braces that we cannot fill in."""
    mistakes = find_mistakes(tekst, PLACES)
    if mistakes:
        known = ", ".join(f"{{{{ {name} }}}}" for name in PLACES)
        raise forms.ValidationError(
            _("Stoep kent %(fout)s niet. U kunt gebruiken: %(bekend)s."),
            code="placeholder-unknown",
            params={"fout": mistakes[0], "bekend": known},
        )
    return tekst


class OppakForm(StoepForm):
    """Take a report on."""

    bericht = forms.BooleanField(label=_("Stuur de melder bericht dat u ermee bezig bent"), required=False)


class VraagForm(BerichtForm):
    """Ask the reporter something."""

    handelingen = (Handeling.VRAAG,)


class PlanForm(BerichtForm):
    """Plan the repair."""

    handelingen = (Handeling.INGEPLAND,)

    dag = forms.DateField(
        label=_("Dag"),
        widget=DayInput,
        error_messages={"required": _("Kies een dag."), "invalid": _("Dit is geen dag. Schrijf die als 03-12-2026.")},
    )

    field_order = ("dag", "onderwerp", "tekst")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dag"].widget.attrs["min"] = clock.today().isoformat()
        self.fields["tekst"].required = False


class AfhandelForm(BerichtForm):
    """Resolve the report."""

    handelingen = tuple(Handeling(code) for code in RESULTAAT_OF)

    uitkomst = forms.ChoiceField(
        label=_("Uitkomst"),
        choices=[(code, Handeling(code).label) for code in RESULTAAT_OF],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat de uitkomst is.")},
    )
    foto = forms.FileField(label=_("Foto na het herstel"), required=False, widget=PhotoInput)
    herstelfoto = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    field_order = ("uitkomst", "onderwerp", "tekst", "foto")

    def handeling(self) -> Handeling:
        """The outcome that was chosen."""
        return Handeling(self.cleaned_data["uitkomst"])


class RedenForm(BerichtForm):
    """An act that colleagues must be able to understand later; the reporter hears of it when there is a text."""

    reden = forms.CharField(
        label=_("Reden voor collega's"),
        max_length=200,
        help_text=_("Staat in de geschiedenis van de zaak. De melder ziet dit niet."),
        error_messages={
            "required": _("Schrijf waarom u dit doet."),
            "max_length": _("Deze reden is te lang. Gebruik hoogstens 200 tekens."),
        },
    )

    field_order = ("reden", "onderwerp", "tekst")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].required = False


class AnnuleerForm(RedenForm):
    """Cancel a report."""

    handelingen = (Handeling.GEANNULEERD,)


class HeropenForm(RedenForm):
    """Open a closed report again."""

    handelingen = (Handeling.HEROPEND,)


class ToestaanForm(BerichtForm):
    """Look again, as the reporter asked."""

    handelingen = (Handeling.HEROPEND,)


class AfwijsForm(BerichtForm):
    """Tell the reporter why we do not look again."""

    handelingen = (Handeling.HEROPENEN_AFGEWEZEN,)


class TerugForm(StoepForm):
    """Take work back from outside."""

    reden = forms.CharField(
        label=_("Waarom komt het werk terug?"),
        max_length=200,
        help_text=_("Staat in de geschiedenis van de zaak."),
        error_messages={
            "required": _("Schrijf waarom het werk terugkomt."),
            "max_length": _("Deze reden is te lang. Gebruik hoogstens 200 tekens."),
        },
    )


class SpoedForm(StoepForm):
    """Give or take haste."""

    reden = forms.CharField(
        label=_("Waarom?"),
        max_length=200,
        help_text=_("Staat in de geschiedenis van de zaak."),
        error_messages={
            "required": _("Schrijf waarom."),
            "max_length": _("Deze reden is te lang. Gebruik hoogstens 200 tekens."),
        },
    )


class OnderwerpForm(StoepForm):
    """Put a report under another category."""

    categorie = forms.ChoiceField(
        label=_("Onderwerp"),
        error_messages={
            "required": _("Kies een onderwerp."),
            "invalid_choice": _("Kies een onderwerp uit de lijst."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categorie"].choices = [  # type: ignore[attr-defined]
            (groep.hoofd.naam, [(sub.slug, sub.naam) for sub in groep.subcategorieen]) for groep in list_categorieen()
        ]


class OverdraagForm(StoepForm):
    """Give a report to a colleague or a group."""

    naar = forms.ChoiceField(
        label=_("Naar wie?"),
        error_messages={
            "required": _("Kies een collega of een groep."),
            "invalid_choice": _("Kies een collega of een groep uit de lijst."),
        },
    )
    reden = forms.CharField(
        label=_("Reden"),
        max_length=200,
        required=False,
        help_text=_("Staat in de geschiedenis van de zaak."),
        error_messages={"max_length": _("Deze reden is te lang. Gebruik hoogstens 200 tekens.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groepen = [(f"groep:{groep.pk}", groep.naam) for groep in Groep.objects.order_by("naam")]
        collegas = [
            (f"medewerker:{medewerker.pk}", f"{medewerker.naam} ({medewerker.functie})")
            for medewerker in Medewerker.objects.present().order_by("naam")
        ]
        self.fields["naar"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies")),
            (_("Groepen"), groepen),
            (_("Collega's"), collegas),
        ]

    def for_command(self) -> dict[str, Any]:
        """What the command takes."""
        kind, _colon, key = self.cleaned_data["naar"].partition(":")
        return {f"{kind}_id": UUID(key), "reden": self.cleaned_data["reden"]}
