"""The addresses of huisstijl."""

from django.urls import URLPattern, URLResolver, path

from stoep.huisstijl.web import views

app_name = "huisstijl"
urlpatterns: list[URLPattern | URLResolver] = [
    path("huisstijl/", views.show_gallery, name="gallery"),
    path("huisstijl/voorbeelden/<slug:name>/", views.show_example, name="example"),
]
