"""The Documenten API: its place and version; its resources stand beside this file."""

from stoep.api.zgw.addresses import origin
from stoep.api.zgw.gate import gate
from stoep.foundation.rest.operations import Api

API = Api("documenten", title="Documenten API", version="1.4.3", component="drc", gate=gate, origin=origin)
