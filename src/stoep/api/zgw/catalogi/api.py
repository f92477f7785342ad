"""The Catalogi API: its place and version; its resources stand beside this file."""

from stoep.api.zgw.addresses import origin
from stoep.api.zgw.gate import gate
from stoep.foundation.rest.operations import Api

API = Api("catalogi", title="Catalogi API", version="1.3.1", component="ztc", gate=gate, origin=origin)
