"""The addresses of buitendienst: rounds at the desk, and the round on the telephone."""

from django.urls import URLPattern, URLResolver, path

from stoep.buitendienst.web import onderweg, rondes, telefoon, werven

app_name = "buitendienst"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/buiten/", rondes.show, name="buiten"),
    path("werkplek/buiten/toevoegen/", rondes.add, name="toevoegen"),
    path("werkplek/buiten/stop/<uuid:stop_id>/verplaatsen/", rondes.move, name="verplaatsen"),
    path("werkplek/buiten/stop/<uuid:stop_id>/weghalen/", rondes.remove, name="weghalen"),
    path("werkplek/buiten/rondes/<uuid:ronde_id>/ordenen/", rondes.order, name="ordenen"),
    path("werkplek/buiten/rondes/<uuid:ronde_id>/begin/", rondes.begin, name="begin"),
    path("werkplek/buiten/foto/<uuid:foto_id>/", rondes.foto, name="foto"),
    path("werkplek/buiten/ronde/", onderweg.show, name="ronde"),
    path("werkplek/buiten/ronde/gegevens/", onderweg.data, name="gegevens"),
    path("werkplek/buiten/ronde/doen/", onderweg.do, name="doen"),
    path("werkplek/buiten/ronde/stop/<uuid:stop_id>/", onderweg.stop, name="stop"),
    path("werkplek/buiten/ronde/schil/", telefoon.shell, name="schil"),
    path("werkplek/buiten/ronde/app.webmanifest", telefoon.manifest, name="manifest"),
    path("werkplek/buiten/dienst.js", telefoon.worker, name="dienst"),
    path("werkplek/beheer/werven/", werven.overview, name="werven"),
    path("werkplek/beheer/werven/<uuid:werf_id>/weghalen/", werven.remove, name="werf-weghalen"),
]
