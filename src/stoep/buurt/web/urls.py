"""Addresses of buurt."""

from django.urls import URLPattern, path

from stoep.buurt.web import melding, open_data, overzicht, volg_melding, volgen, vrijgeven

app_name = "buurt"
urlpatterns: list[URLPattern] = [
    path("buurt/", overzicht.overzicht, name="overzicht"),
    path("buurt/kaart.json", overzicht.kaart, name="kaart"),
    path("buurt/volgen/", volgen.vragen, name="volgen"),
    path("buurt/volgen/<str:token>/", volgen.abonnement, name="abonnement"),
    path("buurt/<str:nummer>/", melding.melding, name="melding"),
    path("buurt/<str:nummer>/volgen/", volg_melding.volg_melding, name="volg_melding"),
    path("buurt/<str:nummer>/foto/<uuid:vrijgave_id>/", melding.foto, name="foto"),
    path("open-data/", open_data.uitleg, name="open_data"),
    path("open-data/dcat.jsonld", open_data.dcat, name="dcat"),
    path("open-data/meldingen.geojson", open_data.geojson, name="geojson"),
    path("open-data/meldingen.csv", open_data.csv, name="csv"),
    path("werkplek/vrijgeven/", vrijgeven.lijst, name="vrijgeven"),
    path("werkplek/vrijgeven/samen/", vrijgeven.samen, name="vrijgeven_samen"),
    path("werkplek/vrijgeven/<uuid:vrijgave_id>/", vrijgeven.een, name="vrijgeven_een"),
    path("werkplek/vrijgeven/<uuid:vrijgave_id>/kort/", vrijgeven.kort, name="vrijgeven_kort"),
    path("werkplek/vrijgeven/<uuid:vrijgave_id>/beeld.jpg", vrijgeven.beeld, name="vrijgeven_beeld"),
]
