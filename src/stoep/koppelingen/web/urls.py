"""The addresses of koppelingen."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from stoep.koppelingen.web import mailbox

app_name = "koppelingen"
urlpatterns: list[URLPattern | URLResolver] = []
if not settings.IS_PRODUCTION:
    urlpatterns += [
        path("demo/mailbox/", mailbox.mailbox, name="mailbox"),
        path("demo/mailbox/<str:name>/", mailbox.mailbox_mail, name="mailbox_mail"),
    ]
