"""Addresses of buurt."""

from django.urls import URLPattern, path

from stoep.buurt.web import melding, overzicht

app_name = "buurt"
urlpatterns: list[URLPattern] = [
    path("buurt/", overzicht.overzicht, name="overzicht"),
    path("buurt/kaart.json", overzicht.kaart, name="kaart"),
    path("buurt/<str:nummer>/", melding.melding, name="melding"),
    path("buurt/<str:nummer>/foto/<uuid:vrijgave_id>/", melding.foto, name="foto"),
]
