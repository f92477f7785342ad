"""How the site says no."""

from django.utils.translation import gettext_lazy as _

from stoep.foundation.errors import Invalid


class ToptaakLeadsNowhere(Invalid):
    """A top task names a page that does not exist."""

    code = "toptaak-leads-nowhere"
    message = _("Er is geen pagina op {path}. Kies een bestaande pagina.")
    field = "pagina"


class PostcodeElsewhere(Invalid):
    """A postcode that no street of this municipality has."""

    code = "postcode-elsewhere"
    message = _("Deze postcode ligt niet in onze gemeente. Kijk of u hem goed hebt ingevuld.")
    field = "postcode"
