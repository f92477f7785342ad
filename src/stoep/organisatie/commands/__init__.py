"""What can be done to departments, employees, groups and presence; one verb per file."""

from stoep.organisatie.commands.activate_medewerker import activate_medewerker
from stoep.organisatie.commands.change_afdeling import change_afdeling
from stoep.organisatie.commands.change_groep import change_groep, set_leden
from stoep.organisatie.commands.change_medewerker import change_medewerker
from stoep.organisatie.commands.change_rooster import change_rooster
from stoep.organisatie.commands.create_afdeling import create_afdeling
from stoep.organisatie.commands.create_groep import create_groep
from stoep.organisatie.commands.create_medewerker import create_medewerker
from stoep.organisatie.commands.deactivate_medewerker import deactivate_medewerker
from stoep.organisatie.commands.record_afwezigheid import record_afwezigheid
from stoep.organisatie.commands.remove_afdeling import remove_afdeling
from stoep.organisatie.commands.remove_groep import remove_groep
from stoep.organisatie.commands.withdraw_afwezigheid import withdraw_afwezigheid

__all__ = [
    "activate_medewerker",
    "change_afdeling",
    "change_groep",
    "change_medewerker",
    "change_rooster",
    "create_afdeling",
    "create_groep",
    "create_medewerker",
    "deactivate_medewerker",
    "record_afwezigheid",
    "remove_afdeling",
    "remove_groep",
    "set_leden",
    "withdraw_afwezigheid",
]
