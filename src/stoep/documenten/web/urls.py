"""The addresses of documenten."""

from django.urls import URLPattern, URLResolver, path

from stoep.documenten.web import views

app_name = "documenten"
urlpatterns: list[URLPattern | URLResolver] = [
    path("documenten/v/<str:token>/", views.download_signed, name="signed"),
    path("documenten/<uuid:document_id>/", views.download, name="download"),
]
