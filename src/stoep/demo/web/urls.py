"""The addresses of the demo; config/urls.py leaves them out in production."""

from django.urls import URLPattern, URLResolver, path

from stoep.demo.web import views

app_name = "demo"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.explanation, name="uitleg"),
    path("inloggen/", views.people, name="inloggen"),
    path("inloggen/als/", views.enter, name="inloggen-als"),
]
