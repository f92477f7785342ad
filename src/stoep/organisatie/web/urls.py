"""The addresses of organisatie."""

from django.urls import URLPattern, URLResolver, path

from stoep.organisatie.web import groep_views, manage_views, presence_views

app_name = "organisatie"
HOME = "werkplek/beheer/organisatie/"
PERSON = f"{HOME}medewerkers/<uuid:medewerker_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/mijn-aanwezigheid/", presence_views.mijn_aanwezigheid, name="mijn-aanwezigheid"),
    path(HOME, manage_views.medewerkers, name="medewerkers"),
    path(f"{HOME}medewerkers/nieuw/", manage_views.medewerker_create, name="medewerker-create"),
    path(PERSON, manage_views.medewerker, name="medewerker"),
    path(f"{PERSON}aanwezigheid/", presence_views.aanwezigheid, name="aanwezigheid"),
    path(f"{PERSON}vertrokken/", manage_views.medewerker_leaves, name="medewerker-leaves"),
    path(f"{PERSON}terug/", manage_views.medewerker_returns, name="medewerker-returns"),
    path(f"{HOME}afdelingen/", manage_views.afdelingen, name="afdelingen"),
    path(f"{HOME}afdelingen/nieuw/", manage_views.afdeling_create, name="afdeling-create"),
    path(f"{HOME}afdelingen/<slug:code>/", manage_views.afdeling, name="afdeling"),
    path(f"{HOME}afdelingen/<slug:code>/verwijderen/", manage_views.afdeling_remove, name="afdeling-remove"),
    path(f"{HOME}groepen/", groep_views.groepen, name="groepen"),
    path(f"{HOME}groepen/nieuw/", groep_views.groep_create, name="groep-create"),
    path(f"{HOME}groepen/<slug:code>/", groep_views.groep, name="groep"),
    path(f"{HOME}groepen/<slug:code>/verwijderen/", groep_views.groep_remove, name="groep-remove"),
]
