"""Addresses of buurt."""

from django.urls import URLPattern, path

from stoep.buurt.web import melding, open_data, overzicht

app_name = "buurt"
urlpatterns: list[URLPattern] = [
    path("buurt/", overzicht.overzicht, name="overzicht"),
    path("buurt/kaart.json", overzicht.kaart, name="kaart"),
    path("buurt/<str:nummer>/", melding.melding, name="melding"),
    path("buurt/<str:nummer>/foto/<uuid:vrijgave_id>/", melding.foto, name="foto"),
    path("open-data/", open_data.uitleg, name="open_data"),
    path("open-data/dcat.jsonld", open_data.dcat, name="dcat"),
    path("open-data/meldingen.geojson", open_data.geojson, name="geojson"),
    path("open-data/meldingen.csv", open_data.csv, name="csv"),
]
