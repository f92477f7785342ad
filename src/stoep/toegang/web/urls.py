"""The addresses of toegang."""

from django.urls import URLPattern, URLResolver, path

from stoep.toegang.web import account_views, manage_views, rol_views, sign_in_views

app_name = "toegang"
urlpatterns: list[URLPattern | URLResolver] = [
    path("werkplek/inloggen/", sign_in_views.inloggen, name="inloggen"),
    path("werkplek/tweede-factor/", sign_in_views.tweede_factor, name="tweede-factor"),
    path("werkplek/tweede-factor/instellen/", sign_in_views.instellen, name="instellen"),
    path("werkplek/tweede-factor/herstelcode/", sign_in_views.herstelcode, name="herstelcode"),
    path("werkplek/nieuw-wachtwoord/", sign_in_views.nieuw_wachtwoord, name="nieuw-wachtwoord"),
    path("werkplek/uitloggen/", sign_in_views.uitloggen, name="uitloggen"),
    path("cms/login/", sign_in_views.cms_login, name="cms-login"),
    path("_util/login/", sign_in_views.cms_login, name="page-login"),
    path("cms/logout/", sign_in_views.uitloggen, name="cms-logout"),
    path("werkplek/mijn-account/", account_views.mijn_account, name="mijn-account"),
    path("werkplek/mijn-account/wachtwoord/", account_views.wachtwoord, name="wachtwoord"),
    path("werkplek/mijn-account/herstelcodes/", account_views.herstelcodes, name="herstelcodes"),
    path("werkplek/mijn-account/overal-uitloggen/", account_views.overal_uitloggen, name="overal-uitloggen"),
    path("werkplek/beheer/medewerkers/", manage_views.accounts, name="accounts"),
    path("werkplek/beheer/medewerkers/nieuw/", manage_views.account_create, name="account-create"),
    path("werkplek/beheer/medewerkers/<uuid:account_id>/", manage_views.account, name="account"),
    path("werkplek/beheer/medewerkers/<uuid:account_id>/rollen/", manage_views.account_rollen, name="account-rollen"),
    path("werkplek/beheer/medewerkers/<uuid:account_id>/<slug:act>/", manage_views.account_act, name="account-act"),
    path("werkplek/beheer/rollen/", rol_views.rollen, name="rollen"),
    path("werkplek/beheer/rollen/nieuw/", rol_views.rol_create, name="rol-create"),
    path("werkplek/beheer/rollen/<slug:code>/", rol_views.rol, name="rol"),
    path("werkplek/beheer/rollen/<slug:code>/verwijderen/", rol_views.rol_remove, name="rol-remove"),
]
