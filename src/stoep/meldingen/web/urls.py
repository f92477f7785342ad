"""The addresses of meldingen."""

from django.urls import URLPattern, URLResolver, path

from stoep.meldingen.web import acts, antwoord, fotos, invoeren, melden, status, tevreden

app_name = "meldingen"
urlpatterns: list[URLPattern | URLResolver] = [
    path("melden/", melden.start, name="melden"),
    path("melden/voorstel/", melden.voorstel, name="voorstel"),
    path("melden/ontvangen/<str:token>/", melden.ontvangen, name="ontvangen"),
    path("melden/<str:token>/wat/", melden.wat, name="wat"),
    path("melden/<str:token>/waar/", melden.waar, name="waar"),
    path("melden/<str:token>/vlakbij/", melden.vlakbij, name="vlakbij"),
    path("melden/<str:token>/foto/", melden.foto, name="foto"),
    path("melden/<str:token>/foto/<uuid:foto_id>/", fotos.of_concept, name="conceptfoto"),
    path("melden/<str:token>/versturen/", melden.versturen, name="versturen"),
    path("melding/", status.opzoeken, name="opzoeken"),
    path("melding/antwoord/<str:token>/", antwoord.answer, name="antwoord"),
    path("melding/tevreden/<str:token>/", tevreden.tevreden, name="tevreden"),
    path("melding/<str:token>/", status.show, name="status"),
    path("melding/<str:token>/foto/<uuid:foto_id>/", fotos.of_link, name="statusfoto"),
    path("werkplek/melding-invoeren/", invoeren.invoeren, name="invoeren"),
    path("werkplek/meldingen/foto/<uuid:foto_id>/", fotos.of_staff, name="foto_medewerker"),
    path("werkplek/meldingen/<uuid:melding_id>/", acts.melding, name="melding"),
    path("werkplek/meldingen/<uuid:melding_id>/oppakken/", acts.accept, name="oppakken"),
    path("werkplek/meldingen/<uuid:melding_id>/overdragen/", acts.reassign, name="overdragen"),
    path("werkplek/meldingen/<uuid:melding_id>/onderwerp/", acts.recategorise, name="onderwerp"),
    path("werkplek/meldingen/<uuid:melding_id>/vragen/", acts.ask, name="vragen"),
    path("werkplek/meldingen/<uuid:melding_id>/inplannen/", acts.plan, name="inplannen"),
    path("werkplek/meldingen/<uuid:melding_id>/afhandelen/", acts.resolve, name="afhandelen"),
]
