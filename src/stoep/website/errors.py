"""How the site says no."""

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid


class ToptaakLeadsNowhere(Invalid):
    """A top task names a page that does not exist."""

    code = "toptaak-leads-nowhere"
    message = _("Er is geen pagina op {path}. Kies een bestaande pagina.")
    field = "pagina"
