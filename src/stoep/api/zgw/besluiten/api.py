"""The Besluiten API: its place and version; its resources stand beside this file."""

from stoep.api.zgw.addresses import origin
from stoep.api.zgw.gate import gate
from stoep.foundation.rest.operations import Api

API = Api("besluiten", title="Besluiten API", version="1.1.0", component="brc", gate=gate, origin=origin)
