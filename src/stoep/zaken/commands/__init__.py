"""What people do with zaken."""

from stoep.zaken.commands.add_notitie import add_notitie
from stoep.zaken.commands.add_rol import add_rol
from stoep.zaken.commands.add_zaakobject import add_zaakobject
from stoep.zaken.commands.anonymise_zaak import anonymise_zaak
from stoep.zaken.commands.assign_zaak import assign_zaak
from stoep.zaken.commands.close_zaak import close_zaak
from stoep.zaken.commands.extend_zaak import extend_zaak
from stoep.zaken.commands.link_document import link_document
from stoep.zaken.commands.open_zaak import open_zaak
from stoep.zaken.commands.prioritise_zaak import prioritise_zaak
from stoep.zaken.commands.put_toewijzingsregel import put_toewijzingsregel
from stoep.zaken.commands.record_besluit import record_besluit
from stoep.zaken.commands.record_gebeurtenis import record_gebeurtenis
from stoep.zaken.commands.release_zaak import release_zaak
from stoep.zaken.commands.reopen_zaak import reopen_zaak
from stoep.zaken.commands.replan_zaak import replan_zaak
from stoep.zaken.commands.restore_toewijzingsregel import restore_toewijzingsregel
from stoep.zaken.commands.resume_zaak import resume_zaak
from stoep.zaken.commands.route_zaak import route_zaak
from stoep.zaken.commands.set_eigenschap import set_eigenschap
from stoep.zaken.commands.set_hoofdzaak import set_hoofdzaak
from stoep.zaken.commands.set_status import set_status
from stoep.zaken.commands.suspend_zaak import suspend_zaak
from stoep.zaken.commands.unlink_document import unlink_document

__all__ = [
    "add_notitie",
    "add_rol",
    "add_zaakobject",
    "anonymise_zaak",
    "assign_zaak",
    "close_zaak",
    "extend_zaak",
    "link_document",
    "open_zaak",
    "prioritise_zaak",
    "put_toewijzingsregel",
    "record_besluit",
    "record_gebeurtenis",
    "release_zaak",
    "reopen_zaak",
    "replan_zaak",
    "restore_toewijzingsregel",
    "resume_zaak",
    "route_zaak",
    "set_eigenschap",
    "set_hoofdzaak",
    "set_status",
    "suspend_zaak",
    "unlink_document",
]
