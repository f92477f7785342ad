"""The addresses of the werkplek."""

from django.urls import URLPattern, URLResolver, path

from stoep.werkplek.web import beheer, mededelingen, toewijzingsregels

app_name = "werkplek"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/mededelingen/", mededelingen.overview, name="mededelingen"),
    path("werkplek/mededelingen/nieuw/", mededelingen.place, name="mededeling-nieuw"),
    path("werkplek/mededelingen/<uuid:mededeling_id>/", mededelingen.change, name="mededeling"),
    path("werkplek/mededelingen/<uuid:mededeling_id>/intrekken/", mededelingen.withdraw, name="mededeling-intrekken"),
    path("werkplek/beheer/", beheer.overview, name="beheer"),
    path("werkplek/beheer/toewijzingsregels/", toewijzingsregels.overview, name="toewijzingsregels"),
    path("werkplek/beheer/toewijzingsregels/nieuw/", toewijzingsregels.add, name="toewijzingsregel-nieuw"),
    path("werkplek/beheer/toewijzingsregels/<uuid:regel_id>/", toewijzingsregels.change, name="toewijzingsregel"),
]
