"""The addresses of the werkplek."""

from django.urls import URLPattern, URLResolver, path

from stoep.werkplek.web import (
    beheer,
    categorieen,
    lijst,
    mededelingen,
    regelproef,
    regelversies,
    start,
    toewijzingsregels,
    verdelen,
    weergaven,
    zaak,
)

app_name = "werkplek"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/", start.start, name="start"),
    path("werkplek/zoeken/", start.search, name="zoeken"),
    path("werkplek/werk/", lijst.mine, name="werk"),
    path("werkplek/team/", lijst.team, name="team"),
    path("werkplek/zaken/", lijst.everything, name="zaken"),
    path("werkplek/nieuws/", lijst.news, name="nieuws"),
    path("werkplek/verdelen/", verdelen.assign, name="verdelen"),
    path("werkplek/weergaven/nieuw/", weergaven.save, name="weergave-nieuw"),
    path("werkplek/weergaven/<uuid:weergave_id>/weghalen/", weergaven.remove, name="weergave-weghalen"),
    path("werkplek/zaken/<uuid:zaak_id>/", zaak.show, name="zaak"),
    path("werkplek/zaken/<uuid:zaak_id>/notitie/", zaak.note, name="notitie"),
    path("werkplek/zaken/<uuid:zaak_id>/toewijzen/", zaak.assign, name="toewijzen"),
    path("werkplek/zaken/<uuid:zaak_id>/verlengen/", zaak.extend, name="verlengen"),
    path("werkplek/zaken/<uuid:zaak_id>/opschorten/", zaak.suspend, name="opschorten"),
    path("werkplek/zaken/<uuid:zaak_id>/hervatten/", zaak.resume, name="hervatten"),
    path("werkplek/zaken/<uuid:zaak_id>/heropenen/", zaak.reopen, name="heropenen"),
    path("werkplek/zaken/<uuid:zaak_id>/berichten/<uuid:bericht_id>/", zaak.bericht, name="bericht"),
    path("werkplek/mededelingen/", mededelingen.overview, name="mededelingen"),
    path("werkplek/mededelingen/nieuw/", mededelingen.place, name="mededeling-nieuw"),
    path("werkplek/mededelingen/<uuid:mededeling_id>/", mededelingen.change, name="mededeling"),
    path("werkplek/mededelingen/<uuid:mededeling_id>/intrekken/", mededelingen.withdraw, name="mededeling-intrekken"),
    path("werkplek/beheer/", beheer.overview, name="beheer"),
    path("werkplek/beheer/toewijzingsregels/", toewijzingsregels.overview, name="toewijzingsregels"),
    path("werkplek/beheer/toewijzingsregels/nieuw/", toewijzingsregels.add, name="toewijzingsregel-nieuw"),
    path("werkplek/beheer/toewijzingsregels/proef/", regelproef.ask, name="regelproef"),
    path("werkplek/beheer/toewijzingsregels/<uuid:regel_id>/versies/", regelversies.show, name="regelversies"),
    path("werkplek/beheer/toewijzingsregels/<uuid:regel_id>/terug/", regelversies.restore, name="regel-terug"),
    path("werkplek/beheer/toewijzingsregels/<uuid:regel_id>/", toewijzingsregels.change, name="toewijzingsregel"),
    path("werkplek/beheer/categorieen/", categorieen.overview, name="categorieen"),
    path("werkplek/beheer/categorieen/nieuw/", categorieen.add, name="categorie-nieuw"),
    path("werkplek/beheer/categorieen/teksten/<uuid:tekst_id>/", categorieen.text, name="standaardtekst"),
    path("werkplek/beheer/categorieen/<slug:slug>/", categorieen.change, name="categorie"),
]
