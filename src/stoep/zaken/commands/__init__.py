"""What people do with zaken, and what other systems tell of them."""

from stoep.zaken.commands.add_notitie import add_notitie
from stoep.zaken.commands.add_rol import add_rol
from stoep.zaken.commands.add_zaakobject import add_zaakobject
from stoep.zaken.commands.anonymise_zaak import anonymise_zaak
from stoep.zaken.commands.assign_zaak import assign_zaak
from stoep.zaken.commands.change_besluit import change_besluit
from stoep.zaken.commands.change_resultaat import change_resultaat
from stoep.zaken.commands.change_zaak import change_zaak
from stoep.zaken.commands.change_zaakeigenschap import change_zaakeigenschap
from stoep.zaken.commands.change_zaakinformatieobject import change_zaakinformatieobject
from stoep.zaken.commands.change_zaakobject import change_zaakobject
from stoep.zaken.commands.close_zaak import close_zaak
from stoep.zaken.commands.destroy_besluit import destroy_besluit
from stoep.zaken.commands.destroy_zaak import destroy_zaak
from stoep.zaken.commands.extend_zaak import extend_zaak
from stoep.zaken.commands.link_besluitdocument import link_besluitdocument, unlink_besluitdocument
from stoep.zaken.commands.link_document import link_document
from stoep.zaken.commands.open_zaak import open_zaak
from stoep.zaken.commands.prioritise_zaak import prioritise_zaak
from stoep.zaken.commands.put_toewijzingsregel import put_toewijzingsregel
from stoep.zaken.commands.record_besluit import record_besluit
from stoep.zaken.commands.record_gebeurtenis import record_gebeurtenis
from stoep.zaken.commands.register_besluit import register_besluit
from stoep.zaken.commands.register_contact import (
    register_klantcontact,
    register_zaakcontactmoment,
    register_zaakverzoek,
)
from stoep.zaken.commands.register_resultaat import register_resultaat
from stoep.zaken.commands.register_rol import register_rol
from stoep.zaken.commands.register_status import register_status
from stoep.zaken.commands.register_zaak import register_zaak
from stoep.zaken.commands.register_zaakeigenschap import register_zaakeigenschap
from stoep.zaken.commands.register_zaakinformatieobject import register_zaakinformatieobject
from stoep.zaken.commands.register_zaakobject import register_zaakobject
from stoep.zaken.commands.release_zaak import release_zaak
from stoep.zaken.commands.remove_contact import remove_zaakcontactmoment, remove_zaakverzoek
from stoep.zaken.commands.remove_resultaat import remove_resultaat
from stoep.zaken.commands.remove_rol import remove_rol
from stoep.zaken.commands.remove_zaakeigenschap import remove_zaakeigenschap
from stoep.zaken.commands.remove_zaakinformatieobject import remove_zaakinformatieobject
from stoep.zaken.commands.remove_zaakobject import remove_zaakobject
from stoep.zaken.commands.reopen_zaak import reopen_zaak
from stoep.zaken.commands.replan_zaak import replan_zaak
from stoep.zaken.commands.reserve_zaaknummers import reserve_zaaknummers
from stoep.zaken.commands.restore_toewijzingsregel import restore_toewijzingsregel
from stoep.zaken.commands.resume_zaak import resume_zaak
from stoep.zaken.commands.route_zaak import route_zaak
from stoep.zaken.commands.set_eigenschap import set_eigenschap
from stoep.zaken.commands.set_hoofdzaak import set_hoofdzaak
from stoep.zaken.commands.set_status import set_status
from stoep.zaken.commands.suspend_zaak import suspend_zaak
from stoep.zaken.commands.unlink_document import unlink_document
from stoep.zaken.commands.zaakvelden import Kenmerk, Relevant, Zaakvelden

__all__ = [
    "Kenmerk",
    "Relevant",
    "Zaakvelden",
    "add_notitie",
    "add_rol",
    "add_zaakobject",
    "anonymise_zaak",
    "assign_zaak",
    "change_besluit",
    "change_resultaat",
    "change_zaak",
    "change_zaakeigenschap",
    "change_zaakinformatieobject",
    "change_zaakobject",
    "close_zaak",
    "destroy_besluit",
    "destroy_zaak",
    "extend_zaak",
    "link_besluitdocument",
    "link_document",
    "open_zaak",
    "prioritise_zaak",
    "put_toewijzingsregel",
    "record_besluit",
    "record_gebeurtenis",
    "register_besluit",
    "register_klantcontact",
    "register_resultaat",
    "register_rol",
    "register_status",
    "register_zaak",
    "register_zaakcontactmoment",
    "register_zaakeigenschap",
    "register_zaakinformatieobject",
    "register_zaakobject",
    "register_zaakverzoek",
    "release_zaak",
    "remove_resultaat",
    "remove_rol",
    "remove_zaakcontactmoment",
    "remove_zaakeigenschap",
    "remove_zaakinformatieobject",
    "remove_zaakobject",
    "remove_zaakverzoek",
    "reopen_zaak",
    "replan_zaak",
    "reserve_zaaknummers",
    "restore_toewijzingsregel",
    "resume_zaak",
    "route_zaak",
    "set_eigenschap",
    "set_hoofdzaak",
    "set_status",
    "suspend_zaak",
    "unlink_besluitdocument",
    "unlink_document",
]
