"""The addresses of foundation."""

from django.urls import URLPattern, URLResolver, path

from stoep.foundation.web import storingen

app_name = "foundation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/beheer/storingen/", storingen.storingen, name="storingen"),
    path("werkplek/beheer/storingen/taken/", storingen.taken, name="taken"),
    path("werkplek/beheer/storingen/taken/<int:job_id>/", storingen.taak, name="taak"),
    path(
        "werkplek/beheer/storingen/gebeurtenissen/<int:event_id>/<str:handler>/",
        storingen.gebeurtenis,
        name="gebeurtenis",
    ),
]
