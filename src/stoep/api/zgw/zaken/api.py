"""The Zaken API: its place and version; its resources stand beside this file."""

from stoep.api.zgw.addresses import origin
from stoep.api.zgw.gate import gate
from stoep.foundation.rest.operations import Api

API = Api("zaken", title="Zaken API", version="1.5.1", component="zrc", gate=gate, origin=origin)
