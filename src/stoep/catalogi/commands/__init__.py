"""What people do with types."""

from stoep.catalogi.commands.add_eigenschap import add_eigenschap
from stoep.catalogi.commands.add_informatieobjecttype import add_informatieobjecttype
from stoep.catalogi.commands.add_resultaattype import add_resultaattype, archive_fields
from stoep.catalogi.commands.add_roltype import add_roltype
from stoep.catalogi.commands.add_statustype import add_statustype
from stoep.catalogi.commands.add_zaakobjecttype import add_zaakobjecttype
from stoep.catalogi.commands.change_onderdeel import add_onderdeel, change_onderdeel, remove_onderdeel
from stoep.catalogi.commands.change_type import (
    Relatie,
    change_besluittype,
    change_informatieobjecttype,
    change_zaaktype,
)
from stoep.catalogi.commands.create_besluittype import create_besluittype
from stoep.catalogi.commands.create_catalogus import create_catalogus
from stoep.catalogi.commands.create_informatieobjecttype import create_informatieobjecttype
from stoep.catalogi.commands.create_zaaktype import create_zaaktype
from stoep.catalogi.commands.end_zaaktype import end_zaaktype
from stoep.catalogi.commands.load_selectielijst import load_selectielijst
from stoep.catalogi.commands.publish_besluittype import publish_besluittype
from stoep.catalogi.commands.publish_informatieobjecttype import publish_informatieobjecttype
from stoep.catalogi.commands.publish_zaaktype import publish_zaaktype
from stoep.catalogi.commands.relate_zaaktype import relate_zaaktype
from stoep.catalogi.commands.remove_type import remove_besluittype, remove_informatieobjecttype, remove_zaaktype

__all__ = [
    "Relatie",
    "add_eigenschap",
    "add_informatieobjecttype",
    "add_onderdeel",
    "add_resultaattype",
    "add_roltype",
    "add_statustype",
    "add_zaakobjecttype",
    "archive_fields",
    "change_besluittype",
    "change_informatieobjecttype",
    "change_onderdeel",
    "change_zaaktype",
    "create_besluittype",
    "create_catalogus",
    "create_informatieobjecttype",
    "create_zaaktype",
    "end_zaaktype",
    "load_selectielijst",
    "publish_besluittype",
    "publish_informatieobjecttype",
    "publish_zaaktype",
    "relate_zaaktype",
    "remove_besluittype",
    "remove_informatieobjecttype",
    "remove_onderdeel",
    "remove_zaaktype",
]
