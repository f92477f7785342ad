"""The addresses of the public site that are not pages."""

from django.urls import URLPattern, URLResolver, path

from stoep.website.web import buurt, views

app_name = "website"
urlpatterns: list[URLPattern | URLResolver] = [
    path("zoeken/", views.search, name="search"),
    path("zoeken/suggesties/", views.suggestions, name="suggestions"),
    path("in-uw-buurt/", buurt.in_uw_buurt, name="in_uw_buurt"),
    path("robots.txt", views.robots, name="robots"),
]
