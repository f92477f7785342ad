"""Addresses of opdrachten."""

from django.urls import URLPattern, path

from stoep.opdrachten.web import nemer

app_name = "opdrachten"
urlpatterns: list[URLPattern] = [
    path("opdracht/link/", nemer.vraag_link, name="link"),
    path("opdracht/overzicht/<str:token>/", nemer.overzicht, name="overzicht"),
    path("opdracht/<str:token>/", nemer.show, name="opdracht"),
    path("opdracht/<str:token>/plannen/", nemer.plan, name="plannen"),
    path("opdracht/<str:token>/gereed/", nemer.gereed, name="gereed"),
    path("opdracht/<str:token>/teruggeven/", nemer.terug, name="teruggeven"),
    path("opdracht/<str:token>/vragen/", nemer.vraag, name="vragen"),
    path("opdracht/<str:token>/foto/<uuid:foto_id>/", nemer.foto, name="nemerfoto"),
]
