"""The addresses of the public site that are not pages."""

from django.urls import URLPattern, URLResolver, path

from stoep.website.web import views

app_name = "website"
urlpatterns: list[URLPattern | URLResolver] = [
    path("zoeken/", views.search, name="search"),
    path("zoeken/suggesties/", views.suggestions, name="suggestions"),
    path("robots.txt", views.robots, name="robots"),
]
