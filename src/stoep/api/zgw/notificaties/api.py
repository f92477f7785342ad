"""The Notificaties API: its place and version; its resources stand beside this file."""

from stoep.api.zgw.addresses import origin
from stoep.api.zgw.gate import gate
from stoep.foundation.rest.operations import Api

API = Api("notificaties", title="Notificaties API", version="1.0.0", component="nrc", gate=gate, origin=origin)
