"""Django's request handler; config.asgi puts the edge before it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stoep.config.settings")

application = get_wsgi_application()
