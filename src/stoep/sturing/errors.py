"""How sturing says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid


class MarkeringInvalid(Invalid):
    """A mark has a few words and a day that has come."""

    code = "markering-invalid"
    message = _("De markering klopt niet: {uitleg}")


class StreefwaardeInvalid(Invalid):
    """A target is a percentage of a share."""

    code = "streefwaarde-invalid"
    message = _("De streefwaarde klopt niet: {uitleg}")
