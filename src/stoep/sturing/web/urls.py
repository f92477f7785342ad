"""The addresses of sturing."""

from django.urls import URLPattern, URLResolver, path

from stoep.sturing.web import views

app_name = "sturing"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/sturing/", views.sturing, name="sturing"),
    path("werkplek/sturing/cijfers.csv", views.cijfers, name="cijfers"),
]
