"""Pages for the tests of the map component."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from stoep.foundation.web.permissions import public

FRAME = """{% extends "huisstijl/site.html" %}{% block title %}Kaart{% endblock %}{% block description %}Proef{% endblock %}
{% block head %}{% include "gebieden/kaart_head.html" %}{% endblock %}
{% block scripts %}{% include "gebieden/kaart_scripts.html" %}{% endblock %}
{% block main %}<h1 class="utrecht-heading-1">Waar is het?</h1>BODY{% endblock %}"""
KIES = '<form method="post" novalidate>{% include "gebieden/kaart_invoer.html" with form=form %}<button type="submit">Verder</button></form>'
TOON = (
    '{% include "gebieden/kaart.html" with modus="toon" lon=lon lat=lat label="De plek van de melding" assets=False %}'
)
LIJST = """{% include "gebieden/kaart.html" with modus="lijst" punten=punten lijst="rijen" label="Meldingen" assets=False %}
<ul id="rijen">{% for punt in punten %}<li data-punt="{{ punt.id }}"><a href="{{ punt.url }}">{{ punt.label }}</a></li>{% endfor %}</ul>"""


class WaarForm(forms.Form):
    adres = forms.CharField(
        label="Adres of plek", required=False, help_text="Bijvoorbeeld: Wilgenlaan 12, of Stationsplein"
    )
    lon = forms.CharField(required=False, widget=forms.HiddenInput)
    lat = forms.CharField(required=False, widget=forms.HiddenInput)


def page(body: str):
    @public
    def view(request: HttpRequest) -> HttpResponse:
        amount = int(request.GET.get("n", "3"))
        punten = [
            {
                "id": str(k),
                "lon": 3.79 + k * 0.0012,
                "lat": 51.325 + (k % 9) * 0.0006,
                "label": f"Melding <{k}>",
                "url": f"#{k}",
            }
            for k in range(amount)
        ]
        lon, lat = request.GET.get("lon", ""), request.GET.get("lat", "")
        values = {"form": WaarForm(initial={"lon": lon, "lat": lat}), "lon": lon, "lat": lat, "punten": punten}
        return HttpResponse(engines["django"].from_string(FRAME.replace("BODY", body)).render(values, request))

    return view


urlpatterns = [
    path("proef/kies/", page(KIES)),
    path("proef/toon/", page(TOON)),
    path("proef/lijst/", page(LIJST)),
    path("", include("stoep.config.urls")),
]
