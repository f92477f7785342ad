"""The addresses of gebieden."""

from django.urls import URLPattern, URLResolver, path

from stoep.gebieden.web import kaartlagen, plekken

app_name = "gebieden"
urlpatterns: list[URLPattern | URLResolver] = [
    path("kaart/adressen/", plekken.adressen, name="adressen"),
    path("kaart/plek/", plekken.plek, name="plek"),
    path("kaart/beeld.svg", plekken.beeld, name="beeld"),
    path("kaart/grens.json", plekken.grens, name="grens"),
    path("kaart/objecten.json", kaartlagen.objecten, name="objecten"),
    path("werkplek/beheer/kaartlagen/", kaartlagen.beheer, name="kaartlagen"),
]
