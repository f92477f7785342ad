"""Everything that writes areas."""

from stoep.gebieden.commands.import_gebieden import import_gebieden
from stoep.gebieden.commands.import_kaartlaag import import_kaartlaag
from stoep.gebieden.commands.put_gebied import put_gebied

__all__ = ["import_gebieden", "import_kaartlaag", "put_gebied"]
