"""Django's settings, derived from the environment. Nothing here reads os.environ."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from stoep.config.environment import Mode, read_environment

ENVIRONMENT = read_environment()
ROOT = Path(__file__).resolve().parents[3]
DATA = ENVIRONMENT.data_path
IS_DEMO = ENVIRONMENT.mode is Mode.DEMO
IS_PRODUCTION = ENVIRONMENT.is_production

DEBUG = False
SECRET_KEY = ENVIRONMENT.secret_key or "demo-only-key-that-production-refuses-" + "0" * 24
ALLOWED_HOSTS = [host.strip() for host in ENVIRONMENT.hosts.split(",") if host.strip()] or [
    "localhost",
    "127.0.0.1",
    "[::1]",
    "testserver",
]
OUTSIDE_ALLOWED = tuple(entry.strip() for entry in ENVIRONMENT.outside_allowed.split(",") if entry.strip())
JWT_SKEW = ENVIRONMENT.jwt_skew
BASE_URL = ENVIRONMENT.base_url or f"http://127.0.0.1:{ENVIRONMENT.port}"

STOEP_DOMAINS = [
    "stoep.demo",
    "stoep.koppelingen",
    "stoep.website",
    "stoep.werkplek",
    "stoep.api",
    "stoep.sturing",
    "stoep.buurt",
    "stoep.buitendienst",
    "stoep.opdrachten",
    "stoep.meldingen",
    "stoep.notificaties",
    "stoep.zaken",
    "stoep.berichten",
    "stoep.documenten",
    "stoep.kennisbank",
    "stoep.catalogi",
    "stoep.gebieden",
    "stoep.organisatie",
    "stoep.toegang",
    "stoep.huisstijl",
    "stoep.foundation",
]
if IS_PRODUCTION:
    STOEP_DOMAINS.remove("stoep.demo")

INSTALLED_APPS = [
    *STOEP_DOMAINS,
    "procrastinate.contrib.django",
    "django_htmx",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "stoep.foundation.web.healthz.HealthMiddleware",
    "stoep.api.entrance.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "stoep.foundation.web.csp.ContentSecurityPolicyMiddleware",
    "stoep.foundation.web.unseen.UnseenCharactersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "stoep.foundation.web.moment.OneMomentMiddleware",
    "stoep.website.web.site.KnownSiteMiddleware",
    "stoep.toegang.web.actors.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "stoep.foundation.web.refusals.RefusalMiddleware",
]

WIRING = "stoep.config.wiring"
ROOT_URLCONF = "stoep.config.urls"
WSGI_APPLICATION = "stoep.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "stoep.website.web.context.site",
                "stoep.werkplek.web.context.desk",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "stoep.huisstijl.templatetags.huisstijl",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.append("django.forms")


def origin_of(url: str) -> str:
    """Scheme and host of an address, as a content policy names it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def database_settings(url: str) -> dict[str, object]:
    """Turn postgresql://user:password@host:port/name?host=/socket/folder into Django's form."""
    parts = urlsplit(url)
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }


DATABASES = {"default": database_settings(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "toegang.Account"
AUTHENTICATION_BACKENDS = ["stoep.toegang.web.backend.AccountBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("MinimumLengthValidator", {"min_length": 12}),
        ("UserAttributeSimilarityValidator", {"user_attributes": ("username", "first_name", "last_name", "email")}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "/werkplek/inloggen/"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
NODE_MODULES = ROOT / "node_modules"
STATICFILES_DIRS = [
    ("fonts", NODE_MODULES / "@fontsource-variable" / "source-sans-3" / "files"),
    ("leaflet", NODE_MODULES / "leaflet" / "dist"),
]
STATICFILES_FINDERS = [
    "stoep.huisstijl.bundling.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
IS_TEST = ENVIRONMENT.mode is Mode.TEST
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "media", "base_url": "/media/"},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if IS_TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = IS_TEST
WHITENOISE_AUTOREFRESH = IS_TEST

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_PRODUCTION
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if IS_PRODUCTION else 0
X_FRAME_OPTIONS = "SAMEORIGIN"
if ENVIRONMENT.behind_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = ENVIRONMENT.smtp_host or "127.0.0.1"
EMAIL_PORT = ENVIRONMENT.smtp_port
EMAIL_HOST_USER = ENVIRONMENT.smtp_user
EMAIL_HOST_PASSWORD = ENVIRONMENT.smtp_password
EMAIL_USE_TLS = ENVIRONMENT.smtp_security == "starttls"
EMAIL_USE_SSL = ENVIRONMENT.smtp_security == "tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from

WAGTAIL_SITE_NAME = "Havendam"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_I18N_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}}

CHECK_EIGENSCHAPPEN = ENVIRONMENT.check_eigenschappen
SELECTIELIJST_ADDRESSES = [each.strip() for each in ENVIRONMENT.selectielijst_addresses.split(",") if each.strip()]

MAP_SOURCE = ENVIRONMENT.map_source or ("pdok" if IS_PRODUCTION else "havendam")
MAP_TILES_URL = ENVIRONMENT.map_tiles_url
MAP_ADDRESSES_URL = ENVIRONMENT.map_addresses_url
MAP_MUNICIPALITY_CODE = ENVIRONMENT.map_municipality_code
GEOGRAFIE = ROOT / "src" / "stoep" / "demo" / "geografie"  # the invented land that the simulator draws
IMAGE_SOURCES = [origin_of(MAP_TILES_URL)] if MAP_SOURCE == "pdok" else []

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"careful": {"()": "stoep.foundation.failures.CarefulFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "careful"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
