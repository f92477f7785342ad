"""Addresses of opdrachten."""

from django.urls import URLPattern, path

from stoep.opdrachten.web import beheer, doorzetten, nemer, staff

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
    path("werkplek/meldingen/<uuid:melding_id>/doorzetten/", doorzetten.doorzetten, name="doorzetten"),
    path("werkplek/opdrachten/", staff.lijst, name="lijst"),
    path("werkplek/opdrachten/foto/<uuid:foto_id>/", staff.foto, name="foto"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/", staff.show, name="bekijken"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/goedkeuren/", staff.goedkeuren, name="goedkeuren"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/afkeuren/", staff.afkeuren, name="afkeuren"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/antwoorden/", staff.antwoorden, name="antwoorden"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/intrekken/", staff.intrekken, name="intrekken"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/oppakken/", staff.oppakken, name="oppakken"),
    path("werkplek/opdrachten/<uuid:opdracht_id>/nieuwe-link/", staff.nieuwe_link, name="nieuwe-link"),
    path("werkplek/beheer/opdrachtnemers/", beheer.overview, name="opdrachtnemers"),
    path("werkplek/beheer/opdrachtnemers/nieuw/", beheer.add, name="opdrachtnemer-nieuw"),
    path("werkplek/beheer/opdrachtnemers/<uuid:opdrachtnemer_id>/", beheer.change, name="opdrachtnemer"),
    path("werkplek/beheer/opdrachtnemers/<uuid:opdrachtnemer_id>/stoppen/", beheer.retire, name="stoppen"),
    path("werkplek/beheer/opdrachtnemers/<uuid:opdrachtnemer_id>/hervatten/", beheer.restore, name="hervatten"),
]
