"""The addresses of koppelingen."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from stoep.koppelingen.web import mailbox
from stoep.koppelingen.web.tegels import tegel

app_name = "koppelingen"
urlpatterns: list[URLPattern | URLResolver] = [
    path("kaart/tegels/<int:zoom>/<int:x>/<int:y>.svg", tegel, name="tegel"),
]
if not settings.IS_PRODUCTION:
    urlpatterns += [
        path("demo/mailbox/", mailbox.mailbox, name="mailbox"),
        path("demo/mailbox/<str:name>/", mailbox.mailbox_mail, name="mailbox_mail"),
    ]
