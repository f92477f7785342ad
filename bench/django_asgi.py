"""Django's own ASGI handler, to compare the edge with."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stoep.config.settings")
application = get_asgi_application()
