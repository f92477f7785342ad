"""The addresses of sturing."""

from django.urls import URLPattern, URLResolver, path

from stoep.sturing.web import instellen, views

app_name = "sturing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/sturing/", views.sturing, name="sturing"),
    path("werkplek/sturing/waar/", views.waar, name="waar"),
    path("werkplek/sturing/definities/", views.definities, name="definities"),
    path("werkplek/sturing/cijfers.csv", views.cijfers, name="cijfers"),
    path("werkplek/sturing/instellen/", instellen.instellen, name="instellen"),
    path("werkplek/sturing/instellen/<uuid:markering_id>/weghalen/", instellen.weghalen, name="weghalen"),
]
